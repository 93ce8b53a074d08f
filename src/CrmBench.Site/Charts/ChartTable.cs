using System.Collections.Immutable;

namespace CrmBench.Site.Charts;

/// <summary>The data of a chart, for readers who cannot see it or want the figures.</summary>
/// <param name="Headers">Headings; the first column names the row.</param>
/// <param name="Rows">One list of cells a row, as long as the headings. What is missing is a dash.</param>
internal sealed record ChartTable(ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows);
