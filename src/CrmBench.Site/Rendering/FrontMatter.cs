using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Publishing;

namespace CrmBench.Site.Rendering;

/// <summary>What stands above a prose file between two lines of <c>---</c>, one <c>key: value</c> a line, values as they are.</summary>
/// <param name="Title">Name of the page; its first heading.</param>
/// <param name="Description">One sentence for search engines, or null.</param>
/// <param name="Order">Its place among its neighbours, smallest first, or null.</param>
public sealed record FrontMatter(string Title, string? Description, int? Order)
{
    /// <summary>Paths at which its page stood; they lead on.</summary>
    public ImmutableArray<FormerPath> Aliases { get; init; } = [];

    /// <summary>Whether the text is not to be published yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Most characters of a title.</summary>
    public const int MostOfTitle = 200;

    /// <summary>Most characters of a description.</summary>
    public const int MostOfDescription = 500;

    private const string Fence = "---";

    private static readonly string[] Keys = ["title", "description", "order", "aliases", "draft"];

    /// <summary>Reads the front matter of a file.</summary>
    /// <param name="path">Path of the file from the root of the repository.</param>
    /// <param name="lines">All its lines.</param>
    /// <param name="diagnostics">Takes every fault of form, unknown and doubled keys and a missing title.</param>
    /// <returns>The front matter and the number of lines it takes; null when it has faults.</returns>
    internal static (FrontMatter Values, int Lines)? Read(string path, string[] lines, DiagnosticBag diagnostics)
    {
        var end = lines is [Fence, ..] ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            diagnostics.Report(ProseProblems.NoFrontMatter(new SourcePlace(path, 1, 1)));
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        int? order = null;
        ImmutableArray<FormerPath> aliases = [];
        var isSound = true;
        for (var i = 1; i < end; i++)
        {
            if (ReadLine(lines[i], new SourcePlace(path, i + 1, 1), values, ref order, ref aliases) is { } problem)
            {
                diagnostics.Report(problem);
                isSound = false;
            }
        }

        if (isSound && !values.ContainsKey("title"))
        {
            diagnostics.Report(ProseProblems.NoTitle(new SourcePlace(path, 1, 1)));
            isSound = false;
        }

        return !isSound ? null : (
            new FrontMatter(values["title"], values.GetValueOrDefault("description"), order)
            {
                Aliases = aliases,
                IsDraft = values.GetValueOrDefault("draft") == "true",
            },
            end + 1);
    }

    private static Diagnostic? ReadLine(string line, SourcePlace place, Dictionary<string, string> values, ref int? order, ref ImmutableArray<FormerPath> aliases)
    {
        if (line.IndexOf(": ", StringComparison.Ordinal) is not (> 0 and var colon) || string.IsNullOrWhiteSpace(line[(colon + 2)..]))
        {
            return ProseProblems.NotKeyAndValue(place, line);
        }

        var (key, value) = (line[..colon], line[(colon + 2)..].Trim());
        if (!Keys.Contains(key))
        {
            return ProseProblems.UnknownKey(place, key, Keys);
        }

        // As search engines and tabs cut them off at the latest.
        var most = key == "title" ? MostOfTitle : MostOfDescription;
        if (value.Length > most)
        {
            return ProseProblems.TooLong(place with { Column = colon + 3 }, key, value.Length, most);
        }

        if (!values.TryAdd(key, value))
        {
            return ProseProblems.DoubledKey(place, key);
        }

        var valuePlace = place with { Column = colon + 3 };
        if (key == "draft" && value is not ("true" or "false"))
        {
            return ProseProblems.DraftNotAFlag(valuePlace, value);
        }

        if (key == "aliases")
        {
            string[] paths = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (Array.Find(paths, path => !SitePaths.IsSafe(path) || !path.EndsWith('/')) is { } wrong)
            {
                return ProseProblems.AliasNotAPath(valuePlace, wrong);
            }

            aliases = [.. paths.Select(path => new FormerPath(path, valuePlace))];
        }

        if (key == "order")
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || value is ['0', _, ..])
            {
                return ProseProblems.OrderNotANumber(valuePlace, value);
            }

            order = number;
        }

        return null;
    }
}
