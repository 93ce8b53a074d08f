using System.Collections.Immutable;

namespace CrmBench.Core.Scoring;

/// <summary>What averages belong to: an average belongs to what the farthest of its parts belongs to.</summary>
internal static class Belongings
{
    /// <summary>What a mean of terms belongs to.</summary>
    /// <param name="terms">The terms; without any the mean is the row's own.</param>
    /// <param name="areAll">Whether the board asks for all use cases of the release: what holds for a row as a whole then holds for the board.</param>
    public static Belonging Of(ImmutableArray<Term> terms, bool areAll) => OnBoard(Farthest(terms), areAll);

    /// <summary>The same over several use cases, of which some may have no figure.</summary>
    public static Belonging Of(IEnumerable<ImmutableArray<Term>?> byUseCase, bool areAll)
    {
        var farthest = Belonging.Row;
        foreach (var terms in byUseCase)
        {
            farthest = terms is { } known && Farthest(known) is var found && found > farthest ? found : farthest;
        }

        return OnBoard(farthest, areAll);
    }

    private static Belonging OnBoard(Belonging farthest, bool areAll) =>
        farthest == Belonging.AllUseCases && areAll ? Belonging.Row : farthest;

    private static Belonging Farthest(ImmutableArray<Term> terms)
    {
        var farthest = Belonging.Row;
        foreach (var term in terms)
        {
            farthest = term.Observation.Belonging > farthest ? term.Observation.Belonging : farthest;
        }

        return farthest;
    }
}
