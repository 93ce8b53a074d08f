using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>What a submission is read against: its benchmark's names and its release's use cases.</summary>
/// <param name="Names">The names of the benchmark.</param>
/// <param name="Release">Identifier of the release.</param>
/// <param name="Covered">The use cases that the release covers.</param>
internal sealed record SubmissionContext(SubmissionNames Names, string Release, FrozenSet<string> Covered)
{
    /// <summary>What the current row of a table was measured on.</summary>
    public MeasuredAt MeasuredAt(CsvTable table, CsvColumn useCase, CsvColumn profile)
    {
        var inUseCase = UseCase(table, useCase);
        var inProfile = table.OptionalReference(profile, Names.Profiles);
        if (!table.Bytes(useCase).IsEmpty && !table.Bytes(profile).IsEmpty)
        {
            table.Fail(Problems.UseCaseAndProfile(table.RowPlace));
        }

        return (inUseCase, inProfile) == (null, null) ? Core.Model.MeasuredAt.Whole : new MeasuredAt(inUseCase, inProfile);
    }

    /// <summary>A use case of the release, or null for an empty field or after a report.</summary>
    public string? UseCase(CsvTable table, CsvColumn column)
    {
        var useCase = table.OptionalReference(column, Names.UseCases);
        if (useCase is not null && !Covered.Contains(useCase) && Names.Benchmark.UseCases.Any(known => known.Id == useCase))
        {
            table.Fail(Problems.UseCaseNotInRelease(new Located<string>(useCase, table.PlaceOf(column)), Release));
        }

        return useCase;
    }
}

/// <summary>The names that a submission may refer to. Read-only, so that submissions can be read in parallel.</summary>
/// <param name="Benchmark">The benchmark, without its releases.</param>
/// <param name="UseCases">Its use cases.</param>
/// <param name="Models">All models.</param>
internal sealed record SubmissionNames(Benchmark Benchmark, KnownNames UseCases, KnownNames Models)
{
    /// <summary>The metrics and their parts by identifier.</summary>
    public IReadOnlyDictionary<string, Metric> Metrics { get; } =
        Benchmark.AllMetrics.ToDictionary(metric => metric.Id, StringComparer.Ordinal);

    /// <summary>The names of the metrics and their parts.</summary>
    public KnownNames MetricNames { get; } =
        new("metric", "benchmark.json", [.. Benchmark.AllMetrics.Select(metric => metric.Id)]);

    /// <summary>The names of the methods.</summary>
    public KnownNames Methods { get; } =
        new("method", "benchmark.json", [.. Benchmark.DeclaredMethods.Select(method => method.Id)]);

    /// <summary>The names of the profiles.</summary>
    public KnownNames Profiles { get; } =
        new("profile", "benchmark.json", [.. Benchmark.Profiles.Select(profile => profile.Id)]);

    /// <summary>The names of the dimensions.</summary>
    public KnownNames Dimensions { get; } =
        new("dimension", "benchmark.json", [.. Benchmark.Dimensions.Select(dimension => dimension.Id)]);

    /// <summary>The names of the bands of cost.</summary>
    public KnownNames Bands { get; } =
        new("band", "benchmark.json",
        [
            .. Benchmark.Dimensions.SelectMany(dimension => dimension.Tiers?.Bands ?? []).Select(band => band.Id).Distinct(),
        ]);
}

/// <summary>Reads a submission's folder.</summary>
internal static class SubmissionReader
{
    private static readonly string[] DataFiles =
    [
        SubmissionForms.Scores.Name, SubmissionForms.Ratings.Name, SubmissionForms.ItemSums.Name, SubmissionForms.Latencies.Name,
        SubmissionForms.Costs.Name,
    ];

    // A file that describes the data and holds none.
    private static readonly string[] OtherFiles = [SubmissionForms.Submission.Name, SubmissionForms.Correlations.Name];

    /// <summary>The submission, or null after a report of why it cannot be used.</summary>
    public static Submission? Read(FileTree tree, string path, string id, SubmissionContext context, DiagnosticBag diagnostics)
    {
        var folder = Folder.Open(tree, path, [.. OtherFiles, .. DataFiles], [], diagnostics);
        if (!DataFiles.Any(folder.Has))
        {
            diagnostics.Report(Problems.NoData(path));
        }

        if (folder.Json(SubmissionForms.Submission) is not { } json)
        {
            return null;
        }

        var place = new SourcePlace(folder.PathOf(SubmissionForms.Submission.Name));
        var submission = ReadJson(json, id, place, context.Names, out var judges, out var sources);
        using var scores = folder.Table(SubmissionForms.Scores);
        using var correlations = folder.Table(SubmissionForms.Correlations);
        using var ratings = folder.Table(SubmissionForms.RatingsOf(context.Names.Metrics.Keys));
        using var sums = folder.Table(SubmissionForms.ItemSumsOf(context.Names.Metrics.Keys));
        using var latencies = folder.Table(SubmissionForms.Latencies);
        using var costs = folder.Table(SubmissionForms.Costs);
        submission = submission with
        {
            Scores = scores is null ? [] : ScoresReader.Read(scores, submission, sources, context),
            Ratings = ratings is null ? null : RatingsReader.Read(ratings, submission, context),
            ItemSums = sums is null ? null : ItemSumsReader.Read(sums, submission, sources, context),
            Calls = latencies is null ? [] : LatenciesReader.Read(latencies, context),
            Costs = costs is null ? [] : CostsReader.Read(costs, submission, sources, context),
        };
        submission = correlations is null ? submission
            : submission with { Correlations = CorrelationsReader.Read(correlations, submission, context, !diagnostics.HasErrors) };
        CheckJudges(submission, judges, diagnostics);
        return json.ReportUnknownProperties() ? submission : null;
    }

    private static Submission ReadJson(
        JsonObject json,
        string id,
        SourcePlace place,
        SubmissionNames names,
        out ImmutableArray<Located<string>> judges,
        out KnownNames sources)
    {
        var sourceIds = new List<string>();
        var found = ImmutableArray.CreateBuilder<Located<string>>();
        var submission = new Submission
        {
            Id = id,
            Model = json.Reference("model", names.Models),
            Variant = json.OptionalText("variant") ?? "",
            SubmittedBy = json.Text("submitted_by"),
            SubmittedOn = json.OptionalDate("submitted_on"),
            EvaluatedOn = json.OptionalDate("evaluated_on"),
            Method = json.Reference("method", names.Methods),
            Judges = json.Children("judges", judge => ReadJudge(judge, names, found)),
            Settings = Settings(json),
            Sources = Sources(json, sourceIds),
            VerifiedBy = json.OptionalText("verified_by"),
            KnownIssues = [.. json.Texts("known_issues").Select(issue => issue.Value)],
            Corrections = json.Children("corrections", entry => new Correction(entry.Date("on"), entry.Text("reason"))),
            Withdrawn = json.OptionalChild("withdrawn", withdrawn => new Withdrawal(withdrawn.Date("on"), withdrawn.Text("reason"))),
            Scores = [],
            Calls = [],
            Costs = [],
            Place = place,
        };
        judges = found.ToImmutable();

        // An identifier that was wrong is empty here.
        sources = new KnownNames(
            "source", "submission.json", [.. sourceIds.Where(source => source.Length > 0)], sourceIds.Count > 0 && !sourceIds.Contains(""));
        if (submission.Withdrawn?.On < submission.SubmittedOn)
        {
            json.Fail(Problems.WithdrawnTooEarly(json.PlaceOf("withdrawn")));
        }

        return submission;
    }

    private static Judge ReadJudge(JsonObject json, SubmissionNames names, ImmutableArray<Located<string>>.Builder judges)
    {
        var rater = new Located<string>(json.Text("rater"), json.PlaceOf("rater"));
        var method = json.Reference("method", names.Methods);
        if (judges.FirstOrDefault(judge => judge.Value == rater.Value) is { } first)
        {
            json.Fail(Problems.DuplicateIdentifier(rater, first.Place));
        }

        if (names.Benchmark.Methods.Any(known => known.Id == method && known.JudgedBy == JudgedBy.People))
        {
            json.Fail(Problems.JudgeForPeople(new Located<string>(method, json.PlaceOf("method"))));
        }

        judges.Add(rater);
        return new Judge(rater.Value, json.OptionalReference("model", names.Models), method);
    }

    private static ImmutableSortedDictionary<string, string> Settings(JsonObject json)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        json.FreeProperties("settings", (child, name) => settings[name.Value] = child.Text(name.Value));
        return settings.ToImmutable();
    }

    private static ImmutableArray<Source> Sources(JsonObject json, List<string> ids)
    {
        var firsts = new FirstPlaces<string>();
        return json.Children("sources", source =>
        {
            var id = source.IdentifierText("id");
            if (id.Length > 0 && firsts.Before(id, source.PlaceOf("id")) is { } first)
            {
                source.Fail(Problems.DuplicateIdentifier(new Located<string>(id, source.PlaceOf("id")), first));
            }

            ids.Add(id);
            return new Source(
                id,
                source.Text("title"),
                source.Address("url")?.OriginalString ?? "",
                source.Text("licence"),
                source.OptionalDate("date"),
                source.OptionalText("note") ?? "")
            {
                Elsewhere = source.Has("elsewhere") ? source.Flag("elsewhere") : null,
            };
        });
    }

    private static void CheckJudges(Submission submission, ImmutableArray<Located<string>> judges, DiagnosticBag diagnostics)
    {
        if (submission.Ratings is not { } ratings)
        {
            return;
        }

        foreach (var judge in judges.Where(judge => judge.Value.Length > 0 && !ratings.Raters.Contains(judge.Value)))
        {
            diagnostics.Report(Problems.JudgeWithoutRatings(judge, NearestName.Of(judge.Value, ratings.Raters)));
        }
    }
}
