namespace CrmBench.Core.Comparing;

/// <summary>Something in two states of the data; at least one of them is there.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is; null where it is gone.</param>
public sealed record Change<T>(T? Before, T? After)
    where T : class
{
    /// <summary>The newer state there is.</summary>
    public T Latest => After ?? Before!;
}
