using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Forms;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Figures of the flat table on their way into submissions. One figure may stand in many rows: once for each board that shows it, and once for each use
/// case that it holds for, which the same line of the same file tells.
/// </summary>
/// <remarks>
/// Counts, sources and intervals are kept. An interval that follows from value and count is computed anew; any other one, such as that of ratings
/// or timed calls, becomes an interval as published, since a table of means has none of what it was made from.
/// </remarks>
internal sealed class OwnFigures(ImportJob job)
{
    private readonly List<(ImportFile File, Func<string, Located<string>> Field)> _told = [];

    // In the order of the files.
    private readonly OrderedDictionary<(SubmissionDraft Draft, string Metric, string Method), List<OwnFigureRow>> _rows = [];
    private readonly Dictionary<(SubmissionDraft Draft, string Source, string Id, bool IsElsewhere), string> _sources = [];

    /// <summary>Takes a row of the table; one of a mean over use cases is passed over.</summary>
    /// <param name="file">The file.</param>
    /// <param name="field">A field by the name of its column; empty where there is none.</param>
    public void Add(ImportFile file, Func<string, Located<string>> field)
    {
        if (field("metric").Value.Length > 0 && IsWanted(field) && (field("value").Value.Length > 0 || field("band").Value.Length > 0))
        {
            _told.Add((file, field));
        }
    }

    /// <summary>Gives all figures to their drafts.</summary>
    public void Finish()
    {
        // A file may have several releases of a benchmark; the one that is asked for is taken where it is among them.
        var hasAsked = _told.Exists(row => row.Field("release").Value == job.Options.Release);
        foreach (var (file, field) in _told.Where(row => !hasAsked || row.Field("release").Value == job.Options.Release))
        {
            Read(file, field);
        }

        foreach (var ((draft, _, _), rows) in _rows)
        {
            foreach (var same in rows.GroupBy(row => row.BelongsTo == OwnFigureRow.AllUseCases ? "" : row.Line ?? $"@{row.UseCase}"))
            {
                if (At([.. same]) is { } at)
                {
                    same.First().AddTo(draft, at);
                    continue;
                }

                foreach (var row in same)
                {
                    row.AddTo(draft, new MeasuredAt(row.UseCase, null));
                }
            }
        }
    }

    private void Read(ImportFile file, Func<string, Located<string>> field)
    {
        if (job.Target(file, field("benchmark").Value, field("release").Value) is not { } target
            || (field("use_case_id").Value.Length > 0) == target.Benchmark.IsWhole
            || Model(field("model_id"), field("model")) is not { } model)
        {
            return;
        }

        var useCase = field("use_case_id");
        var metricName = field("part").Value.Length > 0 ? field("part") : field("metric");
        var known = target.Benchmark.IsWhole ? null : target.Names.UseCase(useCase.Value);
        if ((known is null && !target.Benchmark.IsWhole) || target.Names.Metric(metricName.Value) is not { } metric)
        {
            job.Leave(metricName.Place, metricName.Value, useCase.Value, $"The benchmark '{target.Benchmark.Id}' has no such use case or metric.");
            return;
        }

        var method = metric.Methods.Contains(field("method").Value) ? field("method").Value : metric.Methods[0];
        if (!target.Benchmark.DeclaredMethods.Any(declared => declared.Id == method))
        {
            job.Leave(metricName.Place, metricName.Value, method, "It is of one judge's ratings, and only ratings say whose they are.");
            return;
        }

        var draft = job.Draft(target, model, job.Options.Variant ?? field("variant").Value.TrimStart('\''), metricName.Place);
        if (Source(file, draft, field) is not { } source)
        {
            return;
        }

        if (!_rows.TryGetValue((draft, metric.Id, method), out var rows))
        {
            _rows.Add((draft, metric.Id, method), rows = []);
        }

        if (rows.All(row => row.UseCase != known) && OwnFigureRow.Of(job.Diagnostics, target, metric, method, known, source, field) is { } figure)
        {
            rows.Add(figure);
        }
    }

    // The figure of one line is one of the whole or of a profile; null where each use case has its own.
    private static MeasuredAt? At(OwnFigureRow[] rows)
    {
        var (first, benchmark) = (rows[0], rows[0].Target.Benchmark);
        if (benchmark.IsWhole || first.BelongsTo == OwnFigureRow.AllUseCases)
        {
            return MeasuredAt.Whole;
        }

        if (rows.Length == 1)
        {
            return null;
        }

        var profiles = rows.Select(row => benchmark.UseCases.First(useCase => useCase.Id == row.UseCase).Profile).Distinct().ToArray();
        return profiles is [{ } profile] ? new MeasuredAt(null, profile)
            : first.BelongsTo == OwnFigureRow.Row || first.IsMoney ? null
            : MeasuredAt.Whole;
    }

    // The table of all boards has others than the one that is asked for.
    private bool IsWanted(Func<string, Located<string>> field) =>
        (job.Options.Benchmark is not { } benchmark || field("benchmark").Value == benchmark)
        && (job.Options.Model is not { } model || field("model_id").Value == model || field("model").Value == model);

    private string? Model(Located<string> id, Located<string> name) => job.Models.Find(id.Value) ?? job.Model(name.Value.Length > 0 ? name.With(name.Value.TrimStart('\'')) : id);

    // Of a mean of figures from several sources the first stands for them.
    private string? Source(ImportFile file, SubmissionDraft draft, Func<string, Located<string>> field)
    {
        var (key, name, isElsewhere) = (field("source").Value, field("source_id").Value.Split(' ')[0], field("belongs_to").Value == OwnFigureRow.Model);
        if (!_sources.TryGetValue((draft, key, name, isElsewhere), out var id))
        {
            var address = key.Split(' ')[0];
            if (job.Source(
                file, name.Length > 0 ? name : "crmbench", $"Figures of {field("benchmark").Value}, release {field("release").Value}",
                ValueText.TryAddress(address, out _) ? address : null, field("licence").Value is { Length: > 0 } licence ? licence : null,
                field("source_date").Value, "Read from a file that a site of crmbench publishes.") is not { } source)
            {
                return null;
            }

            // Somebody's own address stands in where the figure's source has none.
            source = ValueText.TryAddress(address, out _) ? source with { Url = address } : source;
            _sources.Add((draft, key, name, isElsewhere), id = draft.AddSource(source with { IsElsewhere = isElsewhere }));
        }

        return id;
    }
}

/// <summary>A figure of one row of the table.</summary>
internal sealed record OwnFigureRow
{
    /// <summary>What <c>belongs_to</c> says of a figure of the row's own run.</summary>
    public const string Row = "row";

    /// <summary>The same of one that holds for the row as a whole.</summary>
    public const string AllUseCases = "all-use-cases";

    /// <summary>The same of one that was measured elsewhere.</summary>
    public const string Model = "model";

    /// <summary>Where it goes.</summary>
    public required ImportTarget Target { get; init; }

    /// <summary>The figure, of whatever it was measured on; null where there is only a band of cost.</summary>
    public required DraftScore? Score { get; init; }

    /// <summary>Its use case; null of a benchmark without any.</summary>
    public required string? UseCase { get; init; }

    /// <summary>What it belongs to.</summary>
    public required string BelongsTo { get; init; }

    /// <summary>File and line it comes from, or null.</summary>
    public required string? Line { get; init; }

    /// <summary>The band of cost that its source printed, or empty.</summary>
    public required string Band { get; init; }

    /// <summary>Identifier of its source.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it is money with a band, which has a file of its own.</summary>
    public bool IsMoney => Band.Length > 0;

    /// <summary>Reads a row; null after a report.</summary>
    public static OwnFigureRow? Of(
        DiagnosticBag diagnostics, ImportTarget target, Metric metric, string method, string? useCase, string source, Func<string, Located<string>> field)
    {
        decimal? Number(string name) => DecimalOf(diagnostics, field(name));

        var value = field("value");
        if (value.Value.Length > 0 && Number("value") is null)
        {
            return null;
        }

        var score = value.Value.Length == 0 ? null : new DraftScore(metric, MeasuredAt.Whole, new ForeignFigure(value.With(Number("value")!.Value), ForeignUnit.Same))
        {
            Method = method,
            Low = Number("interval_low"),
            High = Number("interval_high"),
            Level = Number("level"),
            Source = source,
        };
        return new OwnFigureRow
        {
            Target = target,
            Score = score is null ? null : Counted(score, metric, field("basis").Value, field("n_of").Value, Number("n"), Number("raters"), Number("tries")),
            UseCase = useCase,
            BelongsTo = field("belongs_to").Value,
            Line = field("line").Value is { Length: > 0 } line ? $"{field("path").Value}:{line}" : null,
            Band = metric.Unit == Unit.Usd ? field("band").Value.Split(' ')[^1] : "",
            Source = source,
        };
    }

    /// <summary>Adds it as what was measured at a place.</summary>
    public void AddTo(SubmissionDraft draft, MeasuredAt at)
    {
        if (IsMoney && at != MeasuredAt.Whole)
        {
            draft.Add(new CostRow(Score is null ? "" : DecimalText.Of(Score.Figure.Value.Value), "1")
            {
                UseCase = at.UseCase ?? "",
                Profile = at.Profile ?? "",
                Band = Band,
                Source = Source,
            });
        }
        else if (Score is not null)
        {
            draft.Add(Score with { At = at });
        }
    }

    // How often something was judged, as a submission says it; an interval that follows from that is left out.
    private static DraftScore Counted(DraftScore score, Metric metric, string basis, string countOf, decimal? n, decimal? raters, decimal? tries)
    {
        var count = Whole(n);
        switch (countOf)
        {
            case "trials" when basis == "proportion" && count is { } trials && SuccessesOf(score, metric, trials) is { } successes:
                return score with { Successes = successes, Trials = trials, Low = null, High = null, Level = null };
            case "tasks" when Whole(tries) is { } each:
                return score with { Count = count, Trials = each };
            case "items" when count is { } items && raters is > 0 and <= int.MaxValue && Judged(items, raters.Value) is { } all:
                return score with { Items = items, Count = all };
            case "observations" when basis == "bounded" && metric.Unit is Unit.Percent or Unit.Share:
                return score with { Count = count, Low = null, High = null, Level = null };
            default:
                return score with { Count = count };
        }
    }

    // Null for what is no number of things.
    private static int? Whole(decimal? number) => number is >= 1 and <= int.MaxValue && decimal.IsInteger(number.Value) ? (int)number.Value : null;

    // The mean number of raters may have been printed with few decimals.
    private static int? Judged(int items, decimal raters) =>
        decimal.Round(items * raters) is var all && Math.Abs(all - (items * raters)) < 0.001m * items ? Whole(all) : null;

    // The share may have been printed with few decimals, and was one of whole numbers.
    private static int? SuccessesOf(DraftScore score, Metric metric, int trials)
    {
        if (metric.Unit is not (Unit.Percent or Unit.Share) || score.Figure.Value.Value is < 0 or > 100)
        {
            return null;
        }

        var exact = score.Figure.Value.Value * trials / (metric.Unit == Unit.Percent ? 100 : 1);
        var whole = decimal.Round(exact);
        return Math.Abs(whole - exact) < 0.25m && whole <= trials ? (int)whole : null;
    }

    // Null for an empty field and after a report.
    private static decimal? DecimalOf(DiagnosticBag diagnostics, Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(field.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        diagnostics.Report(ImportProblems.FigureNotRead(field, "a number"));
        return null;
    }
}
