using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Core.Model;

/// <summary>How a timed call ended.</summary>
public enum CallStatus
{
    /// <summary>With a full response.</summary>
    Ok,

    /// <summary>With an error.</summary>
    Error,

    /// <summary>Not within the time allowed.</summary>
    Timeout,
}

/// <summary>One timed call: a row of <c>latencies.csv</c>.</summary>
/// <param name="At">What was asked.</param>
/// <param name="Item">Identifier of the item, or empty.</param>
/// <param name="Seconds">Seconds to the full response; null unless the call ended well.</param>
/// <param name="Status">How it ended.</param>
/// <param name="InputTokens">Tokens sent, or null.</param>
/// <param name="OutputTokens">Tokens received, or null.</param>
public sealed record TimedCall(MeasuredAt At, string Item, double? Seconds, CallStatus Status, int? InputTokens, int? OutputTokens);

/// <summary>A figure or fact of a submission that proved wrong and was put right.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">What was wrong and what stands there now, in a sentence.</param>
public sealed record Correction(DateOnly On, string Reason);

/// <summary>A result taken back; its row stays as a reminder.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Withdrawal(DateOnly On, string Reason);

/// <summary>One model's answers and measurements within a release; the thing ranked.</summary>
public sealed record Submission
{
    /// <summary>Identifier; also its folder.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of the model.</summary>
    public required string Model { get; init; }

    /// <summary>What sets it apart from other submissions of the same model, such as a reasoning effort; empty where nothing does.</summary>
    public required string Variant { get; init; }

    /// <summary>Who ran the evaluation.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>When it was submitted, or null where unknown.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>When the evaluation ran, or null where unknown.</summary>
    public DateOnly? EvaluatedOn { get; init; }

    /// <summary>Identifier of the method of its ratings and scores where a row names none.</summary>
    public required string Method { get; init; }

    /// <summary>Raters that are models; every other rater is a person.</summary>
    public required ImmutableArray<Judge> Judges { get; init; }

    /// <summary>Prompt settings and conditions as name and value, by name.</summary>
    public required ImmutableSortedDictionary<string, string> Settings { get; init; }

    /// <summary>Where its figures come from; at least one.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>Who checked the figures, or null where nobody did.</summary>
    public string? VerifiedBy { get; init; }

    /// <summary>Known issues, a sentence each.</summary>
    public required ImmutableArray<string> KnownIssues { get; init; }

    /// <summary>What was put right after it was published, in the order of the file.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>When and why it was withdrawn, or null while it stands.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>Published aggregates.</summary>
    public required ImmutableArray<PublishedScore> Scores { get; init; }

    /// <summary>How the errors of published aggregates move together, where the source says so.</summary>
    public ImmutableArray<ErrorCorrelation> Correlations { get; init; } = [];

    /// <summary>Ratings of single responses, or null where there are none.</summary>
    public RatingTable? Ratings { get; init; }

    /// <summary>Ratings added up by item, or null where there are none.</summary>
    public ItemSumTable? ItemSums { get; init; }

    /// <summary>Timed calls.</summary>
    public required ImmutableArray<TimedCall> Calls { get; init; }

    /// <summary>Measured or published money.</summary>
    public required ImmutableArray<PublishedCost> Costs { get; init; }

    /// <summary>Its <c>submission.json</c>.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Name of its model and variant, as one text: <c>GPT-5.2 (high)</c>.</summary>
    public string LabelWith(ModelCard model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Variant.Length == 0 ? model.Name : $"{model.Name} ({Variant})";
    }
}
