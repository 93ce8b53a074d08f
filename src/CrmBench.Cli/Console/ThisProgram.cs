using System.Reflection;
using CrmBench.Import.Kernel;
using CrmBench.Site.Pages;

namespace CrmBench.Cli.Console;

/// <summary>What the program says of itself: its version, and every kind of problem that it can report.</summary>
internal static class ThisProgram
{
    /// <summary>Version of the program, such as <c>0.1.0</c>.</summary>
    // What follows the plus sign names a commit; the same source must not speak differently in a clone and in an archive.
    public static string Version { get; } =
        typeof(ThisProgram).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The kinds of problems: those of data and site, and those of its importers.</summary>
    public static ProblemCatalogue Problems { get; } = new(ImportProblems.All);
}
