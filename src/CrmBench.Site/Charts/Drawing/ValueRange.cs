namespace CrmBench.Site.Charts.Drawing;

/// <summary>The values an axis must show, from the lowest to the highest. The default value is the single value 0.</summary>
/// <param name="Low">Lowest value, finite.</param>
/// <param name="High">Highest value, finite, not below <paramref name="Low"/>.</param>
internal readonly record struct ValueRange(double Low, double High)
{
    /// <summary>
    /// The range of the estimates, widened for their intervals. One interval that is far wider than the rest would press everything
    /// else together, so no interval widens the range by more than twice the estimates' span or the middle interval's length;
    /// what reaches beyond is drawn clipped.
    /// </summary>
    /// <param name="values">Estimates; those that are not finite are left out.</param>
    /// <param name="whiskers">Their intervals.</param>
    /// <returns>Null where no estimate is finite.</returns>
    public static ValueRange? Covering(IEnumerable<double> values, IEnumerable<Whisker> whiskers)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            return null;
        }

        var finite = whiskers.Where(whisker => double.IsFinite(whisker.Low) && double.IsFinite(whisker.High)).ToArray();
        var lengths = finite.Select(whisker => whisker.High - whisker.Low).Order().ToArray();
        var middle = lengths.Length == 0 ? 0 : lengths[(lengths.Length - 1) / 2];
        var reach = 2 * Math.Max(high - low, middle);
        var (least, most) = (low - reach, high + reach);
        foreach (var whisker in finite)
        {
            low = Math.Min(low, Math.Max(least, whisker.Low));
            high = Math.Max(high, Math.Min(most, whisker.High));
        }

        return new ValueRange(low, high);
    }
}
