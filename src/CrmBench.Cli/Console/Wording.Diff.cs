using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Console;

internal static partial class Wording
{
    public const string Diff =
        "Compares the boards with those of another state of data/: results that came, went or changed, and what that does to the\n" +
        "scores, ranks, rank ranges, ties, cost tiers and cost frontiers of all rows. Both states are scored by this program.";

    public const string DiffBase = "What to compare with: a folder that holds data/, or a revision of git, such as main or HEAD~1.";
    public const string DiffFormatOption =
        "How the changes are printed: text for a terminal, markdown for a pull request, json for programs. [default: text]";

    public const string ReadingBase = "Reading the data to compare with";
    public const string Comparing = "Comparing";

    public const string NoGit = "git is needed to read a revision and cannot be started. Install it, or name a folder.";
    public const string GitGaveNothing = "git could not read the data of that revision. Run 'git fsck', or name a folder.";

    public static string UnknownBase(string typed) =>
        $"'{typed}' is neither a folder that holds data/site.json nor a revision that git knows. A shallow clone may lack it: fetch it first.";

    public static string NotInGit(string typed) =>
        $"'{typed}' is no folder that holds data/site.json, and the repository is not kept by git, so it is no revision either.";

    public static string NotCompared(ImmutableArray<Diagnostic> diagnostics) => $"{Counted(diagnostics)}. Nothing was compared.";
}
