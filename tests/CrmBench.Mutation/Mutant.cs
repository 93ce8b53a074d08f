using System.Globalization;

namespace CrmBench.Mutation;

/// <summary>One small fault that a test should find.</summary>
/// <param name="Number">Its number, by which it is switched on.</param>
/// <param name="File">Path of the source from the root of the repository, with forward slashes.</param>
/// <param name="Line">Line of the source, from 1.</param>
/// <param name="Kind">What was done: <c>comparison</c>.</param>
/// <param name="Before">The source as it is, in one line.</param>
/// <param name="After">What stands there instead; empty where something is left out.</param>
internal sealed record Mutant(int Number, string File, int Line, string Kind, string Before, string After)
{
    /// <summary>The folder it belongs to: <c>Core/Statistics</c>.</summary>
    public string Area
    {
        get
        {
            var parts = File.Split('/');
            return parts.Length > 3 ? $"{parts[1]["CrmBench.".Length..]}/{parts[2]}" : parts[1]["CrmBench.".Length..];
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}\t{File}\t{Line}\t{Kind}\t{Before}\t{After}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Mutant Parse(string line)
    {
        var parts = line.Split('\t');
        return new Mutant(
            int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3], parts[4], parts[5]);
    }
}
