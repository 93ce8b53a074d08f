using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Values;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>
/// A table of results that nobody described: which column names the models, which hold figures and of what kind. Wide tables have a column
/// for each measure or task; long ones a row, with columns that name them.
/// </summary>
public sealed class ProposedTable
{
    private static readonly string[] s_models = ["model", "modelname", "models", "system", "agent", "llm", "name", "engine", "submission", "method", "modell", "modelo", "modèle"];
    private static readonly string[] s_providers =
        ["provider", "organization", "organisation", "org", "vendor", "developer", "company", "creator", "lab", "maker", "team", "author", "submittedby", "anbieter", "hersteller", "fournisseur",
         "proveedor"];

    private static readonly string[] s_tasks = ["task", "usecase", "dataset", "benchmark", "subset", "domain", "scenario", "testset", "suite", "language"];
    private static readonly string[] s_metrics = ["metric", "measure", "criterion", "metricname", "test"];
    private static readonly string[] s_groups = ["dimension", "category", "group", "area", "aspect"];
    private static readonly string[] s_values = ["value", "score", "result", "mean", "metricvalue", "valuepct", "percent", "accuracy", "rate"];
    private static readonly string[] s_counts = ["n", "samples", "samplesize", "questions", "ntotal", "tests", "nquestions", "nqueries", "testcases", "nsamples", "items"];

    private readonly List<string> _leftOut = [];

    private ProposedTable(ImportFile file, TableWriting writing, ForeignTable table, string model)
    {
        (File, Writing, Table, Model) = (file, writing, table, model);
        Provider = Find(s_providers);
        Licence = Find("license", "licence");
        Released = Find("released", "releasedate");
        Evaluated = Find("evaluatedon", "date", "evaldate", "rundate");
        var isRepeated = Texts(model).Distinct(StringComparer.Ordinal).Count() * 1.5 <= table.Rows.Length;
        Task = isRepeated ? Find(s_tasks) : null;
        Metric = isRepeated ? Find(s_metrics) : null;
        Group = Metric is null ? null : Find(s_groups);
        Direction = Metric is null ? null : Find("direction", "better");
        Count = table.Header.FirstOrDefault(column => Is(column, s_counts) && IsNumeric(column));
        var known = new[] { model, Provider, Licence, Released, Evaluated, Task, Metric, Group, Direction, Count }.OfType<string>().ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> others = [.. table.Header.Where(column => column.Length > 0 && !known.Contains(column) && table.CountOf(column) == 1)];
        ImmutableArray<string> numeric = [.. others.Where(IsNumeric)];
        Value = Metric is null ? null : Named(numeric, s_values) ?? (numeric is [var only] ? only : null);
        var errors = numeric.Where(column => numeric.Any(other => ProposedColumn.IsErrorOf(column, other))).ToHashSet(StringComparer.Ordinal);
        Columns = Value is not null ? [] :
        [
            .. numeric.Where(column => !errors.Contains(column)).Select(Column).OfType<ProposedColumn>()
                .Select(column => column with { Error = errors.FirstOrDefault(error => ProposedColumn.IsErrorOf(error, column.Name)) }),
        ];
        Variant = VariantOf([.. others.Where(column => !IsNumeric(column) && !IsLink(column))]);
        _leftOut.AddRange(others.Where(column => !IsNumeric(column) && !Variant.Contains(column)).Select(column => $"'{column}': it holds no numbers"));
        if (Value is not null)
        {
            _leftOut.AddRange(numeric.Where(column => column != Value).Select(column => $"'{column}': the figures are those of '{Value}'"));
        }
    }

    /// <summary>The columns of figures in percent and grades: their names, in the order of the table.</summary>
    public ImmutableArray<string> Scores => [.. ScoreColumns.Select(column => column.Name)];

    /// <summary>The columns of which lower figures are better, by their names and units.</summary>
    public ImmutableArray<string> Lower => [.. Columns.Where(column => column.LowerIsBetter).Select(column => column.Name)];

    /// <summary>All columns of figures.</summary>
    public ImmutableArray<string> Figures => [.. Columns.Select(column => column.Name)];

    /// <summary>Whether the columns of scores may be tasks that one measure is taken of: where there are several, and no column names tasks.</summary>
    public bool MayBeTasks => Task is null && Value is null && ScoreColumns.Length > 1;

    /// <summary>Whether their names look like tasks rather than measures.</summary>
    public bool LookLikeTasks => MayBeTasks && ScoreColumns.Count(column => column.IsAspect) * 2 < ScoreColumns.Length;

    /// <summary>Whether something says who offers each model: a column, or the part before the slash of its name.</summary>
    public bool HasProviders => Provider is not null || Texts(Model).All(name => name.Split('/') is [{ Length: > 0 }, { Length: > 0 }]);

    /// <summary>Columns that are left out, each with the reason.</summary>
    public ImmutableArray<string> LeftOut => [.. _leftOut];

    internal ImportFile File { get; }

    internal TableWriting Writing { get; }

    internal ForeignTable Table { get; }

    internal string Model { get; }

    internal string? Provider { get; }

    internal string? Licence { get; }

    internal string? Released { get; }

    internal string? Evaluated { get; }

    internal string? Task { get; }

    internal string? Metric { get; }

    internal string? Group { get; }

    internal string? Direction { get; }

    internal string? Count { get; }

    /// <summary>The one column of figures of a table that names a metric in each row; null for others.</summary>
    internal string? Value { get; }

    /// <summary>The columns that tell rows of one model apart; none where each model has one row of each task and metric.</summary>
    internal ImmutableArray<string> Variant { get; }

    internal ImmutableArray<ProposedColumn> Columns { get; }

    /// <summary>What sums up other columns is not taken over: the board computes its own means, and says how.</summary>
    internal ImmutableArray<ProposedColumn> Aggregates =>
        Columns.Count(column => column.Unit is Unit.Percent or Unit.Grade) is > 2 and var all
            && Columns.Where(column => column.IsAggregate).ToImmutableArray() is { IsEmpty: false } found && found.Length < all - 1
            ? found
            : [];

    internal ImmutableArray<ProposedColumn> ScoreColumns =>
        [.. Columns.Where(column => column.Unit is Unit.Percent or Unit.Grade).Except(Aggregates)];

    /// <summary>Reads a table, or gives null after a report.</summary>
    /// <param name="file">The table: CSV, TSV or XLSX.</param>
    /// <param name="model">The column that names the models; null to look for it.</param>
    /// <param name="diagnostics">Takes what is wrong with the table.</param>
    public static ProposedTable? Read(ImportFile file, string? model, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var writing = WrittenTable.Of(file);
        if (ForeignTable.Open(file, writing, diagnostics) is not { } table || diagnostics.HasErrors)
        {
            return null;
        }

        var found = model is not null
            ? table.Header.FirstOrDefault(column => column == model)
            : s_models.Select(name => table.Header.FirstOrDefault(column => Slug.Squeeze(column) == name)).FirstOrDefault(column => column is not null)
                ?? table.Header.FirstOrDefault(column => ProposedColumn.Words(column).Contains("model") && !IsNumber(table, column, writing));
        if (found is null)
        {
            diagnostics.Report(ImportProblems.NoModels(table.HeaderPlace, model, table.Header));
            return null;
        }

        var proposed = new ProposedTable(file, writing, table, found);
        if (proposed.Columns.IsEmpty && proposed.Value is null)
        {
            diagnostics.Report(ImportProblems.NoFigures(table.HeaderPlace, proposed.LeftOut));
            return null;
        }

        return proposed;
    }

    /// <summary>The texts of a column that say something, in the order of the rows.</summary>
    internal ImmutableArray<string> Texts(string column) =>
        [.. Table.Rows.Select(row => Table.Field(row, column).Value).Where(text => text.Length > 0 && !Writing.Missing.Contains(text))];

    /// <summary>The writing as a mapping says it: of the texts for empty cells only those that the table has.</summary>
    internal TableWriting Used
    {
        get
        {
            var cells = Table.Rows.SelectMany(row => row).Select(cell => cell.Value.Trim()).Where(text => text.Length > 0);
            return Writing with { Missing = ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, WrittenTable.MissingIn(cells).Concat(Marks)) };
        }
    }

    // A negative number among positive ones stands for nothing measured: -1 where a speed or a price is not known.
    private IEnumerable<string> Marks => Columns.Select(column => column.Name).Concat(Value is null ? [] : [Value]).SelectMany(column => Texts(column)).Where(IsMark);

    internal static bool IsMark(string text) => text is "-1" or "-1.0";

    private ProposedColumn? Column(string name)
    {
        ImmutableArray<string> cells = [.. Texts(name).Where(text => !IsMark(text))];
        return cells.IsEmpty ? Leave(name, "it has no figures") : ProposedColumn.Of(name, cells, Writing, out var reason) ?? Leave(name, reason!);
    }

    private ProposedColumn? Leave(string name, string reason)
    {
        _leftOut.Add($"'{name}': {reason}");
        return null;
    }

    private string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Table.Header.FirstOrDefault(column => Slug.Squeeze(column) == name && column != Model) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool Is(string column, string[] names) => names.Contains(Slug.Squeeze(column));

    private static string? Named(ImmutableArray<string> columns, string[] names) =>
        names.Select(name => columns.FirstOrDefault(column => Slug.Squeeze(column) == name)).FirstOrDefault(column => column is not null);

    private bool IsNumeric(string column) => IsNumber(Table, column, Writing);

    private static bool IsNumber(ForeignTable table, string column, TableWriting writing)
    {
        var texts = table.Rows.Select(row => table.Field(row, column).Value).Where(text => text.Length > 0 && !writing.Missing.Contains(text)).ToList();
        return texts.Count > 0 && texts.TrueForAll(text => writing.TryNumber(MappedNumbers.WithoutSign(text), out _));
    }

    private bool IsLink(string column) => Texts(column) is { IsEmpty: false } texts && texts.All(text => text.Contains("://", StringComparison.Ordinal));

    // One column that tells the rows apart, else two of them.
    private ImmutableArray<string> VariantOf(ImmutableArray<string> texts)
    {
        string?[] keys = [Model, Task, Metric];
        bool TellsApart(params string[] columns)
        {
            var rows = Table.Rows.Select(row => string.Join('\n', keys.Concat(columns).Select(column => Table.Field(row, column).Value)));
            return rows.Distinct(StringComparer.Ordinal).Count() == Table.Rows.Length;
        }

        if (TellsApart())
        {
            return [];
        }

        if (texts.FirstOrDefault(column => TellsApart(column)) is { } one)
        {
            return [one];
        }

        return texts.SelectMany((first, i) => texts.Skip(i + 1), (first, second) => (first, second))
            .Where(pair => TellsApart(pair.first, pair.second))
            .Select(pair => ImmutableArray.Create(pair.first, pair.second))
            .FirstOrDefault([]);
    }
}
