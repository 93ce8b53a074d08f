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
                    status == "ok" ? Figure.Rounded(seconds, 2) : "",
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
                Figure.Rounded((double)((model.InputPrice * profile.Input) + (model.OutputPrice * profile.Output)) / 1000 * 1.7, 2), "1000")
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
                return new ScoreRow(test.Metric, Figure.Rounded(100.0 * passed / test.Trials, 2))
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
