using System.Collections.Immutable;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>What a repository of boards begins with, from <c>data/</c>: its settings, and tables without rows.</summary>
public static class NewSite
{
    /// <summary><c>site.json</c> of a site with one benchmark.</summary>
    /// <param name="title">Title of the site.</param>
    /// <param name="description">One sentence on it.</param>
    /// <param name="baseUrl">Where it will be published, with a slash at the end.</param>
    /// <param name="repositoryUrl">Where the repository is.</param>
    /// <param name="benchmark">Identifier of the benchmark.</param>
    public static string Write(string title, string description, string baseUrl, string repositoryUrl, string benchmark) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", SiteForms.Site.SchemaReference(SiteForms.Site.Name));
        json.WriteNumber(FileForm.VersionName, FormVersion.Newest);
        json.WriteString("title", title);
        json.WriteString("description", description);
        json.WriteString("base_url", baseUrl);
        json.WriteString("repository_url", repositoryUrl);
        json.WriteTexts("benchmarks", [benchmark]);
        json.WriteString("featured", benchmark);
        json.WriteEndObject();
    });

    /// <summary>The tables that all benchmarks share, with every column and no row.</summary>
    public static ImmutableArray<OutputFile> EmptyTables() =>
    [
        .. new[] { SiteForms.Models, SiteForms.Providers, SiteForms.Prices }
            .Select(form => new OutputFile(form.Name, CsvWriter.Write([.. form.Columns.Select(column => column.Name)], []))),
    ];
}
