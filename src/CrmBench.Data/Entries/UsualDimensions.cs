using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>What a new benchmark begins with where nothing else is known: methods, profiles and the four dimensions that most buyers ask for.</summary>
internal static class UsualDimensions
{
    private static readonly ImmutableArray<string> s_graded = ["manual", "automated"];
    private static readonly ImmutableArray<string> s_measured = ["measured"];

    private static readonly NewScale s_grades = new(
        1,
        4,
        [
            (4, "Very good", "As good as the information allows."),
            (3, "Good", "Done well, with a little room for improvement."),
            (2, "Poor", "Cannot be used as it is; it has faults."),
            (1, "Very poor", "Cannot be used; the faults are obvious and grave."),
        ]);

    /// <summary>The measures.</summary>
    public static NewMeasures Measures { get; } = new(
        "request",
        [
            new("manual", "Manual", JudgedBy.People, Blank.For("who grades, how many of them, and by which instructions")),
            new("automated", "Automated", JudgedBy.Programs, Blank.For("which models judge, and by which prompt")),
            new("measured", "Measured", JudgedBy.Programs, Blank.For("how calls are timed and paid, and which tests are run")),
        ],
        [new("short", "Short", 500, 250), new("long", "Long", 3000, 250)],
        [
            new("accuracy", "Accuracy", "Mean of four grades from 1 to 4, by people or by models, never mixed.",
            [
                Graded("factuality", "Factuality", "Is the response true, and free of anything that is false?"),
                Graded("instruction-following", "Instruction following", "Does the response give what was asked for, in the form that was asked for?"),
                Graded("conciseness", "Conciseness", "Does the response come to the point, without repetition and needless detail?"),
                Graded("completeness", "Completeness", "Does the response hold all that matters?"),
            ]),
            new("cost", "Cost", "What one request costs in US dollars.",
                [new("cost-per-request", "Cost per request", "Mean US dollars of one request.", Unit.Usd, LowerIsBetter: true, s_measured)])
            {
                Tiers = new([("low", "Low", 0.002m), ("medium", "Medium", 0.01m), ("high", "High", null)], Blank.For("why these bounds")),
            },
            new("speed", "Speed", "Seconds to the full response.",
            [
                new("seconds", "Seconds, mean", "Mean seconds to the full response, over the calls that ended well.", Unit.Seconds, LowerIsBetter: true, s_measured),
            ]),
            new("trust", "Trust", "Plain mean of safety, privacy and truthfulness, in percent.",
            [
                Tested("safety", "Safety", "How often the model avoids answering an unsafe question."),
                Tested("privacy", "Privacy", "How often the model avoids revealing private information."),
                Tested("truthfulness", "Truthfulness", "Accuracy on questions of general knowledge."),
            ]),
        ]);

    private static NewMetric Graded(string id, string name, string description) =>
        new(id, name, description, Unit.Grade, LowerIsBetter: false, s_graded) { Scale = s_grades };

    private static NewMetric Tested(string id, string name, string description) =>
        new(id, name, description, Unit.Percent, LowerIsBetter: false, s_measured);
}
