using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>ratings.csv</c> straight into columns: a million rows in well under a second, a few dozen bytes a row.</summary>
internal sealed class RatingsReader
{
    // Who names as many raters wrongly has not misspelt one.
    private const int MostSuggestions = 1_000;

    private readonly CsvTable _table;
    private readonly Submission _submission;
    private readonly SubmissionContext _context;
    private readonly CsvColumn _useCase;
    private readonly CsvColumn _item;
    private readonly CsvColumn _criterion;
    private readonly CsvColumn _rater;
    private readonly List<RatedColumn> _metrics = [];
    private readonly NameIndex _useCases = new();
    private readonly NameIndex _items = new();
    private readonly NameIndex _criteria = new();
    private readonly NameIndex _raters = new();
    private readonly List<bool> _useCaseIsRight = [];
    private readonly ImmutableArray<int>.Builder _rowUseCases = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _rowItems = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _rowCriteria = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _rowRaters = ImmutableArray.CreateBuilder<int>();

    // The line of each response's first rating by a rater.
    private readonly Dictionary<(int UseCase, int Item, int Criterion, int Rater), int> _lines = [];

    private RatingsReader(CsvTable table, Submission submission, SubmissionContext context)
    {
        (_table, _submission, _context) = (table, submission, context);
        (_useCase, _item, _rater) = (table.Column("use_case"), table.Column("item"), table.Column("rater"));
        _criterion = table.Column("criterion");
    }

    /// <summary>The rows that were right, in the order of the file; null where no metric is rated.</summary>
    public static RatingTable? Read(CsvTable table, Submission submission, SubmissionContext context) =>
        new RatingsReader(table, submission, context).Read();

    private RatingTable? Read()
    {
        FindMetrics();
        MakeRoom();
        while (_table.Read())
        {
            ReadRow();
        }

        CheckMethods();
        CheckJudges();
        return _metrics.Count == 0 ? null : new RatingTable
        {
            UseCases = _useCases.Names,
            Items = _items.Names,
            Raters = _raters.Names,
            Criteria = _criteria.Names,
            Criterion = _criteria.Count == 0 ? [] : _rowCriteria.DrainToImmutable(),
            Metrics = [.. _metrics.Select(column => column.Metric.Id)],
            UseCase = _rowUseCases.DrainToImmutable(),
            Item = _rowItems.DrainToImmutable(),
            Rater = _rowRaters.DrainToImmutable(),
            Values = [.. _metrics.Select(column => column.Values.DrainToImmutable())],
            Place = _table.Whole,
        };
    }

    private void FindMetrics()
    {
        foreach (var name in _table.Header.Distinct())
        {
            if (!_context.Names.Metrics.TryGetValue(name, out var metric))
            {
                continue;
            }

            var column = _table.Column(name);
            if (metric.Scale is { } scale && metric.Parts.IsEmpty)
            {
                _metrics.Add(new RatedColumn(column, metric, scale));
            }
            else
            {
                _table.Fail(Problems.NotRated(_table.PlaceInHeader(column), name));
            }
        }

        if (_metrics.Count == 0)
        {
            _table.Fail(Problems.NotRated(_table.Whole, null));
        }
    }

    // The number of lines is known beforehand, so columns need not grow and be copied.
    private void MakeRoom()
    {
        var rows = _table.RowsAbout;
        _lines.EnsureCapacity(rows);
        foreach (var builder in (ReadOnlySpan<ImmutableArray<int>.Builder>)[_rowUseCases, _rowItems, _rowCriteria, _rowRaters])
        {
            builder.Capacity = rows;
        }

        foreach (var column in _metrics)
        {
            column.Values.Capacity = rows;
        }
    }

    private void ReadRow()
    {
        var useCase = UseCase();
        var item = Name(_items, _item);
        var criterion = _table.Bytes(_criterion).IsEmpty ? -1 : Name(_criteria, _criterion);
        var rater = Name(_raters, _rater);
        foreach (var column in _metrics)
        {
            column.Current = Rating(column);
        }

        if (!_table.Complete)
        {
            return;
        }

        ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(_lines, (useCase, item, criterion, rater), out var isSecond);
        if (isSecond)
        {
            var first = _table.Whole with { Line = line };
            _table.Fail(Problems.DuplicateRating(_table.RowPlace, _useCases[useCase], _items[item], _raters[rater], first));
            return;
        }

        line = _table.Line;
        _rowUseCases.Add(useCase);
        _rowItems.Add(item);
        _rowCriteria.Add(criterion);
        _rowRaters.Add(rater);
        foreach (var column in _metrics)
        {
            column.Values.Add(column.Current);
        }
    }

    private int UseCase()
    {
        if (!_table.IsGiven(_useCase))
        {
            return 0;
        }

        var index = _useCases.IndexOf(_table.Bytes(_useCase));
        if (index == _useCaseIsRight.Count)
        {
            // A name is looked up once and reported once, at its first row.
            _context.UseCase(_table, _useCase);
            _useCaseIsRight.Add(_table.Complete);
        }
        else if (!_useCaseIsRight[index])
        {
            _table.Skip();
        }

        return index;
    }

    private int Name(NameIndex names, CsvColumn column)
    {
        if (!_table.IsGiven(column))
        {
            return 0;
        }

        var known = names.Count;
        var index = names.IndexOf(_table.Bytes(column));
        if (index == known)
        {
            _table.Name(column);
        }

        return index;
    }

    private short Rating(RatedColumn column)
    {
        var bytes = _table.Bytes(column.Column);
        if (bytes.IsEmpty)
        {
            return RatingTable.Missing;
        }

        // Nearly all ratings are one digit.
        if (bytes.Length == 1 && bytes[0] is >= (byte)'0' and <= (byte)'9' && column.Scale.Contains(bytes[0] - '0'))
        {
            return (short)(bytes[0] - '0');
        }

        if (!_table.IsGiven(column.Column))
        {
            return RatingTable.Missing;
        }

        if (!ValueText.TryWhole(bytes, out var rating))
        {
            _table.Fail(ValueText.NumberProblem(_table.Located(column.Column), whole: true));
            return RatingTable.Missing;
        }

        if (rating < column.Scale.Lowest || rating > column.Scale.Highest)
        {
            _table.Fail(Problems.RatingOffScale(_table.Located(column.Column), column.Scale));
            return RatingTable.Missing;
        }

        return (short)rating;
    }

    // People's ratings have the submission's method, judges' ratings their own; each of these methods must be allowed for the metric.
    private void CheckMethods()
    {
        var judges = _submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
        var methods = _raters.Names
            .Select(rater => judges.GetValueOrDefault(rater, _submission.Method))
            .Where(method => method.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var column in _metrics)
        {
            foreach (var method in methods.Where(method => !column.Metric.Methods.Contains(method)))
            {
                _table.Fail(Problems.MethodNotOfMetric(new Located<string>(method, _table.PlaceInHeader(column.Column)), column.Metric));
            }
        }
    }

    // If a benchmark names the judges of a method, no board would show the ratings of another rater.
    private void CheckJudges()
    {
        var judges = _submission.Judges.ToDictionary(judge => judge.Rater, judge => judge.Method, StringComparer.Ordinal);
        foreach (var rater in _raters.Names)
        {
            var method = judges.GetValueOrDefault(rater, _submission.Method);
            var views = _context.Names.Benchmark.Methods.Where(known => known.View?.Method == method).ToArray();
            if (views.Length > 0 && !views.Any(view => view.Takes(method, rater)))
            {
                var known = views.SelectMany(view => view.View!.Raters).Distinct().Order(StringComparer.Ordinal).ToArray();
                _table.Fail(Problems.RaterNotAmongJudges(new Located<string>(rater, _table.Whole), method, _raters.Count > MostSuggestions ? null : NearestName.Of(rater, known)));
            }
        }
    }

    private sealed record RatedColumn(CsvColumn Column, Metric Metric, RatingScale Scale)
    {
        public ImmutableArray<short>.Builder Values { get; } = ImmutableArray.CreateBuilder<short>();

        public short Current { get; set; }
    }
}
