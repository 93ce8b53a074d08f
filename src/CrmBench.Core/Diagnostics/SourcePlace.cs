using System.Globalization;

namespace CrmBench.Core.Diagnostics;

/// <summary>A place in an input file.</summary>
/// <param name="Path">Path from the root of the repository, with forward slashes.</param>
/// <param name="Line">Line from 1, or 0 where the whole file is meant.</param>
/// <param name="Column">Column from 1 in characters, or 0 where the whole line is meant.</param>
public sealed record SourcePlace(string Path, int Line = 0, int Column = 0)
{
    /// <summary>The place as compilers print it: <c>path:line:column</c>, without the parts that are 0.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}"),
    };
}
