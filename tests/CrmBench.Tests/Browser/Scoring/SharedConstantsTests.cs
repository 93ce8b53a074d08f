using System.Globalization;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Pages;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>What program and scripts must agree on stands in the program; the scripts' module of it is written from there.</summary>
public class SharedConstantsTests
{
    private static readonly (string Name, double Value, string Meaning)[] Constants =
    [
        ("MOST_DOTS", BoardTable.MostDots, "More use cases than this are told as a count instead of one dot each."),
        ("FEW_DOTS", BoardTable.FewDots, "More dots than this are small ones."),
        ("LONG_LABEL", BoardTable.LongLabel, "Names longer than this may take several lines."),
        ("SAME_VALUE", PairwiseComparisons.Same, "Averages of the same figures in another order may differ in their last bits; such values are equal."),
        ("SAME_SHARE", GradeSpread.Same, "Weights add up to 1 except for rounding in their last bits."),
        ("ROUNDING_NOISE", ClusteredMean.RoundingNoise, "A spread this small, relative to the values, is left by rounding and means none."),
        ("FEW_ITEMS", BoundedMean.FewItems, "Of so few items off an end of the scale, the spread tells too little of those that may lie further off."),
    ];

    [Fact]
    public void Scripts_have_the_programs_constants()
    {
        const string Head =
            """
            // @ts-check
            // What the program and the scripts must agree on. The tests write this file from the program's constants (ACCEPT_SNAPSHOTS=1).

            """;
        var module = Head + string.Concat(Constants.Select(constant => string.Create(
            CultureInfo.InvariantCulture, $"\n/** {constant.Meaning} */\nexport const {constant.Name} = {constant.Value};\n")));

        Assert.Equal(module, Approved.Text(Repository.PathOf("templates/assets/js/constants.js"), module));
    }
}
