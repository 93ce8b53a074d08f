using System.CommandLine;
using System.CommandLine.Parsing;

namespace CrmBench.Cli.Console;

/// <summary>The option <c>--root</c>, which every command has.</summary>
/// <param name="here">Full path of the folder that relative paths start from.</param>
internal sealed class RepositoryOption(string here)
{
    /// <summary>The option itself, for the root command.</summary>
    public Option<string?> Option { get; } = new("--root") { Description = Wording.RootOption, HelpName = "DIR", Recursive = true };

    /// <summary>Full path of a path that somebody typed.</summary>
    public string FullPath(string typed) => Path.GetFullPath(typed, here);

    /// <summary>Full path of the folder of the site: the one that somebody typed, or <c>output/</c> in the repository.</summary>
    public string Output(string? typed, string root) => typed is null ? Path.Combine(root, "output") : FullPath(typed);

    /// <summary>Full path of the repository that a command works on, or null where there is none.</summary>
    public string? Find(SymbolResult result) =>
        result.GetValue(Option) is { } typed ? FullPath(typed) : RepositoryFolder.FindFrom(here);

    /// <summary>Full path of the repository, once <see cref="Require"/> has seen to it that there is one.</summary>
    public string Find(ParseResult parsed) =>
        Find(parsed.CommandResult) ?? throw new InvalidOperationException(Wording.NoRepositoryHere(here));

    /// <summary>Makes it wrong use to call <paramref name="command"/> where there is no repository.</summary>
    public void Require(Command command) => command.Validators.Add(result =>
    {
        var typed = result.GetValue(Option);
        if (typed is not null && !Directory.Exists(FullPath(typed)))
        {
            result.AddError(Wording.NoSuchFolder("--root", typed));
        }
        else if (Find(result) is null)
        {
            result.AddError(Wording.NoRepositoryHere(here));
        }
    });
}
