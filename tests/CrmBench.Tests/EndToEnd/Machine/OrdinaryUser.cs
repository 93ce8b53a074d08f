using System.Runtime.Versioning;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Machine;

/// <summary>
/// A repository of somebody for whom permissions count. The administrator may read and write everything, so where these tests are run as
/// one, the program is run as nobody.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class OrdinaryUser : IDisposable
{
    private const string Nobody = "65534";

    private const UnixFileMode Everything =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes the smallest site, in which anybody may do anything.</summary>
    public OrdinaryUser()
    {
        _folder.Copy(Repository.PathOf("tests", "sites", "minimal"), "repository");
        Allow();
    }

    /// <summary>Full path of the repository.</summary>
    public string Root => _folder.PathOf("repository");

    /// <summary>Skips a test where permissions cannot be tried.</summary>
    public static async Task RequireAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other permissions.");
        if (IsAdministrator)
        {
            Prerequisite.Require(Installed.Find("setpriv") is not null, "These tests run as root and there is no setpriv to be anybody else: apt-get install util-linux");
            var tried = await Run("--version");
            Assert.SkipWhen(tried.ExitCode != 0, $"These tests run as root, and nobody else may read the program that was built: {tried.Error}");
        }
    }

    /// <summary>Runs the program in the repository.</summary>
    public Task<ChildProcess> CrmBench(params string[] arguments) => Run([.. arguments, "--root", Root]);

    /// <summary>Takes from everybody what a mode does not allow.</summary>
    /// <param name="relative">Path in the repository; "." for itself.</param>
    /// <param name="mode">What remains.</param>
    public void Restrict(string relative, UnixFileMode mode) => File.SetUnixFileMode(Path.GetFullPath(relative, Root), mode);

    /// <summary>Lets everybody do everything again.</summary>
    public void Allow()
    {
        var waiting = new Stack<string>([_folder.Path]);
        while (waiting.TryPop(out var path))
        {
            File.SetUnixFileMode(path, Everything);
            if (Directory.Exists(path))
            {
                foreach (var entry in Directory.EnumerateFileSystemEntries(path))
                {
                    waiting.Push(entry);
                }
            }
        }
    }

    /// <summary>What stands in the repository besides its sources.</summary>
    public string[] Others() =>
        [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)).Where(name => name is not ("data" or "content")).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        if (!IsAdministrator)
        {
            Allow();
        }

        _folder.Dispose();
    }

    private static bool IsAdministrator => Environment.IsPrivilegedProcess;

    private static Task<ChildProcess> Run(params string[] arguments)
    {
        string[] command = ["dotnet", Path.Combine(AppContext.BaseDirectory, "crmbench.dll"), .. arguments];
        var home = new Dictionary<string, string> { ["HOME"] = Path.GetTempPath(), ["DOTNET_CLI_HOME"] = Path.GetTempPath() };
        return IsAdministrator
            ? ChildProcess.Run("setpriv", home, [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", .. command])
            : ChildProcess.Run(command[0], home, command[1..]);
    }
}
