using System.Reflection;
using System.Runtime.InteropServices;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>Every script of the site passes the TypeScript checker, strictly; modules that are added later too.</summary>
public class TypeCheckTests
{
    private static readonly string[] Options =
    [
        "--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--noUnusedParameters", "--skipDefaultLibCheck",
        "--target", "es2023", "--lib", "es2023,dom,dom.iterable", "--module", "esnext", "--moduleResolution", "bundler",
    ];

    [Fact]
    public async Task Every_script_is_sound()
    {
        string[] scripts = [.. Directory.EnumerateFiles(Repository.PathOf("templates", "assets"), "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        var check = await Check(scripts);

        Assert.NotEmpty(scripts);
        Assert.True(check.ExitCode == 0, check.Output + check.Error);
    }

    [Fact]
    public async Task A_fault_is_found()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.PathOf("wrong.js"),
            "// @ts-check\n/** @param {number} a */\nexport const f = (a) => a.toUpperCase();\n",
            TestContext.Current.CancellationToken);

        var check = await Check(folder.PathOf("wrong.js"));

        Assert.NotEqual(0, check.ExitCode);
        Assert.Contains("error TS2339: Property 'toUpperCase' does not exist on type 'number'", check.Output, StringComparison.Ordinal);
    }

    private static Task<ChildProcess> Check(params string[] scripts) =>
        ChildProcess.Run(Compiler(), new Dictionary<string, string>(), [.. Options, .. scripts]);

    /// <summary>The compiler is one program without requirements, in a package of its own for tests.</summary>
    private static string Compiler()
    {
        var package = typeof(TypeCheckTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "TypeScript").Value!;
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var machine = RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64";
        return Path.Combine(package, "tools", "runtimes", $"{system}-{machine}", OperatingSystem.IsWindows() ? "tsc.exe" : "tsc");
    }
}
