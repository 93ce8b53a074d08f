using System.CommandLine;
using System.CommandLine.Parsing;
using CrmBench.Data.Values;

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

/// <summary>Finds the repository a command works on.</summary>
internal static class RepositoryFolder
{
    /// <summary>The nearest folder with <c>data/site.json</c>, from <paramref name="here"/> upwards; null where there is none.</summary>
    public static string? FindFrom(string here)
    {
        for (var folder = new DirectoryInfo(here); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "data", "site.json")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}

/// <summary>Finds the file or folder that a misspelt path most likely means.</summary>
internal static class NearestPath
{
    /// <summary>
    /// The path with its first name that is not there replaced by the nearest that is, as far as that leads; null where none is near.
    /// </summary>
    /// <param name="typed">What somebody typed.</param>
    /// <param name="repository">Tells where relative paths start.</param>
    public static string? Of(string typed, RepositoryOption repository)
    {
        string[] names = typed.Replace('\\', '/').TrimEnd('/').Split('/');
        for (var i = 0; i < names.Length; i++)
        {
            var before = string.Join('/', names[..i]);
            var folder = repository.FullPath(before.Length > 0 ? before : i > 0 ? "/" : ".");
            if (names[i].Length == 0 || Path.Exists(Path.Combine(folder, names[i])))
            {
                continue;
            }

            var there = Directory.Exists(folder)
                ? Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>();
            if (NearestName.Of(names[i], there) is not { } nearest)
            {
                return null;
            }

            names[i] = nearest;
            var whole = string.Join('/', names);
            return Path.Exists(repository.FullPath(whole)) ? whole : string.Join('/', names[..(i + 1)]);
        }

        return null;
    }
}
