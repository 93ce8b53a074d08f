using System.Collections.Immutable;
using System.Globalization;

namespace CrmBench.Core.Model;

/// <summary>Whether a release may still change.</summary>
public enum ReleaseStatus
{
    /// <summary>Still collecting; results may come and go.</summary>
    Draft,

    /// <summary>Fixed for ever; corrections are entries of their own.</summary>
    Frozen,
}

/// <summary>How a release stands to the one that readers of its benchmark see first.</summary>
public enum ReleaseStanding
{
    /// <summary>It is that one; a draft only where nothing is frozen yet, or where the benchmark names it.</summary>
    Front,

    /// <summary>Frozen, and newer than the one that the benchmark names.</summary>
    Newer,

    /// <summary>Frozen, and of the same day.</summary>
    SameDay,

    /// <summary>Frozen, and older.</summary>
    Older,

    /// <summary>A draft behind it, of whatever day.</summary>
    Draft,
}

/// <summary>One dated set of results.</summary>
public sealed record Release
{
    /// <summary>Identifier, such as <c>2026-08</c>; also its folder and its address.</summary>
    public required string Id { get; init; }

    /// <summary>The name in its file, or null.</summary>
    public string? GivenName { get; init; }

    /// <summary>What readers call it: the name it was given, else its <see cref="Id"/>, of which a month or a day is put in words.</summary>
    public string Name => GivenName ?? InWords(Id);

    /// <summary>The year of the results: that of the identifier where it is a month or a day, else that of the release's day.</summary>
    public int Year => (MonthOf(Id) ?? DayOf(Id) ?? Date).Year;

    /// <summary>Former identifiers; their addresses lead on.</summary>
    public ImmutableArray<Alias> Aliases { get; init; } = [];

    /// <summary>The day it was closed; of a draft, the planned one. Prices are those of this day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Draft or frozen.</summary>
    public required ReleaseStatus Status { get; init; }

    /// <summary>What changed since the release before, in one or two sentences.</summary>
    public required string Changes { get; init; }

    /// <summary>Known limits, a sentence each.</summary>
    public required ImmutableArray<string> KnownLimits { get; init; }

    /// <summary>The use cases this release covers, as identifiers, in the benchmark's order; coverage is counted against these.</summary>
    public required ImmutableArray<string> UseCases { get; init; }

    /// <summary>Identifier of the dimension that orders this board.</summary>
    public required string RankBy { get; init; }

    /// <summary>Why the board is ordered by another dimension than the benchmark's, or null.</summary>
    public string? RankByReason { get; init; }

    /// <summary>All submissions, withdrawn ones included, by identifier (ordinal).</summary>
    public required ImmutableArray<Submission> Submissions { get; init; }

    /// <summary>Whether any submission still counts.</summary>
    public bool HasResults => Submissions.Any(submission => submission.Withdrawn is null);

    /// <summary><c>August 2026</c> for <c>2026-08</c>, <c>18 August 2026</c> for <c>2026-08-18</c>; any other identifier as it is.</summary>
    private static string InWords(string id) =>
        MonthOf(id)?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? DayOf(id)?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? id;

    private static DateOnly? MonthOf(string id) => Parsed(id, "yyyy-MM");

    private static DateOnly? DayOf(string id) => Parsed(id, "yyyy-MM-dd");

    private static DateOnly? Parsed(string id, string form) =>
        DateOnly.TryParseExact(id, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Where figures come from.</summary>
/// <param name="Id">Identifier within the submission.</param>
/// <param name="Title">What a reader would look for.</param>
/// <param name="Url">Address, https.</param>
/// <param name="Licence">Licence or terms, in a few words.</param>
/// <param name="Date">The day of the state that was read.</param>
/// <param name="Note">Conditions worth knowing, or empty.</param>
public sealed record Source(string Id, string Title, string Url, string Licence, DateOnly? Date, string Note)
{
    /// <summary>
    /// Whether its figures belong to the model by another run than the submission's own; null where the submission does not say, and
    /// the figures themselves tell: see <see cref="Scoring.ForeignFigures"/>.
    /// </summary>
    public bool? Elsewhere { get; init; }
}
