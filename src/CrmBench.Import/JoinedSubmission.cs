using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Migrating;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>
/// Joins an import with the submission that is there: a cell that the import writes - a metric of a use case or profile by a method, the
/// calls or the costs of one - takes the place of the same one, and everything else stays.
/// </summary>
internal static class JoinedSubmission
{
    /// <summary>The submission with both, or null after a report of why they cannot be one.</summary>
    /// <param name="old">What is there.</param>
    /// <param name="incoming">What is imported.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    /// <param name="kept">How many rows of the old one stay.</param>
    public static SubmissionFolder? Of(SubmissionFolder old, SubmissionFolder incoming, DiagnosticBag diagnostics, out int kept)
    {
        var rest = Rest(old, incoming);
        kept = rest.Scores.Length + rest.Ratings.Length + rest.Calls.Length + rest.Costs.Length;
        var method = HasPeople(incoming) ? incoming.Method : old.Method;
        if (HasPeople(incoming) && HasPeople(rest) && incoming.Method != old.Method)
        {
            diagnostics.Report(ImportProblems.CannotJoin(
                new SourcePlace($"data/{old.Path}/submission.json"),
                $"People rated there by the method '{old.Method}', and here by '{incoming.Method}'; a submission has one method of people. Import with --variant."));
            return null;
        }

        var renamed = WithSources(incoming, rest);
        return renamed with
        {
            SubmittedOn = Later(old.SubmittedOn, incoming.SubmittedOn),
            EvaluatedOn = Later(old.EvaluatedOn, incoming.EvaluatedOn),
            Method = method,
            Judges = [.. rest.Judges.Where(judge => rest.Ratings.Any(row => row.Rater == judge.Rater)).Concat(incoming.Judges).DistinctBy(judge => judge.Rater)],
            Settings = old.Settings.SetItems(incoming.Settings),
            Sources = [.. rest.Sources, .. renamed.Sources.Except(rest.Sources)],
            KnownIssues = [.. old.KnownIssues.Union(incoming.KnownIssues)],
            Corrections = old.Corrections,
            Withdrawn = old.Withdrawn,
            Scores =
            [
                .. rest.Scores.Select(row => row with { Method = Written(row.Method, old.Method, method) }),
                .. renamed.Scores.Select(row => row with { Method = Written(row.Method, incoming.Method, method) }),
            ],
            Costs = [.. rest.Costs, .. renamed.Costs],
            Calls = [.. rest.Calls, .. incoming.Calls],
            RatedMetrics = [.. rest.RatedMetrics.Union(incoming.RatedMetrics).Order(StringComparer.Ordinal)],
            Ratings = Ratings(rest, incoming),
        };
    }

    // What the import does not write.
    private static SubmissionFolder Rest(SubmissionFolder old, SubmissionFolder incoming)
    {
        var rated = incoming.Ratings
            .SelectMany(row => incoming.RatedMetrics.Where((_, i) => row.Ratings[i].Length > 0)
                .Select(metric => (row.UseCase, Profile: "", Metric: metric, Method: MethodOf(incoming, row.Rater))))
            .ToHashSet();
        var cells = incoming.Scores.Select(row => Cell(row, incoming.Method)).Concat(rated).ToHashSet();
        var scores = old.Scores.Where(row => !cells.Contains(Cell(row, old.Method))).ToImmutableArray();
        var ratings = old.Ratings
            .Select(row => row with
            {
                Ratings = [.. row.Ratings.Select((value, i) => cells.Contains((row.UseCase, "", old.RatedMetrics[i], MethodOf(old, row.Rater))) ? "" : value)],
            })
            .Where(row => row.Ratings.Any(value => value.Length > 0))
            .ToImmutableArray();
        var calls = incoming.Calls.Select(call => (call.UseCase, call.Profile)).ToHashSet();
        var costs = incoming.Costs.Select(cost => (cost.UseCase, cost.Profile)).ToHashSet();
        var first = old.Sources.IsEmpty ? "" : old.Sources[0].Id;
        var rest = old with
        {
            Scores = [.. scores.Select(row => row with { Source = row.Source.Length > 0 ? row.Source : first })],
            Costs = [.. old.Costs.Where(cost => !costs.Contains((cost.UseCase, cost.Profile)))
                .Select(row => row with { Source = row.Source.Length > 0 ? row.Source : first })],
            Calls = [.. old.Calls.Where(call => !calls.Contains((call.UseCase, call.Profile)))],
            Ratings = ratings,
            RatedMetrics = old.RatedMetrics,
        };

        // Ratings and calls name no source: all of them may be theirs.
        var used = rest.Scores.Select(row => row.Source).Concat(rest.Costs.Select(row => row.Source)).ToHashSet(StringComparer.Ordinal);
        var all = rest.Ratings.Length + rest.Calls.Length > 0;
        return rest with { Sources = [.. old.Sources.Where(source => all || used.Contains(source.Id))] };
    }

    private static (string UseCase, string Profile, string Metric, string Method) Cell(ScoreRow row, string method) =>
        (row.UseCase, row.Profile, row.Metric, row.Method.Length > 0 ? row.Method : method);

    private static string MethodOf(SubmissionFolder folder, string rater) =>
        folder.Judges.FirstOrDefault(judge => judge.Rater == rater)?.Method ?? folder.Method;

    private static bool HasPeople(SubmissionFolder folder) => folder.Ratings.Any(row => folder.Judges.All(judge => judge.Rater != row.Rater));

    private static string Written(string method, string before, string now) =>
        (method.Length > 0 ? method : before) is var named && named == now ? "" : named;

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    // The import's sources under identifiers that no other source has.
    private static SubmissionFolder WithSources(SubmissionFolder incoming, SubmissionFolder rest)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in incoming.Sources)
        {
            var id = source.Id;
            for (var number = 2; rest.Sources.Any(known => known.Id == id && known != source with { Id = id }); number++)
            {
                id = FormattableString.Invariant($"{source.Id}-{number}");
            }

            ids[source.Id] = id;
        }

        var first = ids[incoming.Sources[0].Id];
        return incoming with
        {
            Sources = [.. incoming.Sources.Select(source => source with { Id = ids[source.Id] })],
            Scores = [.. incoming.Scores.Select(row => row with { Source = ids.GetValueOrDefault(row.Source, first) })],
            Costs = [.. incoming.Costs.Select(row => row with { Source = ids.GetValueOrDefault(row.Source, first) })],
        };
    }

    private static ImmutableArray<RatingRow> Ratings(SubmissionFolder rest, SubmissionFolder incoming)
    {
        string[] metrics = [.. rest.RatedMetrics.Union(incoming.RatedMetrics).Order(StringComparer.Ordinal)];
        var cells = new[] { rest, incoming }.SelectMany(folder => folder.Ratings.SelectMany(row => folder.RatedMetrics.Select(
            (metric, i) => (row.UseCase, row.Item, row.Criterion, row.Rater, Metric: metric, Value: row.Ratings[i])))).Where(cell => cell.Value.Length > 0);
        return
        [
            .. cells.GroupBy(cell => (cell.UseCase, cell.Item, cell.Criterion, cell.Rater))
                .OrderBy(row => row.Key.UseCase, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Item, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Criterion, StringComparer.Ordinal)
                .ThenBy(row => row.Key.Rater, StringComparer.Ordinal)
                .Select(row => new RatingRow(row.Key.UseCase, row.Key.Item, row.Key.Rater,
                    [.. metrics.Select(metric => row.LastOrDefault(cell => cell.Metric == metric).Value ?? "")])
                {
                    Criterion = row.Key.Criterion,
                }),
        ];
    }
}

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
        var files = new DiskTree(data).List(incoming.Path)
            .Where(entry => IsFile(entry, $"data/{incoming.Path}", problems))
            .Select(entry => ImportFile.Read($"data/{incoming.Path}/{entry.Name}", Path.Combine(data, incoming.Path, entry.Name), problems))
            .OfType<ImportFile>()
            .ToDictionary(file => file.Path.Split('/')[^1], StringComparer.Ordinal);
        var read = Read(files, incoming, problems);
        diagnostics.Report(problems.ToSorted());
        return problems.HasErrors ? null : read;
    }

    // Links are not followed and devices are not opened, here as everywhere.
    private static bool IsFile(FileEntry entry, string folder, DiagnosticBag problems)
    {
        if (entry.Kind is EntryKind.Link or EntryKind.Other)
        {
            problems.Report(entry.Kind == EntryKind.Link ? Problems.SymbolicLink(folder, entry.Name) : Problems.NeitherFileNorFolder(folder, entry.Name));
        }

        return entry.Kind == EntryKind.File;
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
            Scores = Rows(files, SubmissionForms.Scores, problems, ScoreRow.Of),
            Costs = Rows(files, SubmissionForms.Costs, problems, CostRow.Of),
            Calls = Rows(files, SubmissionForms.Latencies, problems, CallRow.Of),
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
                Text(source, "id"), Text(source, "title"), Text(source, "url"), Text(source, "licence"), Text(source, "date"), Text(source, "note"))
            {
                IsElsewhere = Find(source, "elsewhere") is { Kind: JsonValueKind.True },
            }),
        ],
        VerifiedBy = Text(root, "verified_by"),
        KnownIssues = [.. Items(root, "known_issues").Select(issue => issue.Text)],
        Corrections = [.. Items(root, "corrections").Select(entry => (Text(entry, "on"), Text(entry, "reason")))],
        Withdrawn = Find(root, "withdrawn") is { } withdrawn ? (Text(withdrawn, "on"), Text(withdrawn, "reason")) : null,
    };

    private static JsonNode? Find(JsonNode node, string name) => node.Members.Find(member => member.Name == name)?.Value;

    private static string Text(JsonNode node, string name) => Find(node, name) is { Kind: JsonValueKind.String } value ? value.Text : "";

    private static List<JsonNode> Items(JsonNode node, string name) => Find(node, name)?.Items ?? [];

    private static SubmissionFolder WithRatings(SubmissionFolder content, Dictionary<string, ImportFile> files, DiagnosticBag problems)
    {
        ImmutableArray<string> metrics = [];
        var rows = Rows(files, SubmissionForms.Ratings, problems, (table, row) =>
        {
            metrics = [.. table.Header.Where(name => SubmissionForms.Ratings.Find(name) is null)];
            return new RatingRow(
                Value("use_case"), Value("item"), Value("rater"), [.. metrics.Select(Value)])
            {
                Criterion = Value("criterion"),
            };

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
