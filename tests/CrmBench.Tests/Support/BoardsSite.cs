namespace CrmBench.Tests.Support;

/// <summary>
/// The site that tests look at: <c>tests/sites/boards</c>, a frozen copy of the demonstration and extracts of published boards, with the
/// templates of this repository. It stands still whatever the repository's own <c>data/</c> and <c>content/</c> say.
/// </summary>
internal static class BoardsSite
{
    /// <summary>Path of the root on its server, as that of a project site.</summary>
    public const string BasePath = "/board/";

    private static readonly Lazy<TemporaryFolder> Assembled = new(Assemble);

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Built = new(() => Build());

    /// <summary>Full path of its <c>data/</c> and <c>content/</c> as they are kept; there are no templates here.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "sites", "boards");

    /// <summary>Full path of a copy that is a whole repository, with templates; made once for all tests. Write nothing there.</summary>
    public static string Root => Assembled.Value.Path;

    /// <summary>The files of the built site by path, <c>models/index.html</c>; built once for all tests.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files => Built.Value;

    /// <summary>Full path of something in <see cref="Folder"/>, with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>The arguments of a build in <see cref="Root"/> that gives <see cref="Files"/>.</summary>
    public static string[] BuildTo(string output) => ["build", "--no-verify", "--output", output, "--base-url", $"https://example.org{BasePath}"];

    private static TemporaryFolder Assemble()
    {
        var folder = SharedFolders.Make();
        folder.Copy(Folder);
        return folder;
    }

    private static Dictionary<string, byte[]> Build()
    {
        using var output = new TemporaryFolder();
        var build = CrmBenchRun.In(Root, BuildTo(output.PathOf("site")));
        return build.ExitCode == 0
            ? FolderContent.Read(output.PathOf("site"))
            : throw new InvalidOperationException($"The site did not build.\n{build.Error}");
    }
}
