using System.Globalization;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>Rows of <c>latencies.csv</c> and <c>costs.csv</c> out of other tools' numbers.</summary>
internal static class DraftCalls
{
    private static readonly string[] s_timeouts = ["timed out", "timeout"];

    /// <summary>A call that ended well.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="item">Name of the item; at most 80 characters.</param>
    /// <param name="seconds">Seconds to the full response, 0 or more.</param>
    /// <param name="inputTokens">Tokens sent, or null.</param>
    /// <param name="outputTokens">Tokens received, or null.</param>
    public static CallRow Ok(string useCase, string item, decimal seconds, decimal? inputTokens, decimal? outputTokens) =>
        new("", item, Figure.Of(seconds), "ok", Tokens(inputTokens), Tokens(outputTokens)) { UseCase = useCase };

    /// <summary>A call that failed.</summary>
    /// <param name="useCase">Identifier of the use case.</param>
    /// <param name="item">Name of the item; at most 80 characters.</param>
    /// <param name="error">What the tool says of the failure.</param>
    public static CallRow Failed(string useCase, string item, string error)
    {
        var isTimeout = s_timeouts.Any(word => error.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new CallRow("", item, "", isTimeout ? "timeout" : "error", "", "") { UseCase = useCase };
    }

    private static string Tokens(decimal? number) =>
        number is { } tokens && decimal.IsInteger(tokens) && tokens is >= 0 and <= int.MaxValue
            ? ((int)tokens).ToString(CultureInfo.InvariantCulture)
            : "";
}
