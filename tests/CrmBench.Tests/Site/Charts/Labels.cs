using System.Collections.Immutable;
using CrmBench.Site.Charts;

namespace CrmBench.Tests.Site.Charts;

/// <summary>What every row of tick labels must keep.</summary>
internal static class Labels
{
    public static void KeepApart(ImmutableArray<Tick> ticks)
    {
        for (var i = 1; i < ticks.Length; i++)
        {
            var (before, after) = (ticks[i - 1], ticks[i]);
            var needed = (TextWidth.Of(before.Text, ChartType.Tick) + TextWidth.Of(after.Text, ChartType.Tick)) / 2;
            Assert.True(after.LabelAt - before.LabelAt > needed, $"{before.Text} touches {after.Text}");
        }
    }
}
