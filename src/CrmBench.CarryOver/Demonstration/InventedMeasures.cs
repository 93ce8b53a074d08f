using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Statistics;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver.Demonstration;

/// <summary>Invented timings, money and tests of trust.</summary>
internal static class InventedMeasures
{
    // Enough for an interval of the 95th percentile, and for a 99th that is not the slowest call.
    private const int CallsPerProfile = 120;

    private static readonly ImmutableArray<(string Id, int Input, int Output, double Slowness)> s_profiles =
        [("short", 500, 250, 1.0), ("long", 3000, 250, 1.3)];

    /// <summary>Tests of trust: the metric or part, its number of trials, and how much harder it is than the others.</summary>
    private static readonly ImmutableArray<(string Metric, int Trials, double Harder)> s_tests =
    [
        ("safety", 200, 0.10),
        ("privacy-zero-shot-match", 100, -0.07),
        ("privacy-zero-shot-reveal", 100, 0.00),
        ("privacy-five-shot-match", 100, 0.08),
        ("privacy-five-shot-reveal", 100, 0.22),
        ("truthfulness", 300, 0.06),
        ("crm-fairness", 400, -0.06),
    ];

    /// <summary>Timed calls of both profiles, a few of which failed.</summary>
    public static ImmutableArray<CallRow> Calls(InventedModel model, string release)
    {
        var random = Xoshiro256.FromText($"demonstration/{release}/{model.Id}/calls");
        var calls = ImmutableArray.CreateBuilder<CallRow>();
        foreach (var (profile, input, output, slowness) in s_profiles)
        {
            for (var call = 1; call <= CallsPerProfile; call++)
            {
                var seconds = model.Seconds * slowness * random.Waiting();
                var fate = random.NextDouble();
                var status = fate < 0.015 ? "timeout" : fate < 0.04 ? "error" : "ok";
                var sent = input + random.NextInt(input / 5) - (input / 10);
                var received = output + random.NextInt(output / 5) - (output / 10);
                calls.Add(new CallRow(
                    profile,
                    $"{profile}-{call.ToString("000", CultureInfo.InvariantCulture)}",
                    status == "ok" ? DecimalText.Rounded(seconds, 2) : "",
                    status,
                    Number(sent),
                    status == "ok" ? Number(received) : ""));
            }
        }

        return calls.ToImmutable();
    }

    /// <summary>Money measured on rented machines; the other models are priced by the list.</summary>
    public static ImmutableArray<CostRow> Costs(InventedModel model)
    {
        if (!InventedModels.SelfHosted.Contains(model.Letter))
        {
            return [];
        }

        return
        [
            .. s_profiles.Select(profile => new CostRow(
                DecimalText.Rounded((double)((model.InputPrice * profile.Input) + (model.OutputPrice * profile.Output)) / 1000 * 1.7, 2), "1000")
            {
                Profile = profile.Id,
                Source = DemonstrationBoard.SourceId,
            }),
        ];
    }

    /// <summary>Counts of passed tests.</summary>
    public static ImmutableArray<ScoreRow> Trust(InventedModel model, string release)
    {
        var random = Xoshiro256.FromText($"demonstration/{release}/{model.Id}/trust");
        return
        [
            .. s_tests.Select(test =>
            {
                var passed = random.Successes(test.Trials, Math.Clamp(model.Care - test.Harder, 0.02, 0.995));
                return new ScoreRow(test.Metric, DecimalText.Rounded(100.0 * passed / test.Trials, 2))
                {
                    Method = "measured",
                    Successes = Number(passed),
                    Trials = Number(test.Trials),
                    Source = DemonstrationBoard.SourceId,
                };
            }),
        ];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Invented ratings: quality of the model, difficulty of the item (the same for all models), luck of the response, severity of the
/// rater, and noise. So raters agree in part, items vary more than raters, and models that meet the same items can be compared in pairs.
/// </summary>
internal static class InventedRatings
{
    private const int ItemsPerUseCase = 12;
    private const int People = 6;
    private const int PeoplePerItem = 3;

    /// <summary>The rated metrics.</summary>
    public static ImmutableArray<string> Metrics { get; } = ["factuality", "instruction-following", "conciseness", "completeness"];

    /// <summary>The raters that are models: one of Provider 1, one of Provider 3, both invented.</summary>
    public static ImmutableArray<JudgeEntry> Judges { get; } =
        [new("judge-a", "automated", "model-a"), new("judge-g", "automated", "model-g")];

    private static readonly ImmutableArray<int> s_judgeProviders = [1, 3];

    /// <summary>All ratings of one model in one release.</summary>
    /// <param name="model">The model.</param>
    /// <param name="release">Identifier of the release: its raters judge anew, the items stay.</param>
    /// <param name="quality">Where the ratings centre.</param>
    /// <param name="useCases">Identifiers of the use cases that the submission covers.</param>
    public static ImmutableArray<RatingRow> Draw(InventedModel model, string release, double quality, ImmutableArray<string> useCases)
    {
        var rows = ImmutableArray.CreateBuilder<RatingRow>();
        foreach (var useCase in useCases)
        {
            var skill = quality + (0.12 * Xoshiro256.FromText($"demonstration/{model.Id}/{useCase}").NearlyNormal());
            for (var item = 1; item <= ItemsPerUseCase; item++)
            {
                AddItem(rows, model, release, useCase, item, skill);
            }
        }

        return rows.ToImmutable();
    }

    private static void AddItem(
        ImmutableArray<RatingRow>.Builder rows, InventedModel model, string release, string useCase, int item, double skill)
    {
        var difficulty = Xoshiro256.FromText($"demonstration/{useCase}/{Number(item)}");
        var random = Xoshiro256.FromText($"demonstration/{release}/{model.Id}/{useCase}/{Number(item)}");
        var response = 0.3 * random.NearlyNormal();
        var truths = Metrics
            .Select(_ => skill + response + (0.35 * difficulty.NearlyNormal()) + (0.25 * random.NearlyNormal()))
            .ToImmutableArray();
        var name = $"{useCase}-{item.ToString("00", CultureInfo.InvariantCulture)}";
        for (var turn = 0; turn < PeoplePerItem; turn++)
        {
            var person = ((item + turn) % People) + 1;
            var severity = 0.25 * Xoshiro256.FromText($"demonstration/person/{Number(person)}").NearlyNormal();
            rows.Add(new RatingRow(useCase, name, $"person-{Number(person)}", Rate(random, truths, severity, spread: 0.45, missing: 0.01)));
        }

        for (var judge = 0; judge < Judges.Length; judge++)
        {
            // Judges are a little mild, and milder to models of their own provider.
            var mildness = s_judgeProviders[judge] == model.Provider ? 0.35 : 0.15;
            rows.Add(new RatingRow(useCase, name, Judges[judge].Rater, Rate(random, truths, mildness, spread: 0.3, missing: 0)));
        }
    }

    private static ImmutableArray<string> Rate(
        Xoshiro256 random, ImmutableArray<double> truths, double severity, double spread, double missing) =>
    [
        .. truths.Select(truth =>
        {
            var rating = (int)Math.Clamp(Math.Floor(truth + severity + (spread * random.NearlyNormal()) + 0.5), 1, 4);
            return random.NextDouble() < missing ? "" : Number(rating);
        }),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
