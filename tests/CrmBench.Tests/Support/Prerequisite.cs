namespace CrmBench.Tests.Support;

/// <summary>What a test needs of the machine it runs on.</summary>
internal static class Prerequisite
{
    /// <summary>Goes on where it is there; else the test is skipped, or fails in continuous integration, where nobody would read it.</summary>
    /// <param name="isThere">Whether it is there.</param>
    /// <param name="missing">What is missing and how to get it.</param>
    public static void Require(bool isThere, string missing)
    {
        Assert.SkipWhen(!isThere && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), missing);
        if (!isThere)
        {
            throw new InvalidOperationException(missing);
        }
    }
}
