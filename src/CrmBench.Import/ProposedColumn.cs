using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Import.Formats;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <summary>What a column of figures holds, as far as its name and its numbers tell.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Unit">What its numbers are.</param>
/// <param name="LowerIsBetter">Whether lower numbers are better.</param>
internal sealed partial record ProposedColumn(string Name, Unit Unit, bool LowerIsBetter)
{
    // Names whose numbers say nothing of how good a model is.
    private static readonly string[] s_noMeasure =
    [
        "rank", "ranking", "position", "place", "index", "idx", "row", "id", "size", "params", "parameters", "parameter", "params b", "votes", "battles", "context",
        "year", "count", "n", "samples", "questions", "date", "timestamp", "seed", "version", "commit", "layers", "epochs", "downloads", "likes", "width",
    ];

    private static readonly string[] s_spreads = ["stderr", "se", "sem", "std", "stddev", "sd", "deviation", "variance", "margin", "ci", "confidence", "low", "high", "lower", "upper"];

    private static readonly ImmutableArray<string>[] s_errors = [["stderr"], ["se"], ["sem"], ["std", "err"], ["standard", "error"]];

    private static readonly string[] s_lower =
    [
        "error", "errors", "wer", "cer", "der", "loss", "perplexity", "hallucination", "hallucinations", "hallucinated", "toxicity", "mae", "mse", "rmse", "leak",
        "leakage", "failure", "failures", "failed", "violation", "violations", "invalid", "timeouts", "misses", "delta", "brier", "fpr", "fnr", "harmful",
    ];

    private static readonly string[] s_aggregates = ["average", "avg", "mean", "overall", "total", "aggregate", "combined", "macro", "micro", "global", "all"];

    private static readonly string[] s_times = ["latency", "seconds", "sec", "secs", "second", "time", "duration", "runtime", "ttft"];
    private static readonly string[] s_money = ["usd", "cost", "costs", "price", "dollars", "spend"];

    // What is counted for each answer: fewer is cheaper and quicker. What says a time beside it is a rate, of which more is better.
    private static readonly string[] s_counted = ["tokens", "words", "characters", "turns", "steps", "calls", "requests", "retries", "iterations", "queries"];
    private static readonly string[] s_rates = ["throughput", "tps", "qps", "rps", "rtfx"];
    private static readonly string[] s_numbers = ["elo", "points", "bits", "joules", "watts", "kwh", "wh", "mb", "gb"];
    private static readonly string[] s_grades = ["rating", "ratings", "grade", "grades", "stars", "mos", "likert"];

    // Aspects of a response: columns of such names measure one task in several ways, where others are tasks.
    private static readonly string[] s_aspects =
    [
        "accuracy", "acc", "precision", "recall", "f1", "bleu", "rouge", "meteor", "exact", "match", "em", "score", "rate", "safety", "privacy", "fairness",
        "robustness", "truthfulness", "factuality", "consistency", "coherence", "fluency", "relevance", "helpfulness", "harmlessness", "completeness",
        "conciseness", "correctness", "faithfulness", "quality", "style", "tone", "pass", "win", "resolved", "solved", "well", "formed", "percent", "pct",
        "hallucination", "answer", "factual",
    ];

    /// <summary>Whether percentages are written from 0 to 1.</summary>
    public bool IsShare { get; init; }

    /// <summary>What its numbers are multiplied by to be in its unit: 0.001 for milliseconds.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>The scale of its grades, or null.</summary>
    public NewScale? Scale { get; init; }

    /// <summary>The column of its standard errors, or null.</summary>
    public string? Error { get; init; }

    /// <summary>What a plain number is of, as "tokens"; else empty.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Whether its name says that it sums up others.</summary>
    public bool IsAggregate => Unit is Unit.Percent or Unit.Grade && Words(Name).Intersect(s_aggregates).Any();

    /// <summary>Whether its name says an aspect of a response rather than a task.</summary>
    public bool IsAspect => Words(Name).All(word => s_aspects.Contains(word));

    /// <summary>Its name for readers: <c>exact_match</c> is Exact match; what has spaces or capitals of its own stays.</summary>
    public static string Shown(string name)
    {
        var plain = Signs().Replace(name, " ").Replace('_', ' ').Trim();
        plain = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return plain.Length > 0 && plain.All(letter => !char.IsUpper(letter)) ? Noun.Capital(plain) : plain.Length > 0 ? plain : name;
    }

    /// <summary>The words of a name in lower case: those of <c>Latency_mean (s)</c> are latency, mean and s.</summary>
    public static ImmutableArray<string> Words(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        foreach (var letter in name + " ")
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.ToImmutable();
    }

    /// <summary>Whether a column is called the standard error of another: <c>acc_stderr</c> is that of <c>acc</c>.</summary>
    public static bool IsErrorOf(string name, string other) =>
        s_errors.Any(error => Words(name) is var words && (words.SequenceEqual(Words(other).AddRange(error)) || words.SequenceEqual(error.AddRange(Words(other)))));

    /// <summary>What a column of figures holds; null with a reason where no board could show it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cells">Its texts, without those that mean that nothing was measured.</param>
    /// <param name="writing">How numbers are written.</param>
    /// <param name="reason">Why it is left out, as a clause, or null.</param>
    public static ProposedColumn? Of(string name, ImmutableArray<string> cells, TableWriting writing, out string? reason)
    {
        var words = Words(name);
        var numbers = cells.Select(cell => writing.TryNumber(MappedNumbers.WithoutSign(cell), out var number) ? number : (decimal?)null).OfType<decimal>().ToImmutableArray();
        var isLower = words.Intersect(s_lower).Any();
        reason = null;
        if (words.Intersect(s_spreads).Any())
        {
            reason = "it is the spread or an end of the interval of another column";
            return null;
        }

        var sign = cells.Select(MappedNumbers.UnitOf).FirstOrDefault(unit => unit is not null);
        if (sign == Unit.Usd || name.Contains('$', StringComparison.Ordinal) || words.Intersect(s_money).Any())
        {
            return new ProposedColumn(name, Unit.Usd, LowerIsBetter: true);
        }

        var isRate = sign is null && IsRate(name, words);
        if (!isRate && (sign == Unit.Seconds || words.Intersect(s_times).Any() || name.Contains("(s)", StringComparison.OrdinalIgnoreCase) || words[^1..] is ["ms"]))
        {
            // A text with a sign is in seconds once the sign is read.
            var factor = sign == Unit.Seconds ? 1m
                : words.Contains("ms") || words.Contains("milliseconds") ? 0.001m
                : words.Contains("min") || words.Contains("minutes") ? 60m
                : words.Contains("h") || words.Contains("hours") ? 3600m
                : 1m;
            return new ProposedColumn(name, Unit.Seconds, LowerIsBetter: true) { Factor = factor };
        }

        if (sign != Unit.Percent && (words.IsEmpty || words.Intersect(s_noMeasure).Any()))
        {
            reason = "its name says that it is no measure of quality, money or time";
            return null;
        }

        if (ScaleIn(name) is { } scale && numbers.All(number => number >= scale.Lowest && number <= scale.Highest))
        {
            return new ProposedColumn(name, Unit.Grade, isLower) { Scale = scale };
        }

        var (least, most) = (numbers.Min(), numbers.Max());
        if (words.Intersect(s_grades).Any() && least >= 0 && most is > 1 and <= 10)
        {
            return new ProposedColumn(name, Unit.Grade, isLower) { Scale = new NewScale(least < 1 ? 0 : 1, most <= 5 ? 5 : 10, []) };
        }

        // Without a sign, what lies outside 0 to 100 or is called a count, a rate or points is no percentage.
        var isCounted = !isRate && words.Intersect(s_counted).Any();
        if (sign is null && (least < 0 || most > 100 || isRate || isCounted || words.Intersect(s_numbers).Any()))
        {
            return new ProposedColumn(name, Unit.Number, isLower || isCounted) { UnitName = UnitNameOf(name, words) };
        }

        if (least < 0 || most > 100)
        {
            reason = string.Create(CultureInfo.InvariantCulture, $"its numbers go from {least} to {most}, and percentages from 0 to 100");
            return null;
        }

        return new ProposedColumn(name, Unit.Percent, isLower) { IsShare = sign is null && most <= 1 };
    }

    // "Tokens per second" and "Throughput (tokens/s)" are no seconds.
    private static bool IsRate(string name, ImmutableArray<string> words) =>
        words.Intersect(s_rates).Any() || PerTime().IsMatch(name.Replace('_', ' '));

    // "Throughput (tokens/s)" says it in brackets, "Output tokens" by a word; "RTFx" is its own unit.
    private static string UnitNameOf(string name, ImmutableArray<string> words) =>
        InBrackets().Match(name) is { Success: true } said ? said.Groups[1].Value.Trim()
        : words.FirstOrDefault(word => s_counted.Contains(word) || s_numbers.Contains(word)) is { } word && word != "elo" ? word
        : Shown(name);

    // "Quality (1-5)" and "Style /10".
    private static NewScale? ScaleIn(string name)
    {
        if (Range().Match(name) is { Success: true } range
            && int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var lowest
            && int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var highest
            && lowest < highest && highest <= 20)
        {
            return new NewScale(lowest, highest, []);
        }

        return Highest().Match(name) is { Success: true } of ? new NewScale(0, int.Parse(of.Groups[1].ValueSpan, CultureInfo.InvariantCulture), []) : null;
    }

    [GeneratedRegex(@"\(\s*([0-9]{1,2})\s*(?:-|\u2013|to)\s*([0-9]{1,2})\s*\)")]
    private static partial Regex Range();

    [GeneratedRegex(@"\(([^()0-9][^()]{0,30})\)\s*$")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(?:/|\bper[ _-])\s*(?:s|sec|second|min|minute|h|hour)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PerTime();

    [GeneratedRegex(@"/\s?(5|7|10)\b")]
    private static partial Regex Highest();

    // The unit in brackets stands beside the figures anyway.
    [GeneratedRegex(@"\(\s*(?:%|\$|s|ms|sec|seconds|usd|US\$)\s*\)|[%$]", RegexOptions.IgnoreCase)]
    private static partial Regex Signs();
}
