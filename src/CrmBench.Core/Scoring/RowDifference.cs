using CrmBench.Core.Statistics;

namespace CrmBench.Core.Scoring;

/// <summary>How far a row is from another on one dimension, and what that proves.</summary>
/// <param name="Row">The row.</param>
/// <param name="Value">The row minus the other, in the dimension's unit.</param>
/// <param name="Interval">The interval of that difference at the benchmark's level, or null where none can be given.</param>
/// <param name="Verdict">1 where the row is better beyond chance, -1 where the other is, 0 where it may be chance, null where nobody can tell.</param>
/// <param name="IsPaired">Whether the two were compared item by item, at least in some use case.</param>
public sealed record RowDifference(LeaderboardRow Row, double Value, Interval? Interval, int? Verdict, bool IsPaired);
