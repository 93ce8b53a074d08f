using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>What stands at an address that leads nowhere.</summary>
internal static class NotFoundPage
{
    public static ScriptObject Model(SiteIndex index)
    {
        var model = new PageHead
        {
            Path = Addresses.NotFound,
            Title = "Page not found",
            Description = "There is no page at this address.",
            Section = "none",
            Heading = "There is no page here",
            Canonical = Addresses.Home,
        }.Model(index);
        model["boards"] = Rendering.Models.List(index.Scored.Benchmarks, benchmark => new ScriptObject
        {
            ["name"] = benchmark.Benchmark.Name,
            ["path"] = Addresses.Benchmark(benchmark.Benchmark),
        });
        return model;
    }
}
