using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data;
using CrmBench.Site;

namespace CrmBench.Cli.Commands;

/// <summary>Everything a command reads from the repository.</summary>
/// <param name="Catalogue">The data.</param>
/// <param name="Sources">Templates, assets and prose.</param>
internal sealed record Input(Catalogue Catalogue, SiteSources Sources)
{
    /// <summary>Reads and checks everything, so that one run tells all there is to tell.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="baseUrl">Where the site will be published; null: as <c>site.json</c> says.</param>
    /// <param name="diagnostics">Takes all problems.</param>
    /// <returns>The input, or null if it has errors.</returns>
    public static Input? Read(string root, Uri? baseUrl, DiagnosticBag diagnostics)
    {
        var catalogue = CatalogueReader.Read(root, diagnostics);
        var sources = SiteSources.Read(root, diagnostics);
        return catalogue is null || diagnostics.HasErrors ? null : new Input(BaseUrl.Override(catalogue, baseUrl), sources);
    }
}
