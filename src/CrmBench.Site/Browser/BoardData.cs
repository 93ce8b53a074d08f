using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Pages;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Browser;

/// <summary>Where the rows of a board come from, as one list of files and a position in it a row.</summary>
/// <param name="Files">Each file once; <c>{}</c> stands for the submission's identifier.</param>
/// <param name="FileOfRow">Per row the position in <paramref name="Files"/>.</param>
/// <param name="LineOfRow">Per row the line, or 0 for a file as a whole.</param>
internal sealed record SourceFiles(ImmutableArray<string> Files, ImmutableArray<int> FileOfRow, ImmutableArray<int> LineOfRow)
{
    /// <summary>Collects the files of rows.</summary>
    public static SourceFiles Of(IReadOnlyList<LeaderboardRow> rows)
    {
        var files = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            files.TryAdd(Pattern(row), files.Count);
        }

        return new SourceFiles([.. files.Keys], [.. rows.Select(row => files[Pattern(row)])], [.. rows.Select(row => row.Place.Line)]);
    }

    private static string Pattern(LeaderboardRow row) =>
        row.Place.Path.Replace($"/{row.Submission.Id}/", "/{}/", StringComparison.Ordinal);
}

/// <summary>
/// Writes what the browser needs to score a board again over some of its use cases, by column; <c>board-data.js</c> reads it.
/// </summary>
/// <remarks>
/// Rows stand in the order of display. Whole columns without a value are left out, and one number stands for a column of the
/// same; a missing value is null. Values have the digits that they have in every other file, spreads and bounds ten.
/// </remarks>
internal sealed class BoardData
{
    /// <summary>The version of the form: it changes whenever an old reader would misread a new file.</summary>
    public const int Version = 3;

    private readonly ScoredRelease _release;
    private readonly Leaderboard _board;
    private readonly BoardCells _cells;
    private readonly SitePaths _paths;
    private readonly SiteSettings _site;
    private readonly ColumnWriter _columns;
    private readonly Utf8JsonWriter _json;

    private BoardData(ScoredRelease release, Leaderboard board, SitePaths paths, SiteSettings site, Utf8JsonWriter json)
    {
        (_release, _board, _paths, _site, _json) = (release, board, paths, site, json);
        _cells = BoardCells.Of(release.Observed, board);
        _columns = new ColumnWriter(json);
    }

    /// <summary>The file's bytes.</summary>
    /// <param name="release">The release with its figures.</param>
    /// <param name="board">A board of the release.</param>
    /// <param name="paths">The paths of the site.</param>
    /// <param name="site">The site's settings.</param>
    public static byte[] Write(ScoredRelease release, Leaderboard board, SitePaths paths, SiteSettings site) =>
        FileBytes.Of(buffer => Write(release, board, paths, site, buffer));

    /// <summary>Writes the file's bytes to a buffer.</summary>
    public static void Write(
        ScoredRelease release, Leaderboard board, SitePaths paths, SiteSettings site, ArrayBufferWriter<byte> buffer) =>
        FileBytes.WriteJson(buffer, json => new BoardData(release, board, paths, site, json).Write());

    private void Write()
    {
        var benchmark = _board.Benchmark;
        _json.WriteStartObject();
        _json.WriteNumber("version", Version);
        _json.WriteStartObject("benchmark");
        _json.WriteString("id", benchmark.Id);
        _json.WriteString("name", benchmark.Name);
        _json.WriteString("short", benchmark.ShortName);
        _json.WriteBoolean("invented", benchmark.Invented);
        _json.WriteNumber("level", benchmark.ConfidenceLevel);
        WriteNoun("call", MoneyText.CallNoun(benchmark));
        WriteNoun("subject", benchmark.Subject);
        WriteNoun("use_case", benchmark.UseCaseNoun);
        _json.WriteBoolean("holm", benchmark.Holm);
        _json.WriteNumber("compared", BoardFilters.MostCompared);
        _json.WriteEndObject();
        _json.WriteStartObject("release");
        _json.WriteString("id", _board.Release.Id);
        _json.WriteString("date", Format.IsoDate(_board.Release.Date));
        _json.WriteEndObject();
        _json.WriteStartObject("method");
        _json.WriteString("id", _board.Method.Id);
        _json.WriteString("name", _board.Method.Name);
        _json.WriteString("judged_by", ResultWords.Of(_board.Method.JudgedBy));
        _json.WriteEndObject();
        _json.WriteString("rank_by", _board.RankBy.Id);
        WriteUseCases();
        WriteDimensions();
        WriteModels();
        WriteRows();
        WriteFigures();
        WriteCorrelations();
        WriteGroups();
        _json.WriteEndObject();
    }

    private void WriteNoun(string name, Noun noun)
    {
        _json.WriteStartObject(name);
        _json.WriteString("one", noun.One);
        _json.WriteString("many", noun.Many);
        _json.WriteEndObject();
    }

    private void WriteUseCases()
    {
        var benchmark = _board.Benchmark;
        _json.WriteStartArray("use_cases");
        foreach (var useCase in _board.UseCases)
        {
            var profile = benchmark.Profiles.FirstOrDefault(profile => profile.Id == useCase.Profile);
            _json.WriteStartObject();
            _json.WriteString("id", useCase.Id);
            _json.WriteString("name", useCase.Name);
            _json.WriteString("area", useCase.Area);
            _json.WriteString("type", useCase.Type);
            _columns.Write("calls", useCase.CallsPerYear);
            _columns.Write("input", useCase.InputTokens ?? profile?.InputTokens);
            _columns.Write("output", useCase.OutputTokens ?? profile?.OutputTokens);
            _json.WriteCarried("weight", benchmark.WeightOf(useCase));
            _json.WriteString("path", _paths.Link(Addresses.UseCase(benchmark, useCase)));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteDimensions()
    {
        _json.WriteStartArray("dimensions");
        foreach (var dimension in _board.Benchmark.Dimensions)
        {
            _json.WriteStartObject();
            WriteHead(dimension.Id, dimension.Name, dimension.Printed, dimension.Better, dimension.Scale);
            _json.WriteString("best", LeaderText.Superlative(dimension));
            WriteGrades(dimension);
            if (dimension.Tiers is { } tiers)
            {
                _json.WriteStartObject("tiers");
                _json.WriteBoolean("as_published", tiers.AsPublished);
                _json.WriteStartArray("bands");
                foreach (var band in tiers.Bands)
                {
                    _json.WriteStartObject();
                    _json.WriteString("id", band.Id);
                    _json.WriteString("name", band.Name);
                    _columns.Write("up_to", band.UpTo);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
                _json.WriteEndObject();
            }
            else
            {
                _json.WriteNull("tiers");
            }

            WriteMetrics("metrics", dimension.Metrics);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    // Per row, use case and grade how often it was given: what columns of single grades are made of, where the page has them.
    private void WriteGrades(Dimension dimension)
    {
        if (dimension.Scale is not { } scale || !PartColumns.Of(_board).Any(group => group.Dimension.Id == dimension.Id && group.Name == PartColumns.SingleGrades))
        {
            return;
        }

        var none = new int[scale.Highest - scale.Lowest + 1];
        _json.WriteNumber("lowest_good", GradeSpread.LowestGood(scale));
        _columns.WriteAll("grades", _board.Rows.SelectMany(row => row[dimension].UseCases).SelectMany(useCase => useCase.Grades?.Counts.AsEnumerable() ?? none));
    }

    private void WriteMetrics(string name, ImmutableArray<Metric> metrics)
    {
        _json.WriteStartArray(name);
        foreach (var metric in metrics)
        {
            _json.WriteStartObject();
            WriteHead(metric.Id, metric.Name, metric.Printed, metric.Better, metric.Scale);
            _json.WriteBoolean("counted", metric.Counted);
            WriteMetrics("parts", metric.Parts);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteHead(string id, string name, PrintedUnit unit, Direction better, RatingScale? scale)
    {
        _json.WriteString("id", id);
        _json.WriteString("name", name);
        _json.WriteString("unit", ResultWords.Of(unit.Unit));
        if (unit.Name.Length > 0)
        {
            _json.WriteString("unit_name", unit.Name);
        }

        if (unit.Decimals is { } decimals)
        {
            _json.WriteNumber("decimals", decimals);
        }

        _json.WriteString("better", better == Direction.Higher ? "higher" : "lower");
        if (scale is null)
        {
            _json.WriteNull("scale");
        }
        else
        {
            _columns.WriteAll("scale", [scale.Lowest, scale.Highest]);
        }
    }

    private void WriteModels()
    {
        var models = _cells.Models;
        _json.WriteStartObject("models");
        _columns.Write("id", models.Select(model => model.Id));
        _columns.Write("name", models.Select(model => model.Name));
        _columns.WriteAll("provider", models.Select(model => _cells.ProviderOf(model)));
        _columns.Write("openness", models.Select(model => ResultWords.Of(model.Openness)));
        _json.WriteString("path", _paths.BasePath + Addresses.ModelOn("{}", _board.Benchmark, _board.Release)[1..]);
        _json.WriteEndObject();
        _json.WriteStartObject("providers");
        _columns.Write("id", _cells.Providers.Select(provider => provider.Id));
        _columns.Write("name", _cells.Providers.Select(provider => provider.Name));
        _json.WriteEndObject();
    }

    private void WriteRows()
    {
        var rows = _board.Rows.ToArray();
        var files = SourceFiles.Of(rows);
        _json.WriteStartObject("rows");
        _columns.Write("submission", rows.Select(row => row.Submission.Id));
        _columns.WriteAll("model", rows.Select(row => _cells.ModelOf(row)));
        _columns.Write("variant", rows.Select(row => row.Submission.Variant));
        _columns.WriteAll("layout", _cells.LayoutOfRow);
        _columns.WriteAll("file", files.FileOfRow);
        _columns.WriteAll("line", files.LineOfRow);
        _columns.Write("own_judge", rows.Select(row => JudgeText.OfOwnProvider(_release.Agreement, _board, row).Any() ? 1.0 : (double?)null));
        _json.WriteEndObject();
        _json.WriteNumber("complete", _board.Complete.Length);
        _json.WriteNumber("partial", _board.Partial.Length);
        _json.WriteStartObject("ranking");
        _columns.Write("rank", _board.Complete.Select(row => (double?)(row.Rank ?? row.RankOnRequest?.Rank)));
        _columns.Write("best", _board.Complete.Select(row => (double?)RangeOf(row)?.Best));
        _columns.Write("worst", _board.Complete.Select(row => (double?)RangeOf(row)?.Worst));
        _json.WriteEndObject();
        _json.WriteStartArray("layouts");
        foreach (var layout in _cells.Layouts)
        {
            _columns.WriteAll(layout);
        }

        _json.WriteEndArray();
        _columns.Write("files", files.Files.Select(file => Addresses.InRepository(_site, new(file))));
    }

    // The page hides ranks of a board without a ranking until a reader asks, whoever computed them.
    private static RankRange? RangeOf(LeaderboardRow row) => row.RankRange ?? row.RankOnRequest?.Range;

    private void WriteFigures()
    {
        var figures = _cells.Figures;
        var kinds = figures.Select(figure => (figure.Estimate.Basis, figure.Estimate.CountOf)).Distinct().ToArray();
        _json.WriteStartArray("kinds");
        foreach (var (basis, countOf) in kinds)
        {
            _columns.Write([ResultWords.Of(basis), ResultWords.Of(countOf)]);
        }

        _json.WriteEndArray();
        _json.WriteStartObject("figures");
        _columns.Write("kind", figures.Select(figure => (double?)Array.IndexOf(kinds, (figure.Estimate.Basis, figure.Estimate.CountOf))));
        // A band without money behind it has no value.
        _columns.Write("value", figures.Select(figure => figure.Estimate is { Basis: not Basis.BandOnly } known ? known.Value : (double?)null));
        _columns.WriteShort("error", figures.Select(figure => figure.Estimate.StandardError));
        _columns.Write("degrees", figures.Select(figure => double.IsFinite(figure.Estimate.DegreesOfFreedom) ? figure.Estimate.DegreesOfFreedom : (double?)null));
        _columns.WriteShort("low", figures.Select(figure => figure.Estimate.Interval?.Low));
        _columns.WriteShort("high", figures.Select(figure => figure.Estimate.Interval?.High));
        _columns.Write("count", figures.Select(figure => (double?)figure.Estimate.Count));
        _columns.Write("place", figures.Select(figure => (double?)_cells.PlaceOf(figure)));
        _columns.Write("belongs", figures.Select(figure => figure.Belonging == Belonging.Row ? (double?)null : (int)figure.Belonging));
        _columns.Write("band", figures.Select(figure => figure.Band is { } band ? BandIndex(figure.Metric, band) : null));
        _json.WriteEndObject();
    }

    // Pairs of figures by position, with the correlation of their errors; left out where no source states one.
    private void WriteCorrelations()
    {
        var pairs = _cells.Correlations;
        if (!pairs.IsEmpty)
        {
            _json.WriteStartObject("correlations");
            _columns.WriteAll("first", pairs.Select(pair => pair.First));
            _columns.WriteAll("second", pairs.Select(pair => pair.Second));
            _json.WritePropertyName("correlation");
            _columns.Write(pairs.Select(pair => (double?)pair.Correlation));
            _json.WriteEndObject();
        }
    }

    private double? BandIndex(string metric, string band) =>
        _board.Benchmark.Dimensions.First(dimension => dimension.AllMetrics.Any(one => one.Id == metric)).Tiers?.IndexOf(band);

    private void WriteGroups()
    {
        var groups = _cells.Groups;
        _columns.WriteAll("rated", _cells.RatedMetrics);
        _json.WriteStartObject("groups");
        _columns.WriteAll("at", groups.Select(group => group.At));
        _columns.WriteAll("items", groups.Select(group => group.Items));
        _columns.WriteAll("place", groups.Select(group => group.Place));
        _columns.WriteAll("denominator", groups.Select(group => group.Means.Denominator));
        _json.WriteStartArray("means");
        foreach (var group in groups)
        {
            _json.WriteStartArray();
            for (var i = 0; i < group.Means.Texts.Length; i++)
            {
                if (group.Means.Texts[i] is { } text)
                {
                    _json.WriteStringValue(text);
                }
                else
                {
                    _columns.Write(group.Means.NumbersOf(i));
                }
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
        if (groups.Any(group => group.Means.Sizes is not null))
        {
            WriteSizes(groups);
        }

        _json.WriteEndObject();
        _json.WriteStartArray("items");
        foreach (var list in _cells.ItemLists)
        {
            _columns.WriteAll(list);
        }

        _json.WriteEndArray();
    }

    private void WriteSizes(ImmutableArray<BoardGroup> groups)
    {
        _json.WriteStartArray("sizes");
        foreach (var group in groups)
        {
            _json.WriteStartArray();
            ImmutableArray<int> first = [];
            foreach (var (sizes, metric) in (group.Means.Sizes ?? []).Select((sizes, metric) => (sizes, metric)))
            {
                first = metric == 0 ? sizes : first;
                if (metric > 0 && sizes.SequenceEqual(first))
                {
                    _json.WriteNullValue();
                }
                else
                {
                    _columns.WriteAll(sizes);
                }
            }

            _json.WriteEndArray();
        }

        _json.WriteEndArray();
    }
}
