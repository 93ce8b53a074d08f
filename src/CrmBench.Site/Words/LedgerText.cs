using System.Collections.Immutable;
using CrmBench.Core.Comparing;
using CrmBench.Core.Model;

namespace CrmBench.Site.Words;

/// <summary>An entry of the ledger with its words, for the page, the feed and the downloads alike.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Anchor">Its fragment on the page of changes, which never means anything else.</param>
/// <param name="Models">All models, for names.</param>
internal sealed record LedgerText(LedgerEntry Entry, string Anchor, ImmutableSortedDictionary<string, ModelCard> Models)
{
    // More of them are counted; the summary names all.
    private const int MostNamed = 3;

    /// <summary>The results that a reader of a feed follows: it names them where it would count all. By default there are none, and all are counted.</summary>
    public ImmutableArray<Submission> Followed { get; private init; } = [];

    /// <summary>The address of the entry within the site.</summary>
    public string Path => $"{Addresses.Changes}#{Anchor}";

    /// <summary>The word of the kind, in files too.</summary>
    public string Kind => Entry.Kind switch
    {
        LedgerKind.Release => "release",
        LedgerKind.Added => "added",
        LedgerKind.Corrected => "corrected",
        _ => "withdrawn",
    };

    /// <summary>What happened, in a few words: <c>10 results added</c>.</summary>
    public string What => Entry.Kind switch
    {
        LedgerKind.Release => $"release closed with {Results(Entry.Release.Submissions)}",
        LedgerKind.Added => $"{Results(Entry.Submissions)} added",
        LedgerKind.Corrected => $"{Name(Entry.Submissions[0])} corrected",
        _ => $"{Name(Entry.Submissions[0])} withdrawn",
    };

    /// <summary><see cref="What"/> as a heading; a model keeps the first letter it has.</summary>
    public string Heading => Entry.Kind == LedgerKind.Release ? Noun.Capital(What) : What;

    /// <summary>The board and what happened there, as one line.</summary>
    public string Title =>
        $"{Entry.Benchmark.Name}, {Entry.Release.Name}: {What}{(Entry.Benchmark.Invented ? " (invented data)" : "")}";

    /// <summary>All there is to say, as one paragraph of text.</summary>
    public string Summary
    {
        get
        {
            var results = string.Join("; ", Entry.Submissions
                .GroupBy(submission => submission.SubmittedBy, StringComparer.Ordinal)
                .Select(group => $"{string.Join(", ", group.Select(Name))}, by {group.Key}"));
            var named = Entry.Kind switch
            {
                LedgerKind.Release when results.Length > 0 => $" With it came {results}.",
                LedgerKind.Added => $"{results}.",
                _ => "",
            };
            return Entry.Reason + named + (Entry.Benchmark.Invented ? " All of this is invented." : "");
        }
    }

    /// <summary>The same for a reader who follows some of its results.</summary>
    /// <param name="followed">Results of the entry's release: those followed that the entry tells of, one at least.</param>
    public LedgerText For(ImmutableArray<Submission> followed) => this with
    {
        Followed = followed,
        Entry = Entry with { Submissions = [.. Entry.Submissions.Where(followed.Contains)] },
    };

    /// <summary>All entries of the ledger, newest first.</summary>
    public static ImmutableArray<LedgerText> All(Catalogue catalogue)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. Ledger.Of(catalogue).Select(entry => new LedgerText(entry, AnchorOf(entry, taken), catalogue.Models)),
        ];
    }

    /// <summary>The name of a result: that of its model, with the variant.</summary>
    public string Name(Submission submission) => submission.LabelWith(Models[submission.Model]);

    // Withdrawn ones count: they were there when it was closed.
    private string Results(ImmutableArray<Submission> submissions) => Followed.Length is > 0 and <= MostNamed
        ? Format.List([.. Followed.Select(Name)])
        : Format.Counted((Followed.IsEmpty ? submissions : Followed).Length, "result");

    // No identifier holds an underscore, so no two entries can share a name but those of one day about the same; the later ones of the
    // file get numbers, so that none loses its name to a newcomer.
    private static string AnchorOf(LedgerEntry entry, Dictionary<string, int> taken)
    {
        var subject = entry.Kind is LedgerKind.Corrected or LedgerKind.Withdrawn ? $"_{entry.Submissions[0].Id}" : "";
        var name = $"{Format.IsoDate(entry.On)}_{entry.Benchmark.Id}_{entry.Release.Id}_{entry.Kind.ToString().ToLowerInvariant()}{subject}";
        taken[name] = taken.GetValueOrDefault(name) + 1;
        return taken[name] == 1 ? name : $"{name}_{Format.Plain(taken[name])}";
    }
}
