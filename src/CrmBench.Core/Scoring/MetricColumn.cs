using System.Collections.Immutable;
using CrmBench.Core.Model;

namespace CrmBench.Core.Scoring;

/// <summary>A metric by the method that fills it on a board, as <see cref="CellNumbers"/> numbers it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Column">Its number by that method.</param>
/// <param name="PriceColumn">Its number by its first method, to which the price table belongs.</param>
/// <param name="Parts">The metric's parts.</param>
internal sealed record MetricColumn(Metric Metric, int Column, int PriceColumn, ImmutableArray<MetricColumn> Parts)
{
    /// <summary>The metric on a board of a method: by that method where it may fill it, else by its first.</summary>
    public static MetricColumn Of(Metric metric, Method method, CellNumbers numbers) => new(
        metric,
        numbers.Column(metric.Id, metric.FilledBy(method)),
        numbers.Column(metric.Id, metric.Methods[0]),
        [.. metric.Parts.Select(part => Of(part, method, numbers))]);
}
