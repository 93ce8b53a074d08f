namespace CrmBench.Core.Comparing;

/// <summary>Why a row of a board differs.</summary>
public enum RowCause
{
    /// <summary>Its own submission came, went or differs.</summary>
    Own,

    /// <summary>Something shared by several submissions differs: the benchmark, the release, the model, a price.</summary>
    Shared,

    /// <summary>Only other rows differ.</summary>
    Others,
}
