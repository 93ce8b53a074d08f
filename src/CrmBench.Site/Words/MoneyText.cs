using CrmBench.Core.Model;

namespace CrmBench.Site.Words;

/// <summary>What money on a page is for: figures are those of a call, and pages show 1,000 calls. <c>money.js</c> says the same of other numbers.</summary>
internal static class MoneyText
{
    /// <summary>What stands behind an amount: <c>per 1,000 requests</c>.</summary>
    public static string PerCalls(Benchmark benchmark) => $"per {Format.Count(PrintedNumber.PrintedCalls)} {CallNoun(benchmark).Many}";

    /// <summary>What money is, for a heading: <c>US$ per 1,000 requests</c>.</summary>
    public static string Unit(Benchmark benchmark) => $"US$ {PerCalls(benchmark)}";

    /// <summary>What a call is called where no board is meant.</summary>
    public static Noun AnyCall { get; } = Noun.Of("call");

    /// <summary>What a benchmark calls a call.</summary>
    public static Noun CallNoun(Benchmark benchmark) => Noun.Of(benchmark.CallNoun);

    /// <summary>How a figure is printed where no heading says what money is for: <c>$0.400 per 1,000 requests</c>. Other units stay.</summary>
    public static PrintedUnit Named(Benchmark benchmark, PrintedUnit unit) =>
        unit.Unit == Core.Model.Unit.Usd ? unit with { Name = PerCalls(benchmark) } : unit;
}
