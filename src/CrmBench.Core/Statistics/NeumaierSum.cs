namespace CrmBench.Core.Statistics;

/// <summary>A running sum that also carries what rounding lost, so that its error does not grow with the number of terms.</summary>
/// <remarks>
/// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974) 39-51.
/// The default value is the empty sum, 0.
/// </remarks>
internal struct NeumaierSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum of all terms so far; not finite when a term was not, or when the terms are too large to add.</summary>
    public readonly double Total => _sum + _lost;

    public void Add(double term)
    {
        var sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}
