using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class RadixSortTests
{
    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(2048UL)]
    [InlineData(2047UL)]
    [InlineData(1UL)]
    [InlineData(0UL)]
    public void Sorts_as_a_stable_sort_by_comparison_does(ulong highest)
    {
        var random = Xoshiro256.FromText("radix");
        ulong[] keys = [.. Enumerable.Range(0, 500).Select(_ => Key(random) & highest), highest];
        double[] values = [.. Enumerable.Range(0, keys.Length)];
        var expected = keys.Zip(values).OrderBy(pair => pair.First).ToArray();

        RadixSort.Sort(keys, values, RadixSort.BitsOf(highest));

        Assert.Equal(expected, keys.Zip(values));
    }

    [Fact]
    public void Nothing_is_sorted_already() => RadixSort.Sort([], [], 64);

    private static ulong Key(Xoshiro256 random) => ((ulong)(uint)random.NextInt(int.MaxValue) << 33) | (uint)random.NextInt(int.MaxValue);
}
