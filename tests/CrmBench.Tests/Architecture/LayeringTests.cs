using System.Reflection;
using System.Xml.Linq;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>The arrows of the house run one way: Cli -> Site -> Data -> Core, and Cli -> Import -> Data.</summary>
public class LayeringTests
{
    private static readonly string[] VagueEndings = ["Helper", "Helpers", "Manager", "Utils", "Util", "Utility", "Info"];

    private static readonly string[] Tops = ["src", "tests"];

    private static readonly string[] Assemblies = ["CrmBench.Core", "CrmBench.Data", "CrmBench.Import", "CrmBench.Site", "crmbench"];

    [Theory]
    [InlineData("CrmBench.Core")]
    [InlineData("CrmBench.Data", "CrmBench.Core")]
    [InlineData("CrmBench.Import", "CrmBench.Core", "CrmBench.Data")]
    [InlineData("CrmBench.Site", "CrmBench.Core", "CrmBench.Data", "CrmBench.Site.Generator")]
    [InlineData("CrmBench.Site.Generator")]
    [InlineData("CrmBench.Cli", "CrmBench.Core", "CrmBench.Data", "CrmBench.Import", "CrmBench.Site")]
    [InlineData("CrmBench.CarryOver", "CrmBench.Core", "CrmBench.Data", "CrmBench.Import")]
    public void A_room_sees_only_the_rooms_below_it(string room, params string[] below)
    {
        var project = XDocument.Load(Repository.PathOf($"src/{room}/{room}.csproj"));

        var references = project.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(below, references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_needs_no_package_to_run()
    {
        var project = XDocument.Load(Repository.PathOf("src/CrmBench.Core/CrmBench.Core.csproj"));

        Assert.All(project.Descendants("PackageReference"), package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value));
    }

    [Fact]
    public void Every_project_under_src_is_a_room_we_know()
    {
        var rooms = Directory.EnumerateDirectories(Repository.PathOf("src"), "CrmBench.*")
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["CrmBench.CarryOver", "CrmBench.Cli", "CrmBench.Core", "CrmBench.Data", "CrmBench.Import", "CrmBench.Site", "CrmBench.Site.Generator"], rooms);
    }

    [Theory]
    [MemberData(nameof(SourceFiles))]
    public void A_file_s_namespace_is_its_folder(string file)
    {
        var lines = File.ReadAllLines(Repository.PathOf(file));
        var declared = lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));

        // A program's entry point has statements instead.
        if (declared is not null)
        {
            var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
            Assert.Equal($"namespace {folder[(folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.')};", declared);
        }
        else
        {
            Assert.EndsWith("Program.cs", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var vague = OwnAssemblies().SelectMany(assembly => assembly.GetTypes())
            .Where(type => VagueEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Where(type => type.Namespace?.StartsWith("CrmBench", StringComparison.Ordinal) == true)
            .Select(type => type.FullName);

        Assert.Empty(vague);
    }

    [Fact]
    public void No_type_is_named_like_a_part_of_a_namespace()
    {
        var types = OwnAssemblies().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("CrmBench", StringComparison.Ordinal) == true && !type.IsNested)
            .ToList();
        var parts = types.SelectMany(type => type.Namespace!.Split('.')).Append("System").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(types.Where(type => parts.Contains(type.Name)).Select(type => type.FullName));
    }

    public static TheoryData<string> SourceFiles() =>
    [
        .. Tops
            .SelectMany(top => Directory.EnumerateFiles(Repository.PathOf(top), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<Assembly> OwnAssemblies() =>
        Assemblies.Select(Assembly.Load);
}
