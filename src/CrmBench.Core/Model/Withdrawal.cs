namespace CrmBench.Core.Model;

/// <summary>A result taken back; its row stays as a reminder.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Withdrawal(DateOnly On, string Reason);
