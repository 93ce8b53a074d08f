using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>
/// Imports the CSV files of the Salesforce space "LLM Leaderboard for CRM". Which of the four a file is, its columns tell; their names
/// are compared by letters and digits.
/// </summary>
internal static class CrmSpaceReader
{
    private const string Benchmark = "crm-llm";
    private const string Address = "https://huggingface.co/spaces/Salesforce/crm_llm_leaderboard";
    private const string Title = "LLM Benchmark for CRM: files of the public leaderboard";
    private const string Publisher = "Salesforce AI Research";

    public static void Read(ImportJob job, IReadOnlyList<ImportFile> files)
    {
        var passedOver = new List<Diagnostic>();
        var hasRead = false;
        foreach (var file in files)
        {
            if (job.Target(file, Benchmark) is not { } target)
            {
                continue;
            }

            if (Refusal(job, file, out var table, out var columns) is { } refusal)
            {
                passedOver.Add(refusal);
            }
            else if (table is not null && columns is { Kind: { } kind })
            {
                hasRead = true;
                Read(job, file, target, table, columns, kind);
                job.LeaveRest(table);
            }
        }

        // Files that were only found in a folder may be of another kind: they are noted, and no fault.
        foreach (var reason in passedOver)
        {
            if (hasRead && files.Any(file => file.IsFound && file.Path == reason.Place.Path))
            {
                job.Leave(reason.Place, "(file)", reason.Place.Path, $"It is passed over in its folder. {reason.Message}");
            }
            else
            {
                job.Diagnostics.Report(reason);
            }
        }
    }

    // Null where it is one of the tables, or after a report of what is wrong with its form.
    private static Diagnostic? Refusal(ImportJob job, ImportFile file, out ForeignTable? table, out CrmSpaceColumns? columns)
    {
        (table, columns) = (null, null);
        if ((FileKind.OfBytes(file.Content.Span) ?? FileKind.InPlaceOfTable(file.Path, file.Content.Span)) is { } other)
        {
            return ImportProblems.AnotherKind(new SourcePlace(file.Path), other);
        }

        table = ForeignTable.Open(file, job.Diagnostics);
        columns = table is null ? null : new CrmSpaceColumns(table);
        return columns is { Kind: null }
            ? ImportProblems.WrongFormat(table!.HeaderPlace, job.Format, "its columns are those of none of the space's four tables")
            : null;
    }

    private static void Read(
        ImportJob job, ImportFile file, ImportTarget target, ForeignTable table, CrmSpaceColumns columns, CrmSpaceKind kind)
    {
        var rows = new CrmSpaceRows(job, target, table, columns);
        if (kind == CrmSpaceKind.Flavors)
        {
            rows.CompareFlavors();
            return;
        }

        foreach (var row in table.Rows)
        {
            var name = table.Field(row, columns.Model);
            if (name.Value.Length == 0)
            {
                job.Diagnostics.Report(Problems.ValueMissing(name.Place, columns.Model!));
                continue;
            }

            if (job.Model(name, CrmSpaceRows.ModelNames) is not { } model
                || job.Source(file, "leaderboard", Title, Address, "Apache-2.0", "", CrmSpaceRows.Note) is not { } source)
            {
                continue;
            }

            var draft = job.Draft(target, model, job.Options.Variant ?? "", name.Place);
            draft.Describe(Publisher, "", "");
            draft.Set("Name in the source", name.Value);
            rows.Read(draft, kind, row, draft.AddSource(source));
        }
    }
}

/// <summary>Reads the rows of the space's tables.</summary>
internal sealed class CrmSpaceRows(ImportJob job, ImportTarget target, ForeignTable table, CrmSpaceColumns columns)
{
    /// <summary>What a reader should know of the figures.</summary>
    public const string Note =
        "Means over requests of about 500 (short) or 3,000 (long) tokens in and 250 out; money per 1,000 requests. "
        + "Nothing is said on their spread.";

    private const string FairnessForm = "a percentage, or one with its interval as in 98.3% [98.2%, 98.5%]";

    /// <summary>Models that the space calls otherwise than their providers do.</summary>
    public static ImmutableDictionary<string, string> ModelNames { get; } = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("AI21 Jamba-Instruct", "jamba-instruct"),
            KeyValuePair.Create("Gemini Pro 1", "gemini-1.0-pro"),
            KeyValuePair.Create("Gemini Pro 1.5", "gemini-1.5-pro"),
        ]);

    /// <summary>Reads one row of a table with models.</summary>
    public void Read(SubmissionDraft draft, CrmSpaceKind kind, ImmutableArray<Located<string>> row, string source)
    {
        switch (kind)
        {
            case CrmSpaceKind.Accuracy:
                ReadAccuracy(draft, row, source);
                break;
            case CrmSpaceKind.LatencyCost:
                ReadLatencyCost(draft, row, source);
                break;
            default:
                ReadTrust(draft, row, source);
                break;
        }
    }

    /// <summary>Compares the flavors with the profiles of our use cases; differences go into the report.</summary>
    public void CompareFlavors()
    {
        foreach (var row in table.Rows)
        {
            var (name, flavor) = (table.Field(row, columns.UseCase), table.Field(row, columns.Flavor));
            var useCase = target.Benchmark.UseCases.FirstOrDefault(known => known.Id == target.Names.UseCase(name.Value));
            if (useCase is null)
            {
                job.Leave(name.Place, columns.UseCase!, name.Value, target.Names.NoUseCase(name.Value));
            }
            else if (target.Names.Profile(flavor.Value) != useCase.Profile)
            {
                var reason = $"The use case '{useCase.Id}' has the profile '{useCase.Profile}' here; an import does not change use cases.";
                job.Leave(flavor.Place, columns.Flavor!, flavor.Value, reason);
            }
        }
    }

    private void ReadAccuracy(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        var (useCase, method) = (table.Field(row, columns.UseCase), table.Field(row, columns.Method));
        if (target.Names.UseCase(useCase.Value) is not { } id)
        {
            job.Leave(useCase.Place, columns.UseCase!, useCase.Value, target.Names.NoUseCase(useCase.Value));
            return;
        }

        var judgedBy = Slug.Squeeze(method.Value) switch
        {
            "manual" => JudgedBy.People,
            "auto" or "automated" => JudgedBy.Programs,
            _ => (JudgedBy?)null,
        };
        if (judgedBy is null)
        {
            job.Diagnostics.Report(Problems.NotOneOf(method, columns.Method!, ["Manual", "Auto"]));
            return;
        }

        AddMetrics(draft, row, new MeasuredAt(id, null), source, judgedBy.Value);
    }

    private void ReadTrust(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        AddMetrics(draft, row, MeasuredAt.Whole, source, JudgedBy.Programs);
        var fairness = table.Field(row, columns.Fairness);
        if (fairness.Value.Length == 0 || target.Names.Metric("crm-fairness") is not { } metric)
        {
            return;
        }

        if (Interval(fairness.Value) is not { } figure)
        {
            job.Diagnostics.Report(ImportProblems.FigureNotRead(fairness, FairnessForm));
            return;
        }

        draft.Add(new DraftScore(metric, MeasuredAt.Whole, new ForeignFigure(fairness.With(figure.Value), ForeignUnit.Same))
        {
            Low = figure.Low,
            High = figure.High,
            Source = source,
        });
    }

    private void ReadLatencyCost(SubmissionDraft draft, ImmutableArray<Located<string>> row, string source)
    {
        var flavor = table.Field(row, columns.Flavor);
        if (target.Names.Profile(flavor.Value) is not { } profile)
        {
            job.Leave(flavor.Place, columns.Flavor!, flavor.Value, $"The benchmark '{target.Benchmark.Id}' has no such profile.");
            return;
        }

        if (Number(table.Field(row, columns.Seconds)) is { } seconds && target.Names.Metric("seconds") is { } metric)
        {
            var figure = new ForeignFigure(seconds, ForeignUnit.Same);
            draft.Add(new DraftScore(metric, new MeasuredAt(null, profile), figure) { Source = source });
        }

        var usd = Number(table.Field(row, columns.Cost));
        var band = target.Band(job, table.Field(row, columns.Band));
        if (usd is not null || band.Length > 0)
        {
            draft.Add(new CostRow(usd is null ? "" : DecimalText.Of(usd.Value), "1000") { Profile = profile, Band = band, Source = source });
        }
    }

    private void AddMetrics(SubmissionDraft draft, ImmutableArray<Located<string>> row, MeasuredAt at, string source, JudgedBy judgedBy)
    {
        foreach (var (column, id) in columns.Metrics)
        {
            var field = table.Field(row, column);
            if (target.Names.Metric(id) is not { } metric)
            {
                job.Leave(field.Place, column, field.Value, target.Names.NoMetric(id));
            }
            else if (Number(field) is { } figure)
            {
                var methods = target.Benchmark.Methods.Where(known => known.JudgedBy == judgedBy).Select(known => known.Id).ToList();
                var method = metric.Methods.FirstOrDefault(methods.Contains);
                draft.Add(new DraftScore(metric, at, new ForeignFigure(figure, ForeignUnit.Same)) { Method = method, Source = source });
            }
        }
    }

    // Null for an empty field and after a report.
    private Located<decimal>? Number(Located<string> field)
    {
        if (field.Value.Length == 0)
        {
            return null;
        }

        if (Parse(field.Value) is { } number)
        {
            return field.With(number);
        }

        job.Diagnostics.Report(ImportProblems.FigureNotRead(field, "a number, with or without a sign of percent or dollars"));
        return null;
    }

    private static (decimal Value, decimal? Low, decimal? High)? Interval(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return Parse(text) is { } alone ? (alone, null, null) : null;
        }

        return text.EndsWith(']') && Parse(text[..open]) is { } value && text[(open + 1)..^1].Split(',') is [var left, var right]
            && Parse(left) is { } low && Parse(right) is { } high && low <= high
                ? (value, low, high)
                : null;
    }

    private static decimal? Parse(string text) =>
        DraftNumber.TryParse(text.Trim(' ', '%', '$'), out var number) ? number : null;
}

/// <summary>The columns of one of the space's tables, as that table writes them; null where it lacks one.</summary>
internal sealed class CrmSpaceColumns(ForeignTable table)
{
    /// <summary>The model.</summary>
    public string? Model { get; } = table.ColumnLike("Model Name", "Model", "LLM");

    /// <summary>The use case.</summary>
    public string? UseCase { get; } = table.ColumnLike("Use Case Name", "Use Case");

    /// <summary>Short or long.</summary>
    public string? Flavor { get; } = table.ColumnLike("Use Case Flavor", "Flavor", "Version");

    /// <summary>Manual or auto.</summary>
    public string? Method { get; } = table.ColumnLike("Accuracy Method", "Method", "Manual/Auto");

    /// <summary>Mean dollars of 1,000 requests.</summary>
    public string? Cost { get; } =
        table.ColumnLike("Mean Cost per 1K Requests", "Mean Cost per 1,000 Requests", "Mean Cost (USD) per 1K Requests");

    /// <summary>The published word for the cost.</summary>
    public string? Band { get; } = table.ColumnLike("Cost Band");

    /// <summary>Mean seconds to the full response.</summary>
    public string? Seconds { get; } = table.ColumnLike(
        "Response Time (Sec)", "Response Time (Seconds)", "Response Time (s)", "Mean Response Time (Sec)", "Response Time in Seconds");

    /// <summary>The interval of fairness, where it has a column of its own.</summary>
    public string? Fairness { get; } = table.ColumnLike("CRM Fairness", "CRM Bias", "Fairness");

    /// <summary>The columns of grades and of percentages, with the metrics and parts they fill.</summary>
    public ImmutableArray<(string Column, string Metric)> Metrics { get; } =
    [
        .. new (string Metric, string?[] Columns)[]
        {
            ("instruction-following", [table.ColumnLike("Instruction Following")]),
            ("completeness", [table.ColumnLike("Completeness")]),
            ("conciseness", [table.ColumnLike("Conciseness")]),
            ("factuality", [table.ColumnLike("Factuality")]),
            ("truthfulness", [table.ColumnLike("Truthfulness")]),
            ("safety", [table.ColumnLike("Safety")]),
            ("privacy-zero-shot-match", [Privacy(table, "Zero", "Match")]),
            ("privacy-zero-shot-reveal", [Privacy(table, "Zero", "Reveal")]),
            ("privacy-five-shot-match", [Privacy(table, "Five", "Match")]),
            ("privacy-five-shot-reveal", [Privacy(table, "Five", "Reveal")]),
        }.Where(entry => entry.Columns[0] is not null).Select(entry => (entry.Columns[0]!, entry.Metric)),
    ];

    /// <summary>Which table it is, or null where it is none of the four.</summary>
    public CrmSpaceKind? Kind => this switch
    {
        { Model: not null, UseCase: not null, Method: not null } when Has("factuality") => CrmSpaceKind.Accuracy,
        { Model: not null, Flavor: not null } when Cost is not null || Seconds is not null => CrmSpaceKind.LatencyCost,
        { Model: not null } when Has("truthfulness") || Has("safety") || Fairness is not null => CrmSpaceKind.Trust,
        { Model: null, UseCase: not null, Flavor: not null } => CrmSpaceKind.Flavors,
        _ => null,
    };

    private bool Has(string metric) => Metrics.Any(entry => entry.Metric == metric);

    private static string? Privacy(ForeignTable table, string shots, string test) => table.ColumnLike(
        $"Privacy {shots}-Shot {test} Avoidance", $"Privacy {shots}-Shot {test}", $"{shots}-Shot {test} Avoidance");
}

/// <summary>The tables of the space.</summary>
internal enum CrmSpaceKind
{
    /// <summary>Grades by model, use case and method.</summary>
    Accuracy,

    /// <summary>Money and seconds by model and flavor.</summary>
    LatencyCost,

    /// <summary>Percentages by model.</summary>
    Trust,

    /// <summary>The flavor of each use case.</summary>
    Flavors,
}
