namespace CrmBench.Import.CrmSpace;

/// <summary>The tables of the space.</summary>
internal enum CrmSpaceKind
{
    /// <summary>Grades by model, use case and method.</summary>
    Accuracy,

    /// <summary>Money and seconds by model and flavor.</summary>
    LatencyCost,

    /// <summary>Percentages by model.</summary>
    Trust,

    /// <summary>The flavor of each use case.</summary>
    Flavors,
}
