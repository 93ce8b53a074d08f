namespace CrmBench.Core.Model;

/// <summary>One grade of a rating scale in words.</summary>
/// <param name="Value">The grade.</param>
/// <param name="Name">Its name, such as "Very good".</param>
/// <param name="Meaning">What an answer with this grade is like.</param>
public sealed record Grade(int Value, string Name, string Meaning);
