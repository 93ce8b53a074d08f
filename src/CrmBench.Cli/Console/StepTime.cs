namespace CrmBench.Cli.Console;

/// <summary>How long a step of the work took.</summary>
/// <param name="Name">What was done, such as <see cref="Wording.Reading"/>.</param>
/// <param name="Time">How long.</param>
internal sealed record StepTime(string Name, TimeSpan Time);
