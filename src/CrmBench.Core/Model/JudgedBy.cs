namespace CrmBench.Core.Model;

/// <summary>Who stands behind a method's figures.</summary>
public enum JudgedBy
{
    /// <summary>People rated.</summary>
    People,

    /// <summary>Programs or models rated or measured.</summary>
    Programs,
}
