namespace CrmBench.Site.Charts.Drawing;

/// <summary>Sizes of type in charts, in pixels; <c>charts.css</c> sets the same.</summary>
internal static class ChartType
{
    /// <summary>Names and values.</summary>
    public const double Label = 12.5;

    /// <summary>Ticks, axis names and notes.</summary>
    public const double Tick = 12;

    /// <summary>From the baseline to the top of the letters.</summary>
    public const double Ascent = 10;

    /// <summary>From the baseline to the bottom of the letters.</summary>
    public const double Descent = 3.5;
}
