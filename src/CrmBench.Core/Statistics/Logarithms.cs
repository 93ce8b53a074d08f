namespace CrmBench.Core.Statistics;

/// <summary>Logarithms the platform lacks.</summary>
internal static class Logarithms
{
    /// <summary>The natural logarithm of 1 + <paramref name="x"/>, exact also where x is too small to change 1.</summary>
    /// <param name="x">Greater than -1.</param>
    /// <remarks>
    /// The platform's own <c>double.LogP1</c> adds first and loses the digits. The quotient below repairs the rounding of the sum:
    /// W. Kahan's device, as in D. Goldberg, ACM Computing Surveys 23 (1991) 5-48, theorem 4.
    /// </remarks>
    public static double OnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
