using System.Text.Json;
using System.Xml.Linq;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>What goes into the program is named with its licence, and the bill of materials has every package.</summary>
public class NoticeTests
{
    // These make the program and are not in it; their runtime is named in words.
    private static readonly string[] BuildOnly = ["microsoft.dotnet.ilcompiler", "microsoft.net.illink.tasks"];

    private static (string Name, string Version, string Hash)[] Packages { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src", "CrmBench.Cli"), "packages*.lock.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject())
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!, package.Value.GetProperty("contentHash").GetString()!))
            .Distinct(),
    ];

    [Fact]
    public void Every_package_in_the_program_has_an_entry_with_the_licence_that_it_states()
    {
        var notice = File.ReadAllText(Repository.PathOf("src", "CrmBench.Cli", "NOTICE.txt"));
        var shipped = Packages.Where(package => !BuildOnly.Any(name => package.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))).ToList();

        Assert.True(shipped.Count > 5);
        Assert.All(shipped, package => Assert.True(
            notice.Contains($"\n{package.Name} {package.Version}\n    Licence: {LicenceOf(package.Name, package.Version)}", StringComparison.Ordinal),
            $"NOTICE.txt lacks {package.Name} {package.Version}: run '.ci/packages notice > src/CrmBench.Cli/NOTICE.txt' and read what it says."));
    }

    // Another SDK would bring its own compiler, and the lock files would no longer fit.
    [Fact]
    public void What_builds_the_program_is_of_one_version_whatever_the_SDK()
    {
        var settings = XDocument.Load(Repository.PathOf("Directory.Build.targets"));
        var version = settings.Descendants("RuntimeOfPublishedProgram").Single().Value;

        var tools = Packages.Where(package => BuildOnly.Any(name => package.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))).ToList();

        Assert.Contains(tools, tool => tool.Name.StartsWith("runtime.win-x64.", StringComparison.Ordinal));
        Assert.All(tools, tool => Assert.Equal(version, tool.Version));
        Assert.All(settings.Descendants("RestoreLockedMode"), mode => Assert.DoesNotContain("SdkVersion", mode.Attribute("Condition")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_notice_is_what_the_script_makes()
    {
        var run = await Script("notice");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(await File.ReadAllTextAsync(Repository.PathOf("src", "CrmBench.Cli", "NOTICE.txt"), TestContext.Current.CancellationToken), run.Output);
    }

    [Fact]
    public async Task The_bill_of_materials_has_every_package_with_its_hash()
    {
        var run = await Script("sbom");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var bill = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("CycloneDX", "1.6"), (bill.GetProperty("bomFormat").GetString(), bill.GetProperty("specVersion").GetString()));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$", bill.GetProperty("serialNumber").GetString());
        var components = bill.GetProperty("components").EnumerateArray().ToDictionary(
            part => part.GetProperty("purl").GetString()!, part => part.GetProperty("hashes")[0].GetProperty("content").GetString());
        Assert.All(Packages, package => Assert.Equal(
            Convert.ToHexStringLower(Convert.FromBase64String(package.Hash)), components[$"pkg:nuget/{package.Name}@{package.Version}"]));
        Assert.Equal(run.Output, (await Script("sbom")).Output);
    }

    private static string LicenceOf(string name, string version)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var nuspec = XDocument.Load(Path.Combine(folder, name.ToLowerInvariant(), version, $"{name.ToLowerInvariant()}.nuspec"));
        return nuspec.Descendants().First(element => element.Name.LocalName == "license").Value;
    }

    private static Task<ChildProcess> Script(string what)
    {
        Prerequisite.Require(Installed.Find("python3") is not null, "There is no Python: apt-get install python3");
        return ChildProcess.Run("python3", new Dictionary<string, string>(), Repository.PathOf(".ci", "packages"), what);
    }
}
