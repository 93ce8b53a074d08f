namespace CrmBench.Data.Forms;

/// <summary>The file of a release.</summary>
internal static class ReleaseForms
{
    /// <summary><c>release.json</c>.</summary>
    public static FileForm Release { get; } = new(
        "benchmarks/<benchmark>/releases/<release>/release.json",
        "A release: one dated set of results. A release that is frozen does not change any more.",
        new ObjectForm("a release",
        [
            new("date", ValueForm.Date, "The day it was closed; price tables are read for this day"),
            new("status", ValueForm.Word("draft", "frozen"), "Whether results may still be added"),
            new("changes", ValueForm.Text, "What changed since the release before"),
            new("known_limits", ValueForm.List(ValueForm.Text, mostEntries: 100), "What a reader must know before comparing"),
            new("use_cases", ValueForm.List(ValueForm.Reference("use case", "use-cases.csv"), atLeastOne: true),
                "The use cases it covers; all unless given")
            {
                IsOptional = true,
            },
            new("rank_by", ValueForm.Reference("dimension", "benchmark.json"), "Another order for this board; needs `rank_by_reason`")
            {
                IsOptional = true,
            },
            new("rank_by_reason", ValueForm.Text, "Why this board has another order; needs `rank_by`") { IsOptional = true },
        ])
        {
            Pair = ("rank_by", "rank_by_reason"),
        });
}
