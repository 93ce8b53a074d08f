using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Data.Entries;

/// <summary>A submission that is about to be filled in: what is known goes into its files, the rest is left as blanks.</summary>
/// <param name="Benchmark">The benchmark, with its releases.</param>
/// <param name="Release">The release it goes into.</param>
/// <param name="Model">The model.</param>
/// <param name="Method">Identifier of the method of rows that name none.</param>
public sealed record NewSubmission(Benchmark Benchmark, Release Release, ModelCard Model, string Method)
{
    /// <summary>The tables that a submission may have, in the order in which they are offered.</summary>
    public static ImmutableArray<string> AllTables { get; } = ["ratings", "scores", "latencies", "costs"];

    /// <summary>What sets it apart from other submissions of the model; empty for nothing.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Who ran the evaluation, or null for a blank.</summary>
    public string? SubmittedBy { get; init; }

    /// <summary>The day the evaluation ended, or null for a blank.</summary>
    public string? EvaluatedOn { get; init; }

    /// <summary>Title of the source, or null for a blank.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Address of the source, or null for a blank.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Licence of the source, or null for a blank.</summary>
    public string? SourceLicence { get; init; }

    /// <summary>The tables to prepare.</summary>
    public ImmutableArray<string> Tables { get; init; } = UsualTables(Benchmark);

    /// <summary>Its identifier: the model's and the variant's names.</summary>
    public string Id { get; init; } = "";

    /// <summary>The folder, from <c>data/</c>.</summary>
    public string Folder => $"{SubmissionFolder.Root(Benchmark.Id, Release.Id)}/{Id}";

    /// <summary>The identifier that a submission has unless somebody names another.</summary>
    public static string UsualId(string model, string variant) => Slug.Of(variant.Length == 0 ? model : $"{model}-{variant}");

    /// <summary>
    /// The tables that results of a benchmark come in: single ratings where anything is graded, because they say most; beside them those of
    /// the submissions that are there, or else those that fit the units of its metrics.
    /// </summary>
    public static ImmutableArray<string> UsualTables(Benchmark benchmark)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        var submissions = benchmark.Releases.SelectMany(release => release.Submissions).ToList();
        var metrics = SubmissionBlanks.Leaves(benchmark).ToList();
        bool Has(string table) => (table, submissions.Count > 0) switch
        {
            ("scores", true) => submissions.Exists(submission => !submission.Scores.IsEmpty),
            ("ratings", true) => metrics.Exists(metric => metric.Unit == Unit.Grade) || submissions.Exists(submission => submission.Ratings is not null),
            ("latencies", true) => submissions.Exists(submission => !submission.Calls.IsEmpty),
            ("costs", true) => submissions.Exists(submission => !submission.Costs.IsEmpty),
            ("scores", false) => metrics.Exists(metric => metric.Unit == Unit.Percent && metric.Scale is null),
            ("ratings", false) => metrics.Exists(metric => metric.Scale is not null),
            ("latencies", false) => metrics.Exists(metric => metric.Unit == Unit.Seconds),
            _ => metrics.Exists(metric => metric.Unit == Unit.Usd),
        };
        return [.. AllTables.Where(Has)];
    }

    /// <summary>The files of the folder, the explanation among them.</summary>
    public ImmutableArray<OutputFile> ToFiles()
    {
        var blanks = new SubmissionBlanks(this);
        var folder = new SubmissionFolder
        {
            Benchmark = Benchmark.Id,
            Release = Release.Id,
            Id = Id,
            Model = Model.Id,
            Variant = Variant,
            SubmittedBy = SubmittedBy ?? Blank.For("who ran the evaluation"),
            EvaluatedOn = EvaluatedOn ?? Blank.For("the day the evaluation ended, as in 2026-08-04"),
            Method = Method,
            Judges = blanks.Judges(),
            Settings = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                [KeyValuePair.Create("Prompt", Blank.For("how the model was asked, or remove the settings"))]),
            Sources =
            [
                new SourceEntry(
                    SubmissionBlanks.SourceId,
                    SourceTitle ?? Blank.For("title of the report, page or data set"),
                    SourceUrl ?? Blank.For("https address where it can be read"),
                    SourceLicence ?? Blank.For("licence of the figures, or Not stated"),
                    "",
                    ""),
            ],
            Scores = blanks.Scores(),
            RatedMetrics = blanks.RatedMetrics(),
            Ratings = blanks.Ratings(),
            Calls = blanks.Calls(),
            Costs = blanks.Costs(),
            AllColumns = true,
        };
        var files = folder.ToFiles().ToList();
        return [.. files, new OutputFile($"{Folder}/README.md", Explanation([.. files.Select(file => Path.GetFileName(file.Path))]))];
    }

    private string Explanation(ImmutableArray<string> files) => EntryReadme.Write(
        $"{Model.Name} in {Benchmark.ShortName}, release {Release.Id}",
        [
            "This folder is one submission. The places to fill in begin with `" + Blank.Mark + "`; the rows that stand in the tables are a proposal.",
            "Remove the rows, columns and files of what was not measured: an empty field means *not measured*, and zero is never written for it.",
            $"`crmbench check data/{Folder}` says what is still open, and what is wrong where.",
            "This file is for you and is not read; it may be removed.",
        ],
        [
            new("Names of this benchmark", Names()),
            new(SubmissionForms.Submission.Name, FormDictionary.Of(SubmissionForms.Submission)),
            .. files.Join(DataForms.Tables, file => file, form => form.Name, (_, form) => (form.Name, FormDictionary.Of(form))),
        ]);

    private string Names()
    {
        var covered = Benchmark.UseCases.Where(useCase => Release.UseCases.Contains(useCase.Id));
        return EntryReadme.Table(["Use case", "Name"], covered.Select(useCase => (string[])[$"`{useCase.Id}`", useCase.Name]))
            + "\n"
            + EntryReadme.Table(
                ["Metric", "What it measures", "Unit", "Methods"],
                SubmissionBlanks.Leaves(Benchmark).Select(metric => (string[])
                [
                    $"`{metric.Id}`",
                    metric.Description,
                    metric.Scale is { } scale ? $"whole number on the scale {scale}" : SubmissionBlanks.UnitOf(metric),
                    string.Join(", ", metric.Methods.Select(method => $"`{method}`")),
                ]))
            + (Benchmark.Profiles.IsEmpty
                ? ""
                : "\n" + EntryReadme.Table(
                    ["Profile", "Tokens in", "Tokens out"],
                    Benchmark.Profiles.Select(profile => (string[])
                    [
                        $"`{profile.Id}`", FormattableString.Invariant($"{profile.InputTokens}"), FormattableString.Invariant($"{profile.OutputTokens}"),
                    ])));
    }
}
