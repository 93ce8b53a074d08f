using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>A submission that stands where one is imported, as text, so that what is kept of it stays as it is written.</summary>
/// <param name="Content">What its files hold.</param>
/// <param name="Beside">Files of its folder that are for people only.</param>
internal sealed record ExistingSubmission(SubmissionFolder Content, ImmutableArray<OutputFile> Beside)
{
    /// <summary>Reads it, or gives null after a report of why nothing can be joined with it.</summary>
    /// <param name="data">Full path of the folder that stands for <c>data/</c>.</param>
    /// <param name="incoming">The submission that is imported.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static ExistingSubmission? Read(string data, SubmissionFolder incoming, DiagnosticBag diagnostics)
    {
        var problems = new DiagnosticBag();
        var files = Directory.EnumerateFiles(Path.Combine(data, incoming.Path)).Order(StringComparer.Ordinal)
            .Select(path => new ImportFile($"data/{incoming.Path}/{Path.GetFileName(path)}", File.ReadAllBytes(path)))
            .ToDictionary(file => file.Path.Split('/')[^1], StringComparer.Ordinal);
        var read = Read(files, incoming, problems);
        diagnostics.Report(problems.ToSorted());
        return problems.HasErrors ? null : read;
    }

    private static ExistingSubmission? Read(Dictionary<string, ImportFile> files, SubmissionFolder incoming, DiagnosticBag problems)
    {
        if (!files.Remove(SubmissionForms.Submission.Name, out var json)
            || SourceTextReader.Decode(json.Path, json.Content.ToArray(), problems) is not { } text
            || JsonTree.Parse(text, problems) is not { } root)
        {
            problems.Report(ImportProblems.CannotJoin(
                new SourcePlace($"data/{incoming.Path}"), "This folder has no submission.json that can be read. Remove it, or import with --variant."));
            return null;
        }

        if (VersionedFile.VersionOf(root)?.Version is not FormVersion.Newest)
        {
            problems.Report(ImportProblems.CannotJoin(text.Whole, "The submission that is there has an older version. Run crmbench migrate first."));
            return null;
        }

        var content = OfJson(root, incoming) with
        {
            Scores = Rows(files, SubmissionForms.Scores, problems, Score),
            Costs = Rows(files, SubmissionForms.Costs, problems, Cost),
            Calls = Rows(files, SubmissionForms.Latencies, problems, Call),
        };
        return new ExistingSubmission(
            WithRatings(content, files, problems),
            [.. files.Values.Select(file => new OutputFile(
                $"{incoming.Path}/{file.Path.Split('/')[^1]}", System.Text.Encoding.UTF8.GetString(file.Content.Span)))]);
    }

    private static SubmissionFolder OfJson(JsonNode root, SubmissionFolder incoming) => new()
    {
        Benchmark = incoming.Benchmark,
        Release = incoming.Release,
        Id = incoming.Id,
        Model = Text(root, "model"),
        Variant = Text(root, "variant"),
        SubmittedBy = Text(root, "submitted_by"),
        SubmittedOn = Text(root, "submitted_on"),
        EvaluatedOn = Text(root, "evaluated_on"),
        Method = Text(root, "method"),
        Judges = [.. Items(root, "judges").Select(judge => new JudgeEntry(Text(judge, "rater"), Text(judge, "method"), Text(judge, "model")))],
        Settings = ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, (Find(root, "settings")?.Members ?? []).Select(member => KeyValuePair.Create(member.Name, member.Value.Text))),
        Sources =
        [
            .. Items(root, "sources").Select(source => new SourceEntry(
                Text(source, "id"), Text(source, "title"), Text(source, "url"), Text(source, "licence"), Text(source, "date"), Text(source, "note"))),
        ],
        VerifiedBy = Text(root, "verified_by"),
        KnownIssues = [.. Items(root, "known_issues").Select(issue => issue.Text)],
        Corrections = [.. Items(root, "corrections").Select(entry => (Text(entry, "on"), Text(entry, "reason")))],
        Withdrawn = Find(root, "withdrawn") is { } withdrawn ? (Text(withdrawn, "on"), Text(withdrawn, "reason")) : null,
    };

    private static JsonNode? Find(JsonNode node, string name) => node.Members.Find(member => member.Name == name)?.Value;

    private static string Text(JsonNode node, string name) => Find(node, name) is { Kind: JsonValueKind.String } value ? value.Text : "";

    private static List<JsonNode> Items(JsonNode node, string name) => Find(node, name)?.Items ?? [];

    private static ScoreRow Score(Func<string, string> field) => new(field("metric"), field("value"))
    {
        UseCase = field("use_case"),
        Profile = field("profile"),
        Method = field("method"),
        N = field("n"),
        Sd = field("sd"),
        Low = field("low"),
        High = field("high"),
        Level = field("level"),
        Successes = field("successes"),
        Trials = field("trials"),
        Source = field("source"),
    };

    private static CostRow Cost(Func<string, string> field) => new(field("usd"), field("per"))
    {
        UseCase = field("use_case"),
        Profile = field("profile"),
        Band = field("band"),
        Source = field("source"),
    };

    private static CallRow Call(Func<string, string> field) =>
        new(field("profile"), field("item"), field("seconds"), field("status"), field("input_tokens"), field("output_tokens"))
        {
            UseCase = field("use_case"),
        };

    private static SubmissionFolder WithRatings(SubmissionFolder content, Dictionary<string, ImportFile> files, DiagnosticBag problems)
    {
        ImmutableArray<string> metrics = [];
        var rows = Rows(files, SubmissionForms.Ratings, problems, (table, row) =>
        {
            metrics = [.. table.Header.Where(name => SubmissionForms.Ratings.Find(name) is null)];
            return new RatingRow(
                Value("use_case"), Value("item"), Value("rater"), [.. metrics.Select(Value)]);

            string Value(string name) => table.Field(row, table.Column(name)).Value;
        });
        return content with { Ratings = rows, RatedMetrics = metrics };
    }

    private static ImmutableArray<T> Rows<T>(
        Dictionary<string, ImportFile> files, TableForm form, DiagnosticBag problems, Func<Func<string, string>, T> read) =>
        Rows(files, form, problems, (table, row) => read(name => table.Field(row, table.Column(name)).Value));

    private static ImmutableArray<T> Rows<T>(
        Dictionary<string, ImportFile> files, TableForm form, DiagnosticBag problems, Func<ForeignTable, ImmutableArray<Located<string>>, T> read)
    {
        if (!files.Remove(form.Name, out var file) || ForeignTable.Open(file, problems) is not { } table)
        {
            return [];
        }

        foreach (var own in table.Header.Where(name => name.StartsWith("x_", StringComparison.Ordinal)))
        {
            problems.Report(ImportProblems.CannotJoin(
                table.HeaderPlace, $"The column '{own}' of the submission that is there would be lost. Import with --variant, or remove the column first."));
        }

        return [.. table.Rows.Select(row => read(table, row))];
    }
}
