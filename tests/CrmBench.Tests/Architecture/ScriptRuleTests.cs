using CrmBench.Tests.Browser;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Architecture;

/// <summary>What holds for the site's scripts as code: short functions, and nothing exported that nobody asks for.</summary>
public class ScriptRuleTests(TypeScript typeScript) : IClassFixture<TypeScript>
{
    [Fact]
    public async Task No_function_is_longer_than_sixty_lines() => Assert.Equal("", await FindAsync(
        """
        const visit = node => {
          if (ts.isFunctionLike(node) && node.body) {
            const line = at => file.getLineAndCharacterOfPosition(at).line;
            const lines = line(node.end) - line(node.getStart()) + 1;
            if (lines > 60) found.push(`${name}:${line(node.getStart()) + 1}: ${lines} lines`);
          }
          ts.forEachChild(node, visit);
        };
        visit(file);
        """));

    // The tests of what scripts compute call some functions that other modules do not.
    [Fact]
    public async Task Whatever_is_exported_is_used_elsewhere()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Repository.PathOf("tests/CrmBench.Tests/Browser"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

        var unused = (await FindAsync(
            """
            const others = Object.entries(texts).filter(([other]) => other !== name).map(([, text]) => text).join("\n");
            for (const statement of file.statements) {
              if (!statement.modifiers?.some(one => one.kind === ts.SyntaxKind.ExportKeyword)) continue;
              const names = statement.declarationList?.declarations.map(one => one.name.text) ?? [statement.name.text];
              for (const one of names) if (!new RegExp(`\\b${one}\\b`).test(others)) found.push(one);
            }
            """)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(name => !tests.Contains($".{name}", StringComparison.Ordinal));

        Assert.Empty(unused);
    }

    /// <summary>Looks at the syntax tree of every script, and gives what it finds, one a line.</summary>
    private async Task<string> FindAsync(string look)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.PathOf("look.mjs"),
            $$"""
            import { createRequire } from "node:module";
            import { readdirSync, readFileSync } from "node:fs";
            const [, , compiler, scripts] = process.argv;
            const ts = createRequire(compiler)("typescript");
            const texts = Object.fromEntries(readdirSync(scripts).map(name => [name, readFileSync(`${scripts}/${name}`, "utf8")]));
            const found = [];
            for (const [name, text] of Object.entries(texts)) {
              const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
              {{look}}
            }
            console.log(found.join("\n"));
            """,
            TestContext.Current.CancellationToken);

        var run = await typeScript.LookAsync(folder.PathOf("look.mjs"), Repository.PathOf("templates/assets/js"));

        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
