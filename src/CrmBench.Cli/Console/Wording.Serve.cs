using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Diagnostics;

namespace CrmBench.Cli.Console;

/// <summary>What the preview says, on the console and in pages.</summary>
internal static partial class Wording
{
    public const string Serve =
        "Builds the site, serves it on this machine and builds it again after every save; open pages reload by themselves. Writes nothing.";

    public const string PortOption = "The port to listen on. [default: the first free one from 8080 on]";
    public const string NoSuchPort = "--port: a port is a number from 1 to 65535.";

    public const string PreviewProblems = "Problems with the sources";
    public const string PreviewStopped = "This page cannot be made yet";
    public const string PreviewSaveToGoOn = "Mend what is listed here and save; the page then loads again by itself.";

    public static string PortTaken(int port) => string.Create(
        CultureInfo.InvariantCulture, $"Port {port} is taken by another program. Name another with --port, or leave it out.");

    public static string PortsTaken(int first, int last) => string.Create(
        CultureInfo.InvariantCulture, $"All ports from {first} to {last} are taken by other programs. Name a free one with --port.");

    public static string Serving(Uri address) => $"Serving {address.AbsoluteUri} - press Ctrl+C to stop.";

    /// <summary>The line that heads the problems on a page.</summary>
    public static string PreviewShows(ImmutableArray<Diagnostic> problems, bool isStale, string? trouble) => (trouble, isStale) switch
    {
        (not null, _) => "The sources cannot be read: this is the site before the last change.",
        (_, true) => $"{Counted(problems)}: this is the site before the last change.",
        _ => $"{Counted(problems)}.",
    };

    /// <summary>The line on the console after the sources were read.</summary>
    public static string PreviewMade(ImmutableArray<Diagnostic> problems, bool isStale, string? trouble, int? pages, TimeSpan time) =>
        (trouble, isStale, pages) switch
    {
        ({ } said, _, _) => said,
        (_, true, null) => $"{Counted(problems)}. There is nothing to show until the errors are mended.",
        (_, true, _) => $"{Counted(problems)}. The preview shows the site before the last change.",
        _ => $"{Count(pages ?? 0, "page")} ready in {Seconds(time)}.",
    };
}
