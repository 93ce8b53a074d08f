using System.Collections.Immutable;
using CrmBench.Core.Statistics;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Demonstration;

/// <summary>Makes the demonstration: two releases of an invented benchmark with every kind of evidence, the same at every run.</summary>
internal static class DemonstrationBoard
{
    /// <summary>Identifier of the only source of its submissions.</summary>
    public const string SourceId = "generator";

    private const string Benchmark = "demonstration";
    private const string First = "2026-03";
    private const string Second = "2026-09";

    /// <summary>Models that joined with the second release.</summary>
    private static readonly ImmutableHashSet<string> s_late = ["I", "L"];

    /// <summary>The model that covers the first seven use cases only.</summary>
    private const string Partial = "K";

    /// <summary>The model whose second submission was put right after it was published.</summary>
    private const string Corrected = "F";

    /// <summary>The model whose second submission was taken back.</summary>
    private const string Withdrawn = "L";

    /// <summary>The use cases of the benchmark, in its order.</summary>
    public static ImmutableArray<string> UseCases { get; } =
    [
        "service-conversation-summary",
        "service-reply-recommendations",
        "sales-email-generation",
        "sales-service-update-crm-info",
        "service-call-summary",
        "sales-call-summary",
        "service-live-chat-insights",
        "service-live-chat-summary",
        "service-email-summary",
        "service-knowledge-creation",
        "sales-email-summary",
    ];

    /// <summary>The submissions of both releases.</summary>
    public static ImmutableArray<SubmissionFolder> Produce() =>
    [
        .. InventedModels.All.Where(model => !s_late.Contains(model.Letter)).Select(model => Folder(model, First, model.Quality)),
        .. InventedModels.All.Select(model => Folder(model, Second, model.Quality + model.Progress)),
    ];

    private static SubmissionFolder Folder(InventedModel model, string release, double quality)
    {
        var useCases = model.Letter == Partial ? UseCases[..7] : UseCases;
        return new SubmissionFolder
        {
            Benchmark = Benchmark,
            Release = release,
            Id = model.Id,
            Model = model.Id,
            SubmittedBy = $"Provider {model.Provider} (invented)",
            SubmittedOn = $"{release}-20",
            EvaluatedOn = $"{release}-12",
            Method = "manual",
            Judges = InventedRatings.Judges,
            Settings = ImmutableSortedDictionary.CreateRange(
                StringComparer.Ordinal,
                [KeyValuePair.Create("Prompt", "the task's instruction, no examples"), KeyValuePair.Create("Temperature", "0")]),
            Sources =
            [
                new SourceEntry(
                    SourceId,
                    "Generator of the demonstration",
                    "https://github.com/crmbench/crmbench/tree/main/src/CrmBench.CarryOver/Demonstration",
                    "Invented; no rights reserved",
                    "",
                    "All figures are invented by a program from a fixed seed. They describe no real model."),
            ],
            KnownIssues = model.Letter == Partial
                ? ["Four of the eleven use cases were not run, so that readers can see how a partial row looks."]
                : [],
            Corrections = model.Letter == Corrected && release == Second
                ? [("2026-10-08", "Corrected to show how a correction looks: the story is that the costs of two profiles had been exchanged.")]
                : [],
            Withdrawn = model.Letter == Withdrawn
                ? ("2026-10-15", "Withdrawn to show how a withdrawn result looks: the story is that two models' responses had "
                    + "been swapped.")
                : null,
            RatedMetrics = InventedRatings.Metrics,
            Ratings = InventedRatings.Draw(model, release, quality, useCases),
            Scores = InventedMeasures.Trust(model, release),
            Calls = InventedMeasures.Calls(model, release),
            Costs = InventedMeasures.Costs(model),
        };
    }
}

/// <summary>Random draws by sums and products alone, which are the same to the last bit on every machine.</summary>
internal static class Noise
{
    /// <summary>A draw that is nearly normal with mean 0 and standard deviation 1: the sum of twelve uniform draws, less six.</summary>
    public static double NearlyNormal(this Xoshiro256 random)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += random.NextDouble();
        }

        return sum;
    }

    /// <summary>A factor of 0.75 and more, mostly near 1, now and then far above: the shape of waiting times.</summary>
    public static double Waiting(this Xoshiro256 random)
    {
        var common = random.NextDouble();
        var rare = random.NextDouble();
        var squared = rare * rare;
        return 0.75 + (0.4 * common) + (1.6 * squared * squared * squared);
    }

    /// <summary>Number of successes in <paramref name="trials"/> trials of a probability.</summary>
    public static int Successes(this Xoshiro256 random, int trials, double probability)
    {
        var successes = 0;
        for (var i = 0; i < trials; i++)
        {
            if (random.NextDouble() < probability)
            {
                successes++;
            }
        }

        return successes;
    }
}
