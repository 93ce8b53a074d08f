namespace CrmBench.Core.Model;

/// <summary>How far a model can be had.</summary>
public enum Openness
{
    /// <summary>Not known to us.</summary>
    Unknown,

    /// <summary>Only as a service.</summary>
    Closed,

    /// <summary>The weights can be downloaded, under terms.</summary>
    OpenWeights,

    /// <summary>Weights, code and data are under an open licence.</summary>
    Open,
}
