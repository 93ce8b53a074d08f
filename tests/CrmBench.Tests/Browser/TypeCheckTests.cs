using CrmBench.Tests.Support;

namespace CrmBench.Tests.Browser;

/// <summary>Every script of the site passes the TypeScript checker, strictly; modules that are added later too.</summary>
public class TypeCheckTests(TypeScript typeScript) : IClassFixture<TypeScript>
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

    private Task<ChildProcess> Check(params string[] scripts) => typeScript.RunAsync([.. Options, .. scripts]);
}
