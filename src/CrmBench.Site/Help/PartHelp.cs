namespace CrmBench.Site.Help;

/// <summary>An argument or option of a command, as its help says it.</summary>
/// <param name="Form">How it is written: <c>--format &lt;text|json&gt;</c>.</param>
/// <param name="Text">What it is for.</param>
public sealed record PartHelp(string Form, string Text);
