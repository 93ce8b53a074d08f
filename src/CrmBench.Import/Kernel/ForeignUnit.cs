
namespace CrmBench.Import.Kernel;

/// <summary>How another tool writes a figure.</summary>
internal enum ForeignUnit
{
    /// <summary>In the metric's own unit.</summary>
    Same,

    /// <summary>A share from 0 to 1, where the metric is percent.</summary>
    Share,

    /// <summary>Milliseconds, where the metric is seconds.</summary>
    Milliseconds,
}
