using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the template <c>models</c> shows.</summary>
[TemplateModel]
internal sealed partial record ModelIndexPageModel(
    PageHead Head,
    string Counts,
    string Providers,
    ImmutableArray<ModelChoice> ByProvider,
    ImmutableArray<ModelChoice> ByOpenness,
    ImmutableArray<ModelChoice> ByBoard,
    ModelTable Table,
    ModelTable? InventedTable) : PageModel(Head), IPageModel
{
    public static string Template => "models";
}

/// <summary>A value that the list of models can be narrowed to.</summary>
[TemplateModel]
internal sealed partial record ModelChoice(string Value, string Name);

/// <summary>What the partial <c>model-table</c> shows: models by name.</summary>
[TemplateModel]
internal sealed partial record ModelTable(string Caption, ImmutableArray<ModelRow> Rows);

/// <summary>A model with its results; <c>Words</c>, <c>Boards</c> and the identifiers are what it can be found by.</summary>
[TemplateModel]
internal sealed partial record ModelRow(
    string Name,
    string Path,
    string Words,
    string Provider,
    string ProviderId,
    string ProviderPath,
    string? Released,
    string? Openness,
    string Boards,
    ImmutableArray<ModelResult> Results);

/// <summary>Where a model stands on one board: a rank, or that it has none; with the release where that is not the one in front.</summary>
[TemplateModel]
internal sealed partial record ModelResult(string Board, string Path, string Place, string? Release);

/// <summary>All models with their best rank on every board.</summary>
internal static class ModelIndexPage
{
    public static ModelIndexPageModel Model(SiteIndex index)
    {
        var head = new PageHead(index, Addresses.Models, index.Site.Subject.Titles, section: "models")
        {
            Description = $"Every {index.Site.Subject.One} on any leaderboard of this site, with its rank range on each.",
            Heading = $"Which {index.Site.Subject.Many} are measured?",
            Styles = [.. FrontBoards.Styles, "css/tasks.css"],
            Scripts = ["js/models.js"],
        };
        var real = index.Models.Where(card => !card.Invented).ToImmutableArray();
        var invented = index.Models.Where(card => card.Invented).ToImmutableArray();
        var providers = index.Providers.Where(provider => index.Models.Any(card => card.Provider == provider.Id)).ToImmutableArray();
        return new(
            head,
            Counts: $"{Format.Counted(real.Length, index.Site.Subject)} of {Format.Counted(real.Select(card => card.Provider).Distinct().Count(), "provider")}",
            Providers: Addresses.Providers,
            ByProvider: [.. providers.Select(provider => new ModelChoice(provider.Id, provider.Name))],
            ByOpenness:
            [
                .. index.Models.Select(card => ModelText.Openness(card.Openness)).OfType<string>().Distinct()
                    .Order(StringComparer.Ordinal).Select(openness => new ModelChoice(openness, openness)),
            ],
            ByBoard: [.. index.Scored.Benchmarks.Select(scored => new ModelChoice(scored.Benchmark.Id, scored.Benchmark.ShortName))],
            Table: Table(index, real, $"{index.Site.Subject.Titles} by name, with the rank range on every leaderboard they are on"),
            InventedTable: invented.IsEmpty ? null : Table(index, invented, $"Invented {index.Site.Subject.Many} by name, with their rank range"));
    }

    private static ModelTable Table(SiteIndex index, ImmutableArray<ModelCard> cards, string caption) =>
        new(caption, [.. cards.Select(card => Row(index, card))]);

    private static ModelRow Row(SiteIndex index, ModelCard card)
    {
        var provider = index.Scored.Catalogue.Providers[card.Provider];
        var boards = index.ShownOf(card).GroupBy(entry => entry.Benchmark.Benchmark.Id).ToImmutableArray();
        return new(
            Name: card.Name,
            Path: Addresses.Model(card.Id),
            Words: $"{card.Name} {card.Id} {string.Join(' ', card.Aliases)} {provider.Name}".ToLowerInvariant(),
            Provider: provider.Name,
            ProviderId: provider.Id,
            ProviderPath: Addresses.Provider(card.Provider),
            Released: card.Released is { } day ? Format.Date(day) : null,
            Openness: ModelText.Openness(card.Openness),
            Boards: string.Join(' ', boards.Select(board => board.Key)),
            Results: [.. boards.Select(board => Result(Position.Best([.. board])!))]);
    }

    private static ModelResult Result(Entry best) => new(
        Board: best.Board.Benchmark.ShortName,
        Path: Addresses.ModelOn(best.Row, best.Board),
        Place: best.Row switch
        {
            { Rank: not null } => $"{RankText.Of(best.Row)} of {Format.Count(best.Board.Complete.Length)}",
            { RankedBy.Estimate: null } => "no score",
            { RankedBy.Coverage.IsComplete: false } => "partial",
            _ => "not ranked",
        },
        Release: best.IsPlainlyInFront ? null : ReleaseText.InSentence(best.Board.Benchmark, best.Board.Release));
}

/// <summary>What the template <c>providers</c> shows.</summary>
[TemplateModel]
internal sealed partial record ProviderIndexPageModel(PageHead Head, string Counts, ImmutableArray<ProviderRow> Rows) : PageModel(Head), IPageModel
{
    public static string Template => "providers";
}

/// <summary>A provider with its models.</summary>
[TemplateModel]
internal sealed partial record ProviderRow(string Name, string Path, bool Invented, string Count, ImmutableArray<Link> Models);

/// <summary>What the template <c>provider</c> shows.</summary>
[TemplateModel]
internal sealed partial record ProviderPageModel(
    PageHead Head,
    string Name,
    string? Url,
    string? Host,
    string Answer,
    ImmutableArray<Position> Positions,
    ImmutableArray<OnwardBoard> Onward,
    ImmutableArray<Link> Absent) : PageModel(Head), IPageModel
{
    public static string Template => "provider";
}

/// <summary>A board on which models of a provider are ranked, and what the pages for comparing and choosing are asked.</summary>
/// <param name="Name">The board.</param>
/// <param name="Compare">What the page for comparing is asked; null where there is one row alone.</param>
/// <param name="Choose">What the page for choosing is asked; null where nothing may be chosen by the board.</param>
[TemplateModel]
internal sealed partial record OnwardBoard(string Name, string? Compare, string? Choose)
{
    /// <summary>More rows than this cannot be read beside each other.</summary>
    private const int MostRows = 4;

    /// <summary>The boards in front, each with the best of the rows, which come in its order.</summary>
    public static IEnumerable<OnwardBoard> All(IEnumerable<Entry> placed) => placed
        .Where(entry => entry.IsInFront && entry.Row.Rank is not null)
        .GroupBy(entry => entry.Board)
        .Select(group =>
        {
            var key = $"board={Addresses.BoardKey(group.Key)}";
            var rows = group.Take(MostRows).Select(entry => entry.Row.Submission.Id).ToArray();
            return new OnwardBoard(
                group.Key.Benchmark.ShortName,
                rows.Length < 2 ? null : $"{key}&rows={string.Join(',', rows)}",
                group.Key.Benchmark.Unranked is null ? key : null);
        });
}

/// <summary>All providers, and one with its models on all boards.</summary>
internal static class ProviderPages
{
    public static ProviderIndexPageModel Index(SiteIndex index)
    {
        var head = new PageHead(index, Addresses.Providers, "Providers", section: "models")
        {
            Description = $"Who makes or offers the {index.Site.Subject.Many} on this site, and which of them are measured.",
            Heading = $"Who offers the {index.Site.Subject.Many}?",
        };
        return new(
            head,
            Counts: Format.Counted(index.Providers.Count(provider => !provider.Invented), "provider"),
            Rows:
            [
                .. index.Providers.OrderBy(provider => provider.Invented).Select(provider => new ProviderRow(
                    Name: provider.Name,
                    Path: Addresses.Provider(provider.Id),
                    Invented: provider.Invented,
                    Count: Format.Counted(index.ModelsOf(provider).Count(), index.Site.Subject),
                    Models: ModelText.Links(index.ModelsOf(provider)))),
            ]);
    }

    public static ProviderPageModel One(SiteIndex index, Provider provider)
    {
        var cards = index.ModelsOf(provider).ToImmutableArray();
        var head = new PageHead(index, Addresses.Provider(provider.Id), provider.Name, section: "models")
        {
            Description = $"The {index.Site.Subject.Many} of {provider.Name} on every leaderboard of this site.",
            Heading = $"How do the {index.Site.Subject.Many} of {provider.Name} do?",
            Trail = [new("Providers", Addresses.Providers)],
            Invented = provider.Invented,
            Watch = FeedLink.Of(provider),
        };
        var placed = cards
            .SelectMany(card => index.ShownOf(card))
            .GroupBy(entry => (entry.Benchmark, entry.Row.Model.Id))
            .Select(group => Position.Best([.. group])!)
            .OrderBy(entry => index.Scored.Benchmarks.IndexOf(entry.Benchmark))
            .ThenBy(entry => !entry.IsInFront)
            .ThenBy(entry => entry.Row.Rank ?? int.MaxValue)
            .ThenBy(entry => entry.Row.Label, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(
            head,
            Name: provider.Name,
            Url: provider.Url,
            Host: provider.Url is { } url ? new Uri(url).Host : null,
            Answer: Answer(index.Site.Subject, cards.Length, placed),
            Positions: [.. placed.Select(Position.Of)],
            Onward: [.. OnwardBoard.All(placed)],
            Absent: ModelText.Links(cards.Where(card => index.EntriesOf(card).IsEmpty)));
    }

    /// <summary>How many models on how many boards, and the best place on each.</summary>
    private static string Answer(Noun subject, int models, ImmutableArray<Entry> placed)
    {
        var counted = placed.Where(entry => !entry.IsInDraftBehind).ToArray();
        if (counted.Length == 0)
        {
            return $"{Format.Counted(models, subject)}, on no leaderboard yet{(placed.IsEmpty ? "" : ", but in a draft")}.";
        }

        var boards = counted.Select(entry => entry.Benchmark).Distinct().Count();
        var counts = $"{Format.Counted(models, subject)} on {Format.Counted(boards, "leaderboard")}";
        // The rows of a board come in the order of its ranking, those of the release in front first.
        string[] best = [.. counted
            .Where(entry => entry.Row.Rank is not null)
            .GroupBy(entry => entry.Benchmark, (benchmark, ranked) => (Name: benchmark.Benchmark.ShortName, Entry: ranked.First()))
            .Select(place => $"{place.Entry.Row.Label}, {RankText.Sentence(place.Entry.Row, place.Entry.Board)} on {place.Name}")];
        return best.Length switch
        {
            0 => $"{counts}; none of them is ranked.",
            1 => $"{counts}. Its best place: {best[0]}.",
            _ => $"{counts}. Its best places: {string.Join("; ", best)}.",
        };
    }
}

/// <summary>
/// Where a model stands on a board: rank range, score with its bar, coverage; on the pages of a model and of a provider, and for the
/// partial <c>position-cells</c>.
/// </summary>
[TemplateModel]
internal sealed partial record Position(
    string Board,
    string Path,
    string? Release,
    string Date,
    bool Older,
    string Model,
    string ModelPath,
    string? Variant,
    string? Method,
    string? Rank,
    string Ranked,
    Bar? Lane,
    string Measure,
    Figure? Score,
    string? Coverage)
{
    /// <summary>The position of a row.</summary>
    public static Position Of(Entry entry)
    {
        var (board, row) = (entry.Board, entry.Row);
        return new(
            Board: board.Benchmark.ShortName,
            Path: entry.Path,
            Release: entry.IsPlainlyInFront ? null : ReleaseText.InSentence(board.Benchmark, board.Release),
            Date: Format.Date(board.Release.Date),
            Older: !entry.IsInFront,
            Model: row.Model.Name,
            ModelPath: Addresses.ModelOn(row, board),
            Variant: row.Submission.Variant.Length == 0 ? null : row.Submission.Variant,
            Method: entry.Release.Boards.Length > 1 ? board.Method.Name : null,
            Rank: RankText.Of(row),
            Ranked: Format.Count(board.Complete.Length),
            Lane: LaneOf(row, board.Complete.Length),
            Measure: board.RankBy.Name,
            Score: Figure.Of(
                FigureKey.Dimension(FigureKey.Row(board, row), board.RankBy),
                MoneyText.Named(board.Benchmark, board.RankBy.Printed),
                row.RankedBy.Estimate,
                BarScale.For(board.RankBy, board.Rows.Select(other => other.RankedBy.Estimate))),
            Coverage: board.UseCases.Length > 1
                ? $"{Format.Plain(row.RankedBy.Coverage.Count)} of {Format.Plain(row.RankedBy.Coverage.Total)}"
                : null);
    }

    /// <summary>Where the ranks of a row lie between the first and the last of a board; null where it has none.</summary>
    private static Bar? LaneOf(LeaderboardRow row, int ranked)
    {
        string At(double place) => Format.Coordinate(100 * place / ranked);
        return row.Rank is not { } rank || ranked < 2
            ? null
            : new(At(rank - 0.5), row.RankRange is { } low ? At(low.Best - 1) : null, row.RankRange is { } high ? At(high.Worst) : null);
    }

    /// <summary>
    /// The row that stands for a model on one benchmark: the best ranked by the default method, which alone may stand for the board;
    /// else one with a score; null where there are no rows.
    /// </summary>
    public static Entry? Best(ImmutableArray<Entry> entries)
    {
        var byDefault = entries.Where(entry => ReferenceEquals(entry.Board, entry.Release.Boards[0])).ToArray();
        var own = byDefault.Length > 0 ? byDefault : [.. entries];
        return own.Where(entry => entry.Row.Rank is not null).MinBy(entry => entry.Row.Rank)
            ?? own.FirstOrDefault(entry => entry.Row.RankedBy.Estimate is not null)
            ?? own.FirstOrDefault();
    }
}
