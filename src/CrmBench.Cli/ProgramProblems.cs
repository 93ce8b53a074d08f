using CrmBench.Import.Kernel;
using CrmBench.Site.Pages;

namespace CrmBench.Cli;

/// <summary>Every kind of problem that the program reports: those of data and site, and those of its importers.</summary>
internal static class ProgramProblems
{
    /// <summary>The kinds by code.</summary>
    public static ProblemCatalogue Catalogue { get; } = new(ImportProblems.All);
}
