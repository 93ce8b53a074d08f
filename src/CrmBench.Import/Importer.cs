using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>Turns other tools' files into submissions: pure, from bytes to texts.</summary>
public static class Importer
{
    /// <summary>Imports files of one format.</summary>
    /// <param name="format">The format, of <see cref="ImportFormats"/>.</param>
    /// <param name="files">The files; several may describe one submission.</param>
    /// <param name="options">What the files do not say.</param>
    /// <param name="catalogue">The benchmarks, releases and models that submissions refer to.</param>
    /// <param name="diagnostics">Takes all problems.</param>
    /// <returns>The files to write - none if there was an error, so that nothing is ever half written - and what was left out.</returns>
    public static ImportResult Import(
        ImportFormat format, IReadOnlyList<ImportFile> files, ImportOptions options, Catalogue catalogue, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(diagnostics);

        var job = new ImportJob(format, options, catalogue, diagnostics);
        format.Read(job, files);
        return job.Finish();
    }
}
