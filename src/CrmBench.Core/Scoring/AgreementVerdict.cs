namespace CrmBench.Core.Scoring;

/// <summary>What a coefficient of agreement means for a reader.</summary>
/// <remarks>
/// The bounds .800 and .667 are those of K. Krippendorff, Content Analysis (2004), 11.4.2; the rest of the scale is cut by whether the
/// interval leaves chance behind.
/// </remarks>
public enum AgreementVerdict
{
    /// <summary>No coefficient: fewer than two ratings of every response, or all ratings alike.</summary>
    Unknown,

    /// <summary>The raters agree no more than chance would, as far as the interval tells.</summary>
    None,

    /// <summary>More than chance, less than .667: single ratings are noise, only means over many items say something.</summary>
    Weak,

    /// <summary>From .667: good enough for tentative conclusions.</summary>
    Tentative,

    /// <summary>From .800: raters can be exchanged for each other.</summary>
    Reliable,
}
