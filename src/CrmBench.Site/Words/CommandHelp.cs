using System.Collections.Immutable;

namespace CrmBench.Site.Words;

/// <summary>An argument or option of a command, as its help says it.</summary>
/// <param name="Form">How it is written: <c>--format &lt;text|json&gt;</c>.</param>
/// <param name="Text">What it is for.</param>
public sealed record PartHelp(string Form, string Text);

/// <summary>What a command of the program is for, as its own help says it; the page for submitters is made of it.</summary>
/// <param name="Name">Its whole name: <c>crmbench check</c>.</param>
/// <param name="Usage">How it is called: <c>crmbench check [&lt;path&gt;...] [options]</c>.</param>
/// <param name="Text">What it does. Paragraphs are apart by an empty line; lines that begin with two spaces are a list.</param>
/// <param name="Parts">Its arguments and options, in the order of its help.</param>
public sealed record CommandHelp(string Name, string Usage, string Text, ImmutableArray<PartHelp> Parts);
