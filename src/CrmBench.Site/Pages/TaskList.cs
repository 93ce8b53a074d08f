using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>What the partial <c>home-tasks</c> shows: the tasks of all benchmarks, by what they are done for.</summary>
[TemplateModel]
internal sealed partial record HomeTasks(string Intro, string Models, ImmutableArray<TaskMark> Legend, ImmutableArray<TaskGroup> Groups);

/// <summary>Tasks that are done for the same: the first few, and the others behind a fold.</summary>
[TemplateModel]
internal sealed partial record TaskGroup(string Name, ImmutableArray<TaskLink> First, ImmutableArray<TaskLink> More);

/// <summary>A task with what is known of it.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Path">Address of its use case.</param>
/// <param name="Words">What readers may look for it by, in small letters.</param>
/// <param name="Year">Year of its results.</param>
/// <param name="Marks">One a dimension of the site's first benchmark.</param>
/// <param name="Measured">The same in words.</param>
[TemplateModel]
internal sealed partial record TaskLink(
    string Name, string Path, string Words, string Year, ImmutableArray<TaskMark> Marks, string Measured);

/// <summary>Tasks like that of a page with newer results, of one board.</summary>
[TemplateModel]
internal sealed partial record NewerTasks(string Board, string Year, ImmutableArray<TaskLink> Tasks);

/// <summary>A dimension by its first letter, and whether anybody measured it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Name">The dimension.</param>
/// <param name="Known">Whether a row has a figure of its own for the task.</param>
/// <param name="Apart">Whether rows have figures, but all of them of other runs or of no task in particular.</param>
[TemplateModel]
internal sealed partial record TaskMark(string Letter, string Name, bool Known, bool Apart = false);

/// <summary>The tasks of all benchmarks that have results.</summary>
internal static class TaskList
{
    /// <summary>As many tasks of a group stand open: the board below shall still begin on the first screen.</summary>
    private const int Shown = 4;

    /// <summary>The tasks for the home page. Invented ones are left out, unless there are no others.</summary>
    public static HomeTasks OfHome(SiteIndex index)
    {
        var groups = All(index)
            .GroupBy(entry => entry.Group, entry => entry.Task, StringComparer.Ordinal)
            .Select(group => new TaskGroup(group.Key, [.. Cut(group).First], [.. Cut(group).More]))
            .ToImmutableArray();
        return new(
            Intro: index.Site.Description,
            Models: Addresses.Models,
            Legend:
            [
                .. Marked(index).Select(dimension => new TaskMark(Letter(dimension), DimensionText.InSentence(dimension.Name), Known: true)),
            ],
            Groups: groups);
    }

    /// <summary>Tasks of the same group on other benchmarks with newer results, newest first.</summary>
    public static ImmutableArray<NewerTasks> Newer(SiteIndex index, Benchmark benchmark, UseCase useCase, DateOnly date) => useCase.Group.Length == 0 ? [] :
    [
        .. All(index).Where(entry => entry.Group == useCase.Group && entry.Of != benchmark && entry.Date > date)
            .OrderByDescending(entry => entry.Date)
            .GroupBy(entry => (entry.Of.ShortName, entry.Task.Year))
            .Select(board => new NewerTasks(board.Key.ShortName, board.Key.Year, [.. board.Select(entry => entry.Task).Take(Shown)])),
    ];

    // One more instead of a fold that holds it.
    private static (IEnumerable<TaskLink> First, IEnumerable<TaskLink> More) Cut(IEnumerable<TaskLink> tasks) =>
        tasks.Count() <= Shown + 1 ? (tasks, []) : (tasks.Take(Shown), tasks.Skip(Shown));

    private static IEnumerable<(string Group, Benchmark Of, DateOnly Date, TaskLink Task)> All(SiteIndex index)
    {
        var only = index.Scored.Benchmarks.All(scored => scored.Benchmark.Invented);
        return
            from scored in index.Scored.Benchmarks
            let benchmark = scored.Benchmark
            where only || !benchmark.Invented
            from useCase in benchmark.UseCases
            let release = scored.ByStanding.FirstOrDefault(release => !scored.IsDraftBehind(release)
                && release.Release.HasResults && release.Release.UseCases.Contains(useCase.Id))
            where release is not null
            select (
                Group: useCase.Group.Length > 0 ? useCase.Group : benchmark.ShortName,
                Of: benchmark,
                release.Release.Date,
                Task: Link(index, benchmark, release, useCase));
    }

    /// <summary>
    /// The dimensions that every task is marked by: those of the site's first benchmark, so that the marks mean the same all over the list.
    /// </summary>
    private static ImmutableArray<Dimension> Marked(SiteIndex index) => index.Scored.Benchmarks.FirstOrDefault()?.Benchmark.Dimensions ?? [];

    private static string Letter(Dimension dimension) => dimension.Name[..1].ToUpperInvariant();

    private static TaskLink Link(SiteIndex index, Benchmark benchmark, ScoredRelease release, UseCase useCase)
    {
        var at = release.Observed.UseCases.IndexOf(useCase);
        ImmutableArray<TaskMark> marks =
        [
            .. Marked(index).Select((dimension, i) =>
            {
                Belonging[] measured = Own(dimension, i) is { } own ? [.. Measured(own)] : [];
                var isOwn = measured.Contains(Belonging.Row);
                return new TaskMark(Letter(dimension), dimension.Name, isOwn, Apart: !isOwn && measured.Length > 0);
            }),
        ];
        return new(
            Name: useCase.Task.Length > 0 ? useCase.Task : useCase.IsWhole ? benchmark.ShortName : useCase.Name,
            Path: Addresses.UseCase(benchmark, useCase),
            Words: string.Join(' ', useCase.Group, useCase.Task, useCase.Name, useCase.Area, useCase.Type, benchmark.Name).ToLowerInvariant(),
            Year: Format.Plain(release.Release.Year),
            Marks: marks,
            Measured: Said(marks));

        // What a benchmark ranks by stands for the first: "solved" of one is the accuracy of another.
        Dimension? Own(Dimension marked, int i) => benchmark.Dimensions.FirstOrDefault(own => own.Id == marked.Id)
            ?? (i == 0 ? benchmark.Dimensions.FirstOrDefault(own => own.Id == release.Release.RankBy) : null);

        IEnumerable<Belonging> Measured(Dimension dimension) => release.Boards
            .SelectMany(board => board.Rows)
            .Select(row => row[dimension].UseCases[at].Estimate)
            .OfType<Estimate>()
            .Select(estimate => estimate.Belonging);
    }

    private static string Said(ImmutableArray<TaskMark> marks)
    {
        string[] said =
        [
            .. Part("measured: ", mark => mark.Known),
            .. Part("elsewhere or not per task: ", mark => mark.Apart),
            .. Part("not measured: ", mark => !mark.Known && !mark.Apart),
        ];
        return string.Join("; ", said);

        IEnumerable<string> Part(string what, Func<TaskMark, bool> isOf)
        {
            string[] names = [.. marks.Where(isOf).Select(mark => DimensionText.InSentence(mark.Name))];
            return names.Length == 0 ? [] : [what + Format.List(names)];
        }
    }
}
