using CrmBench.Core.Statistics;

namespace CrmBench.Tests.Core.Statistics;

public class Xoshiro256Tests
{
    // The sequence of the authors' C code from the state 1, 2, 3, 4, as the test suite of Rust's rand_xoshiro gives it.
    [Fact]
    public void The_published_sequence_comes_back()
    {
        var random = new Xoshiro256(1, 2, 3, 4);

        Assert.Equal(
            [
                41943041UL, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205,
                9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
            ],
            Enumerable.Range(0, 10).Select(_ => random.NextBits()));
    }

    // The sequence of the seed 1234567, as published beside the algorithm on Rosetta Code.
    [Fact]
    public void SplitMix64_gives_its_published_sequence()
    {
        var state = 1234567UL;

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => Xoshiro256.SplitMix64(ref state)));
    }

    // Landon Curt Noll's test vectors.
    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    public void The_hash_of_a_text_agrees_with_published_vectors(string text, ulong hash) => Assert.Equal(hash, Xoshiro256.Hash(text));

    [Fact]
    public void The_same_text_starts_the_same_sequence_and_another_text_another()
    {
        Assert.Equal(Xoshiro256.FromText("2026-06").NextBits(), Xoshiro256.FromText("2026-06").NextBits());
        Assert.NotEqual(Xoshiro256.FromText("2026-06").NextBits(), Xoshiro256.FromText("2026-07").NextBits());
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_equally_likely()
    {
        var random = Xoshiro256.FromText("bound");
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.NextInt(7)]++;
        }

        // Chi-squared with 6 degrees of freedom: 22.46 at 99.9 %.
        Assert.True(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000) < 22.46);
    }

    [Fact]
    public void Numbers_lie_from_0_up_to_but_not_including_1_and_fill_it_evenly()
    {
        var random = Xoshiro256.FromText("double");
        var numbers = Enumerable.Range(0, 100_000).Select(_ => random.NextDouble()).ToArray();

        Assert.All(numbers, number => Assert.InRange(number, 0, Math.BitDecrement(1)));
        Assert.Equal(0.5, numbers.Average(), 0.005);
        Assert.Equal(1.0 / 12, numbers.Average(number => Math.Pow(number - 0.5, 2)), 0.001);
    }

    [Fact]
    public void A_bound_below_1_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Xoshiro256(1).NextInt(0));
}
