using CrmBench.Data.Import.Drafts;
using CrmBench.Data.Import.Foreign;
using CrmBench.Data.Import.Names;
using CrmBench.Data.Values;

namespace CrmBench.Data.Import.Promptfoo;

/// <summary>Imports promptfoo's output: test cases by prompts by providers, each combination a result.</summary>
internal static class PromptfooReader
{
    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files) => JsonFiles.Read(job, files, Lacking, (file, json) =>
    {
        if (json.Object("results")?.Find("version") is { Text: not ("2" or "3") } version)
        {
            job.Diagnostics.Report(ImportProblems.VersionNotRead(version.Located, "versions 2 and 3"));
            return false;
        }

        Read(job, file, json);
        return true;
    });

    private static string? Lacking(ForeignValue json) =>
        !json.Has("results") ? "it has no 'results'"
        : json.Find("results") is not { IsObject: true } results || !results.Has("results") ? "'results' holds no 'results'"
        : null;

    private static void Read(ImportJob job, ImportFile file, ForeignValue json)
    {
        if (json.Object("results") is not { } results || job.Target(file) is not { } target)
        {
            return;
        }

        var metadata = json.Object("metadata");
        var version = metadata?.TextOf("promptfooVersion") ?? "";
        var date = Dates.OfMoment(results.Find("timestamp"));
        var shared = json.TextOf("shareableUrl");
        var source = job.Source(
            file,
            "promptfoo",
            $"Output of promptfoo {version}".TrimEnd(),
            shared is not null && ValueText.TryAddress(shared, out _) ? shared : null,
            null,
            date,
            "Scores from 0 to 1 there are percent here where the metric is a percentage.");
        if (source is null)
        {
            return;
        }

        var config = json.Object("config");
        var rows = results.ItemsOf("results").Select(row => new PromptfooRow(row)).ToList();
        var prompts = rows.Select(row => row.Prompt).Distinct().Count();
        var all = new PromptfooResults(job, target, config?.TextOf("description") ?? "");
        foreach (var row in rows)
        {
            if (row.Provider is not { } provider)
            {
                job.Diagnostics.Report(Problems.MissingProperty(row.Json.Place, "provider", "an object with 'id'"));
                continue;
            }

            var model = row.Label is { } label ? job.Models.Find(provider.Value) ?? job.Models.Find(label) : null;
            if ((model ?? job.Model(provider)) is not { } id)
            {
                continue;
            }

            var variant = job.Options.Variant ?? (prompts > 1 ? $"prompt {row.Prompt}" : "");
            var draft = job.Draft(target, id, variant, json.Place);
            draft.Describe(metadata?.TextOf("author") ?? "", "", date);
            draft.AddSource(source);
            draft.Set("Harness", $"promptfoo {version}".TrimEnd());
            draft.Set("Provider", PlainText.Line(provider.Value));
            all.Read(draft, $"{id}/{variant}", row);
        }

        all.AddCosts();
        json.Leave("config", "The configuration stays in promptfoo's own file.");
        results.Leave("prompts", "Its figures are computed from the results.");
        results.Leave("table", "It holds the results a second time.");
        results.Leave("stats", "It is computed from the results.");
    }
}
