using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Pictures;
using CrmBench.Site.Publishing;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>The picture that others show with a link to a page.</summary>
/// <param name="Path">Its path within the site.</param>
/// <param name="Alt">What stands in it, as a sentence.</param>
[TemplateModel]
internal sealed partial record PagePicture(string Path, string Alt);

/// <summary>
/// The pictures of models and boards for those who show links to their pages: what the page says, in the words of the page, and never more. A name that
/// the letters of the program cannot write is given by its identifier. All other pages, and drafts, have the site's own picture.
/// </summary>
internal static class SocialPictures
{
    private const string FileName = "social.png";

    // So many fit; the others are counted.
    private const int MostBoards = 4;
    private const int MostRows = 5;

    /// <summary>The picture of a model's page.</summary>
    public static PagePicture Of(SiteIndex index, ModelCard card) => new(PathOf(card), ModelPicture(index, card).Alt);

    /// <summary>The picture of a board's page, and of those about its release; null for drafts.</summary>
    public static PagePicture? Of(SiteIndex index, ScoredRelease release, Leaderboard board) => release.Release.Status == ReleaseStatus.Draft
        ? null
        : new(PathOf(release, Shown(release, board)), BoardPicture(index, Shown(release, board)).Alt);

    /// <summary>The paths of all pictures.</summary>
    public static IEnumerable<Route> Routes(ScoredCatalogue scored) =>
    [
        .. scored.Catalogue.Models.Values.Select(card => new Route(PathOf(card), new SourcePlace("data/models.csv"))),
        .. Boards(scored).Select(entry => new Route(PathOf(entry.Release, entry.Board), new SourcePlace($"data/benchmarks/{entry.Board.Benchmark.Id}"))),
    ];

    /// <summary>All pictures.</summary>
    public static ImmutableArray<SiteFile> Write(SiteIndex index)
    {
        ImmutableArray<(string Path, Func<Drawn> Draw)> pictures =
        [
            .. Boards(index.Scored).Select(entry => (PathOf(entry.Release, entry.Board), (Func<Drawn>)(() => BoardPicture(index, entry.Board)))),
            .. index.Models.Select(card => (PathOf(card), (Func<Drawn>)(() => ModelPicture(index, card)))),
        ];
        return InParallel.Make(pictures, picture => new SiteFile(picture.Path[1..], picture.Draw().Picture.ToPng()));
    }

    /// <summary>The picture of a model.</summary>
    internal static Drawn ModelPicture(SiteIndex index, ModelCard card)
    {
        var picture = new Sheet(index, Addresses.Model(card.Id), card.Invented);
        var provider = index.Scored.Catalogue.Providers[card.Provider];
        var name = Sheet.Writable(card.Name, card.Id);
        var by = $"by {Sheet.Writable(provider.Name, provider.Id)}";
        picture.Heading(name);
        picture.Quiet(by);
        var boards = index.ShownOf(card).Where(entry => entry.Release.Release.Status == ReleaseStatus.Frozen)
            .GroupBy(entry => entry.Benchmark)
            .Select(group => group.OrderBy(entry => entry.Row.Rank ?? int.MaxValue).First())
            .ToArray();
        foreach (var entry in boards.Take(MostBoards))
        {
            picture.Standing(entry);
        }

        var said = boards.Select(entry => $"{RankText.Sentence(entry.Row, entry.Board)} on {Sheet.BoardName(entry)}").ToArray();
        if (boards.Length > MostBoards)
        {
            picture.Rest($"and on {Format.Counted(boards.Length - MostBoards, "more leaderboard")}");
        }
        else if (boards.Length == 0)
        {
            picture.Rest("on no leaderboard yet");
        }

        return picture.Done($"{name} {by}{(said.Length == 0 ? "" : $": {string.Join("; ", said.Take(MostBoards))}")}");
    }

    /// <summary>The picture of a board.</summary>
    internal static Drawn BoardPicture(SiteIndex index, Leaderboard board)
    {
        var benchmark = board.Benchmark;
        var picture = new Sheet(index, Addresses.Release(benchmark, board.Release), benchmark.Invented);
        var question = Sheet.Writable(benchmark.Question, benchmark.Id);
        picture.Heading(question);
        var about = $"{Sheet.Writable(benchmark.Name, benchmark.Id)}, {Sheet.Writable(ReleaseText.InSentence(benchmark, board.Release), $"release {board.Release.Id}")}, {Format.Date(board.Release.Date)}"
            + (benchmark.Unranked is null ? "" : ", not a ranking");
        picture.Quiet(about);
        var scale = BarScale.For(board.RankBy, board.Complete.Select(row => row.RankedBy.Estimate));
        var rows = board.Complete.Take(MostRows).ToImmutableArray();
        picture.Rows(rows, board, scale);

        var left = board.Rows.Count() - rows.Length;
        if (left > 0)
        {
            picture.Rest($"and {Format.Counted(left, "more row")}");
        }

        return picture.Done($"{question} {about}");
    }

    // Boards of single judges have no picture of their own: their method's stands for them.
    private static Leaderboard Shown(ScoredRelease release, Leaderboard board) => release.Boards.Contains(board) ? board : release.Boards[0];

    private static string PathOf(ModelCard card) => $"{Addresses.Model(card.Id)}{FileName}";

    private static string PathOf(ScoredRelease release, Leaderboard board) => $"{Addresses.Kept(release, board)}{FileName}";

    private static IEnumerable<(ScoredRelease Release, Leaderboard Board)> Boards(ScoredCatalogue scored) =>
        scored.Benchmarks.SelectMany(benchmark => benchmark.Releases).Where(release => release.Release.Status == ReleaseStatus.Frozen)
            .SelectMany(release => release.Boards, (release, board) => (release, board));

    /// <summary>A picture and what it says.</summary>
    internal sealed record Drawn(Picture Picture, string Alt);

    /// <summary>A picture while it is filled from top to bottom.</summary>
    private sealed class Sheet
    {
        private const int Margin = 64;
        private const int Room = Picture.Width - (2 * Margin);
        private const int Gap = 32;

        // Where the columns of a board's rows begin, from the margin.
        private const int NameAt = 110;
        private const int BarAt = 520;
        private const int BarWidth = 330;

        private readonly ImmutableArray<PictureBox>.Builder _boxes = ImmutableArray.CreateBuilder<PictureBox>();
        private readonly ImmutableArray<PictureText>.Builder _texts = ImmutableArray.CreateBuilder<PictureText>();
        private readonly bool _invented;
        private int _y = 92;

        public Sheet(SiteIndex index, string path, bool invented)
        {
            _invented = invented;
            // The mark of the site: three bars.
            for (var i = 0; i < 3; i++)
            {
                _boxes.Add(new PictureBox(Margin + (12 * i), 82 - (10 * (i + 1)), 8, 10 * (i + 1), Ink.Accent));
            }

            var invention = _invented ? "Invented data" : "";
            var right = WriteRight(invention, 82, 26, Typeface.SemiBold, Ink.Dark, Picture.Width - Margin);
            Write(Writable(index.Site.Title, index.Site.BaseUrl.Host), Margin + 48, 82, Typeface.SemiBold, Ink.Quiet, right - Margin - 48 - Gap, 28);
            var address = new Uri(index.Site.BaseUrl, path[1..]);
            Write($"{address.Host}{address.AbsolutePath}", Margin, 590, Typeface.Regular, Ink.Quiet, Room, 22, 18);
        }

        public static string Writable(string text, string otherwise) => Typeface.SemiBold.CanWrite(text) ? text : otherwise;

        public static string BoardName(Entry entry)
        {
            var benchmark = entry.Benchmark.Benchmark;
            var variant = Writable(entry.Row.Submission.Variant, entry.Row.Submission.Id);
            return Writable(benchmark.ShortName, benchmark.Id) + (variant.Length == 0 ? "" : $" ({variant})");
        }

        public void Heading(string text)
        {
            int[] sizes = [76, 64, 54];
            var size = sizes.FirstOrDefault(each => Typeface.SemiBold.WidthOf(text, each) <= Room, 46);
            foreach (var line in Picture.Lines(text, Typeface.SemiBold, size, Room, 2))
            {
                _y += size + 12;
                Write(line, Margin, _y, Typeface.SemiBold, Ink.Dark, Room, size);
            }
        }

        public void Quiet(string text)
        {
            _y += 46;
            Write(text, Margin, _y, Typeface.Regular, Ink.Quiet, Room, 28, 24);
            _y += 24;
        }

        /// <summary>Where a model stands on a board: in words, and as the part of the ranks that its interval leaves open.</summary>
        public void Standing(Entry entry)
        {
            _y += 46;
            var right = WriteRight(RankText.Sentence(entry.Row, entry.Board), _y, 28, Typeface.SemiBold, Ink.Dark, Picture.Width - Margin);
            Write(BoardName(entry), Margin, _y, Typeface.Regular, Ink.Dark, right - Margin - Gap, 28, 24);
            _y += 16;
            _boxes.Add(new PictureBox(Margin, _y + 3, Room, 2, Ink.Quiet));
            var (best, worst) = entry.Row switch
            {
                { RankRange: { } range } => (range.Best, range.Worst),
                { Rank: { } rank } => (rank, rank),
                _ => (0, 0),
            };
            if (best > 0)
            {
                var (from, to) = (Room * (best - 1) / entry.Board.Complete.Length, Room * worst / entry.Board.Complete.Length);
                _boxes.Add(new PictureBox(Margin + from, _y, Math.Max(6, to - from), 8, Ink.Accent));
            }
        }

        /// <summary>Rows of a board, in letters of one size.</summary>
        public void Rows(ImmutableArray<LeaderboardRow> rows, Leaderboard board, BarScale scale)
        {
            var names = rows.Select(row => Writable(row.Label, row.Submission.Id)).ToArray();
            var figures = rows.Select(row => Figure(board.RankBy.Printed, row.RankedBy.Estimate!)).ToArray();
            var nameSize = names.Select(name => Picture.Fit(name, Typeface.SemiBold, BarAt - NameAt - Gap, 26, 22).Size).DefaultIfEmpty(0).Min();
            var figureSize = figures.Select(figure => Picture.Fit(figure, Typeface.Regular, Room - BarAt - BarWidth - Gap, 24, 20, 16).Size).DefaultIfEmpty(0).Min();
            for (var i = 0; i < rows.Length; i++)
            {
                _y += 46;
                WriteRight(RankText.Of(rows[i]) ?? "", _y, 24, Typeface.Regular, Ink.Quiet, Margin + NameAt - 24);
                Write(names[i], Margin + NameAt, _y, Typeface.SemiBold, Ink.Dark, BarAt - NameAt - Gap, nameSize);
                Bar(rows[i].RankedBy.Estimate!, scale);
                Write(figures[i], Margin + BarAt + BarWidth + Gap, _y, Typeface.Regular, Ink.Dark, Room - BarAt - BarWidth - Gap, figureSize);
            }
        }

        private static string Figure(PrintedUnit unit, Estimate estimate) =>
            Writable(Format.WithSpread(unit, estimate.Value, estimate.Interval), Format.Value(unit, estimate.Value));

        /// <summary>A figure as a bar, with its interval over the bar's end.</summary>
        private void Bar(Estimate estimate, BarScale scale)
        {
            int At(double value) => (int)Math.Floor(Math.Clamp((value - scale.Low) / (scale.High - scale.Low), 0, 1) * BarWidth);
            _boxes.Add(new PictureBox(Margin + BarAt, _y - 14, BarWidth, 2, Ink.Quiet));
            _boxes.Add(new PictureBox(Margin + BarAt, _y - 18, At(estimate.Value), 10, Ink.Accent));
            if (estimate.Interval is { } interval)
            {
                _boxes.Add(new PictureBox(Margin + BarAt + At(interval.Low), _y - 15, Math.Max(2, At(interval.High) - At(interval.Low)), 4, Ink.Dark));
            }
        }

        public void Rest(string text)
        {
            _y += 36;
            Write(text, Margin, _y, Typeface.Regular, Ink.Quiet, Room, 22);
        }

        public Drawn Done(string alt) => new(new Picture(_boxes.ToImmutable(), _texts.ToImmutable()), (_invented ? "Invented data. " : "") + alt);

        private int WriteRight(string text, int baseline, int size, Typeface typeface, Ink ink, int right)
        {
            var left = right - (int)Math.Ceiling(typeface.WidthOf(text, size));
            _texts.Add(new PictureText(text, left, baseline, size, typeface, ink));
            return left;
        }

        private void Write(string text, int x, int baseline, Typeface typeface, Ink ink, int room, params ReadOnlySpan<int> sizes)
        {
            var (fitted, size) = Picture.Fit(text, typeface, room, sizes);
            _texts.Add(new PictureText(fitted, x, baseline, size, typeface, ink));
        }
    }
}
