namespace CrmBench.Core.Scoring;

/// <summary>What an estimate's count counts.</summary>
public enum CountOf
{
    /// <summary>Nothing: the source states no count.</summary>
    Unknown,

    /// <summary>Items: prompt instances of a use case.</summary>
    Items,

    /// <summary>Tasks, each with one or more trials.</summary>
    Tasks,

    /// <summary>Single trials or answers.</summary>
    Trials,

    /// <summary>Calls that ended well.</summary>
    Calls,

    /// <summary>Single values; the source does not say of what.</summary>
    Observations,
}
