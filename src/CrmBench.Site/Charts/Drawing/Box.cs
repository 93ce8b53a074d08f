namespace CrmBench.Site.Charts.Drawing;

/// <summary>A rectangle in the chart's pixels, y downwards. The default value is the empty box at the origin.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge, not left of <paramref name="Left"/>.</param>
/// <param name="Bottom">Bottom edge, not above <paramref name="Top"/>.</param>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether both share more than an edge.</summary>
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>Whether the other lies wholly inside, edges included.</summary>
    public bool Encloses(Box other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;
}
