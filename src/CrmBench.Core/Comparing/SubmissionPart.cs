namespace CrmBench.Core.Comparing;

/// <summary>A part of a submission's own data.</summary>
public enum SubmissionPart
{
    /// <summary>Who, when, how, from where.</summary>
    Description,

    /// <summary>Published aggregates.</summary>
    Scores,

    /// <summary>Correlations of the errors of published aggregates.</summary>
    Correlations,

    /// <summary>Ratings of single responses.</summary>
    Ratings,

    /// <summary>Ratings added up by item.</summary>
    ItemSums,

    /// <summary>Timed calls.</summary>
    Calls,

    /// <summary>Money.</summary>
    Costs,
}
