using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>A figure as another tool writes it, on its way into a metric's unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it is in.</param>
internal sealed record ForeignFigure(Located<decimal> Value, ForeignUnit Unit)
{
    /// <summary>A figure that is a share where the metric is a percentage, and in the metric's own unit elsewhere.</summary>
    public static ForeignFigure ShareOf(Metric metric, Located<decimal> value) =>
        new(value, metric.Unit == Core.Model.Unit.Percent ? ForeignUnit.Share : ForeignUnit.Same);

    /// <summary>The k for which the figure is k of <paramref name="n"/>, to the digits of a float; null where there is none.</summary>
    /// <param name="n">Number of samples, at least 1.</param>
    public int? SuccessesOf(int n)
    {
        var successes = decimal.Round(Value.Value * n);
        return Unit == ForeignUnit.Share && Value.Value is >= 0 and <= 1 && Math.Abs((successes / n) - Value.Value) < 1e-9m
            ? (int)successes
            : null;
    }

    /// <summary>The number in the metric's unit.</summary>
    public decimal In(Metric metric) => Convert(Value.Value, metric);

    /// <summary>Another number of the same kind in the metric's unit, such as its standard deviation.</summary>
    public decimal Convert(decimal number, Metric metric) => (Unit, metric.Unit) switch
    {
        (ForeignUnit.Share, Core.Model.Unit.Percent) => decimal.Parse(Figure.WithoutBinaryExcess(Figure.Of(number * 100)), Culture),
        (ForeignUnit.Milliseconds, Core.Model.Unit.Seconds) => number / 1000,
        _ => number,
    };

    /// <summary>Why the metric cannot have this figure, or null where it can.</summary>
    public Diagnostic? Objection(Metric metric)
    {
        var value = In(metric);
        return metric switch
        {
            { Unit: Core.Model.Unit.Percent } when value is < 0 or > 100 => Report("from 0 to 100 percent"),
            { Unit: Core.Model.Unit.Grade, Scale: { } scale } when value < scale.Lowest || value > scale.Highest =>
                Report($"a grade on the scale {scale}"),
            { Unit: Core.Model.Unit.Seconds or Core.Model.Unit.Usd } when value < 0 => Report("0 or more"),
            _ => null,
        };

        Diagnostic Report(string range) => ImportProblems.FigureOutOfRange(Value.With(Figure.Of(value)), metric.Id, range);
    }

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;
}
