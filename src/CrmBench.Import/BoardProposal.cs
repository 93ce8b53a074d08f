using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Import;

/// <summary>What somebody decided about a table of which a board is proposed.</summary>
/// <param name="AreTasks">Whether its columns of scores are tasks that one measure is taken of, and not measures of one task.</param>
/// <param name="Lower">The columns of which lower figures are better.</param>
/// <param name="Provider">Who offers the models of which the table does not say it.</param>
/// <param name="SubmittedBy">Who ran the evaluation.</param>
public sealed record ProposalChoices(bool AreTasks, ImmutableArray<string> Lower, string Provider, string SubmittedBy);

/// <summary>
/// A board proposed from a table: what it measures, its use cases, its models, and the mapping by which <c>crmbench import csv</c> reads the
/// table, now and whenever it has new rows.
/// </summary>
public sealed partial class BoardProposal
{
    private const string Whole = "all";

    private readonly ProposedTable _table;
    private readonly ProposalChoices _choices;
    private readonly List<string> _toReview = [];

    /// <summary>Proposes a board.</summary>
    /// <param name="table">The table.</param>
    /// <param name="choices">What somebody decided.</param>
    public BoardProposal(ProposedTable table, ProposalChoices choices)
    {
        (_table, _choices) = (table, choices);
        var inRows = table.Value is not null;
        Metrics = inRows ? InRows() : InColumns();
        UseCases = FindUseCases();
        Measures = FindMeasures();
        _toReview.AddRange(table.LeftOut.Select(reason => $"Left out is {reason}."));
    }

    /// <summary>What the board measures.</summary>
    public NewMeasures Measures { get; }

    /// <summary>Its use cases.</summary>
    public ImmutableArray<NewUseCase> UseCases { get; }

    /// <summary>What was assumed, a sentence each.</summary>
    public ImmutableArray<string> ToReview => [.. _toReview];

    // Each metric with the texts of the table that name it, and the group it belongs to.
    private ImmutableArray<Measured> Metrics { get; }

    private bool AreTasks => _table.MayBeTasks && _choices.AreTasks;

    private sealed record Measured(string Id, string Name, string Group, ProposedColumn Column)
    {
        /// <summary>The use case of a column that is a task; null where the column is measured on whatever the row is about.</summary>
        public NewUseCase? UseCase { get; init; }
    }

    /// <summary><c>models.csv</c> and <c>providers.csv</c> with the models of the table that are not there yet, from <c>data/</c>.</summary>
    /// <param name="catalogue">The models that are known; null for none.</param>
    /// <param name="repository">The repository, whose files are added to.</param>
    /// <param name="invented">Whether the providers, and so their models, are invented.</param>
    public ImmutableArray<OutputFile> Catalogue(Catalogue? catalogue, FileTree repository, bool invented)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var names = new ModelNames(
            catalogue?.Models.Values ?? [], catalogue?.Providers.Values ?? [], ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));
        var models = Existing(SiteForms.Models);
        var providers = Existing(SiteForms.Providers);
        var plain = _table.Texts(_table.Model).Distinct(StringComparer.Ordinal).ToLookup(PlainName, StringComparer.Ordinal);
        foreach (var row in _table.Table.Rows.DistinctBy(row => _table.Table.Field(row, _table.Model).Value))
        {
            var name = _table.Table.Field(row, _table.Model).Value;
            if (name.Length == 0 || names.Find(name) is not null)
            {
                continue;
            }

            Located<string> Said(string? column) => _table.Table.Field(row, column) is var field && _table.Writing.Missing.Contains(field.Value) ? field.With("") : field;
            var offered = Said(_table.Provider).Value is { Length: > 0 } own ? own : ProviderIn(name) ?? _choices.Provider;
            var provider = names.Provider(offered) ?? Free(Slug.Of(offered), _ => false, "provider");
            if (names.Provider(offered) is null)
            {
                var fields = ModelRows.ProviderFields(provider, ForeignText.Line(offered));
                fields["invented"] = invented ? "yes" : "";
                providers.Add(provider, fields);
                names.AddProvider(provider, offered);
            }

            // Two makers may give one name.
            var shown = ForeignText.Line(plain[PlainName(name)].Count() > 1 ? name : PlainName(name));
            var id = Free(Slug.Of(shown), names.Has, "model");
            var details = new NewModel(Said(_table.Provider), Said(_table.Licence), Said(_table.Licence), Said(_table.Released));
            models.Add(id, ModelRows.Fields(id, shown, provider, details));
            names.Add(id, [id, shown, name]);
        }

        return [.. new[] { providers, models }.Where(table => table.Added.Any()).Select(table => new OutputFile(table.Form.Name, table.Text()))];

        CatalogueTable Existing(TableForm form) =>
            new(form, repository.KindOf($"data/{form.Name}") == EntryKind.File ? repository.Read($"data/{form.Name}") : null);
    }

    /// <summary>The part of a model's name behind the name of who offers it: <c>zoom/scribe</c> is scribe.</summary>
    private static string PlainName(string name) => ProviderIn(name) is null ? name : name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string? ProviderIn(string name) => name.Split('/') is [{ Length: > 0 } provider, { Length: > 0 }] ? provider : null;

    private static string Free(string slug, Func<string, bool> isTaken, string otherwise)
    {
        var id = Identifier.IsValid(slug) ? slug : otherwise + (slug.Length > 0 ? $"-{slug}" : "");
        id = id.Length > Identifier.MostCharacters - 4 ? id[..(Identifier.MostCharacters - 4)].TrimEnd('-', '.') : id;
        return !isTaken(id) ? id : Enumerable.Range(2, int.MaxValue - 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"{id}-{i}")).First(next => !isTaken(next));
    }

    // A column a metric; where columns are tasks, all of one kind are the metric of these tasks.
    private ImmutableArray<Measured> InColumns()
    {
        var found = ImmutableArray.CreateBuilder<Measured>();
        var (metrics, useCases) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        ImmutableArray<ProposedColumn> columns =
            [.. _table.Columns.Except(_table.Aggregates).Select(column => column with { LowerIsBetter = _choices.Lower.Contains(column.Name) })];
        var tasks = AreTasks
            ? columns.Where(column => column.Unit is Unit.Percent or Unit.Grade)
                .GroupBy(column => (column.Unit, column.LowerIsBetter, column.Scale))
                .OrderByDescending(group => group.Count())
                .First()
                .ToImmutableArray()
            : [];
        var shared = SharedEnd([.. tasks.Select(task => task.Name)]);
        foreach (var column in columns)
        {
            if (tasks.Contains(column))
            {
                var name = ProposedColumn.Shown(shared.Length == 0 ? column.Name : column.Name[..^shared.Length]);
                var id = Free(Slug.Of(name), useCases.Contains, "task");
                useCases.Add(id);
                found.Add(new Measured("score", shared.Length == 0 ? "Score" : ProposedColumn.Shown(shared), "score", column) { UseCase = new(id, name, "") });
            }
            else
            {
                var id = Free(Slug.Of(column.Name), known => known == "score" || metrics.Contains(known), "metric");
                metrics.Add(id);
                found.Add(new Measured(id, ProposedColumn.Shown(column.Name), "", column));
            }
        }

        foreach (var column in _table.Aggregates)
        {
            _toReview.Add($"Left out is '{column.Name}': its name says that it sums up other columns, and the board computes its own mean, in which all weigh the same.");
        }

        return found.ToImmutable();
    }

    // A metric for each text of the column that names metrics, with the kind that its own rows say.
    private ImmutableArray<Measured> InRows()
    {
        var found = ImmutableArray.CreateBuilder<Measured>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rows in _table.Table.Rows.GroupBy(row => _table.Table.Field(row, _table.Metric).Value).Where(rows => rows.Key.Length > 0))
        {
            ImmutableArray<string> cells =
                [.. rows.Select(row => _table.Table.Field(row, _table.Value).Value).Where(text => text.Length > 0 && !_table.Writing.Missing.Contains(text) && !ProposedTable.IsMark(text))];
            if (cells.IsEmpty || ProposedColumn.Of(rows.Key, cells, _table.Writing, out var reason) is not { } column)
            {
                _toReview.Add($"Left out is '{rows.Key}': {(cells.IsEmpty ? "it has no figures" : ReasonOf(rows.Key, cells))}.");
                continue;
            }

            var said = _table.Table.Field(rows.First(), _table.Direction).Value;
            var isLower = said.Length == 0 ? column.LowerIsBetter : said.StartsWith("low", StringComparison.OrdinalIgnoreCase);
            var id = Free(Slug.Of(rows.Key), ids.Contains, "metric");
            ids.Add(id);
            found.Add(new Measured(
                id, ProposedColumn.Shown(rows.Key), _table.Table.Field(rows.First(), _table.Group).Value, column with { LowerIsBetter = isLower }));
        }

        return found.ToImmutable();

        string ReasonOf(string name, ImmutableArray<string> cells)
        {
            ProposedColumn.Of(name, cells, _table.Writing, out var why);
            return why ?? "";
        }
    }

    private ImmutableArray<NewUseCase> FindUseCases()
    {
        if (AreTasks)
        {
            return [.. Metrics.Select(metric => metric.UseCase).OfType<NewUseCase>()];
        }

        if (_table.Task is not { } task)
        {
            return [new NewUseCase(Whole, "All tasks", "")];
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. _table.Texts(task).Distinct(StringComparer.Ordinal).Select(name =>
            {
                var id = Free(Slug.Of(name), ids.Contains, "task");
                ids.Add(id);
                return new NewUseCase(id, ForeignText.Line(name), "");
            }),
        ];
    }

    private NewMeasures FindMeasures()
    {
        ImmutableArray<string> methods = ["measured"];
        var dimensions = ImmutableArray.CreateBuilder<NewDimension>();
        foreach (var group in Metrics.DistinctBy(metric => metric.Id).GroupBy(DimensionOf).OrderBy(group => Order(group.First())))
        {
            // The counted ones share direction and scale; what most have, counts.
            var counted = group.GroupBy(metric => (metric.Column.LowerIsBetter, metric.Column.Unit, metric.Column.Scale)).MaxBy(alike => alike.Count())!.Key;
            var isOne = group.First().Column.Unit is Unit.Seconds or Unit.Usd;
            var metrics = group.Select((metric, i) => new NewMetric(
                metric.Id,
                metric.Name,
                Described(metric),
                metric.Column.Unit,
                metric.Column.LowerIsBetter,
                methods)
            {
                // Seconds and dollars of different kinds have no sensible mean.
                IsCounted = isOne ? i == 0 : (metric.Column.LowerIsBetter, metric.Column.Unit, metric.Column.Scale) == counted,
                UnitName = metric.Column.UnitName,
                Scale = metric.Column.Scale,
            });
            dimensions.Add(new NewDimension(group.Key.Id, group.Key.Name, group.Key.Description, [.. metrics]));
        }

        var source = new NewMethod(
            "measured", "Measured", JudgedBy.Programs, $"As the source states it; the figures were taken over from '{_table.File.Path.Split('/')[^1]}'.");
        _toReview.Add($"Lower figures are better of {Quoted(Metrics.Where(metric => metric.Column.LowerIsBetter))}; higher ones of {Quoted(Metrics.Where(metric => !metric.Column.LowerIsBetter))}. 'better' in benchmark.json says so.");
        _toReview.Add("The method 'measured' says that programs measured. Where people graded, write \"judged_by\": \"people\" and say who.");
        foreach (var metric in Metrics.Where(metric => metric.Column.Unit == Unit.Number).DistinctBy(metric => metric.Id))
        {
            _toReview.Add($"'{metric.Name}' is read as a number, printed with '{metric.Column.UnitName}' behind it. 'unit_name' in benchmark.json says so.");
        }

        foreach (var metric in Metrics.Where(metric => metric.Column.Unit == Unit.Usd).DistinctBy(metric => metric.Id))
        {
            _toReview.Add($"'{metric.Name}' is read as US dollars of one call. If it is the price of many, give the mapping a 'factor', such as 0.001 for 1,000 calls.");
        }

        return new NewMeasures("task", [source], [], dimensions.ToImmutable());
    }

    private (string Id, string Name, string Description) DimensionOf(Measured metric) => metric switch
    {
        { Column.Unit: Unit.Usd } => ("cost", "Cost", "What it costs in US dollars, as the source states it."),
        { Column.Unit: Unit.Number } => (metric.Id, metric.Name, "As the source states it."),
        { Column.Unit: Unit.Seconds } => ("speed", "Speed", "How many seconds it takes, as the source states it."),
        { UseCase: not null } => ("score", metric.Name, $"{metric.Name} over the tasks, which all weigh the same."),
        { Group.Length: > 0 } => (Free(Slug.Of(metric.Group), _ => false, "group"), ProposedColumn.Shown(metric.Group), "Plain mean of its metrics that point the same way."),
        { Column.Unit: Unit.Grade } => ("grades", "Grades", "Mean of the grades on one scale."),
        { Column.LowerIsBetter: true } when Metrics.Any(other => other.Column is { Unit: Unit.Percent, LowerIsBetter: false }) =>
            ("errors", "Errors", "Plain mean of the shares of which lower is better."),
        _ => ("score", Metrics.Count(other => other.Column.Unit == Unit.Percent) == 1 ? metric.Name : "Score", "Plain mean of the percentages."),
    };

    // What is asked first comes first: quality before money and time.
    private static int Order(Measured metric) => metric switch
    {
        { Column.Unit: Unit.Usd } => 3,
        { Column.Unit: Unit.Seconds } => 4,
        { UseCase: not null } => 0,
        // Ratings and rates are of quality, too, but say less to a stranger than percentages.
        { Column.Unit: Unit.Number } => 2,
        { Column.LowerIsBetter: true, Group.Length: 0 } => 2,
        _ => 1,
    };

    private static string Described(Measured metric) => metric.UseCase is not null
        ? "As the source states it for each task."
        : $"'{ForeignText.Line(metric.Column.Name)}', as the source states it.";

    private static string Quoted(IEnumerable<Measured> metrics) =>
        string.Join(", ", metrics.Select(metric => metric.Name).Distinct(StringComparer.Ordinal).Select(name => $"'{name}'")) is { Length: > 0 } names ? names : "none";

    // " WER" of "AMI WER" and "LS Clean WER": what all columns end in is the metric, and what differs the task.
    private static string SharedEnd(ImmutableArray<string> names)
    {
        if (names.Length < 2)
        {
            return "";
        }

        var at = names[0].LastIndexOf(' ');
        var end = at > 0 ? names[0][at..] : "";
        return end.Length > 1 && names.All(name => name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal)) ? end : "";
    }
}
