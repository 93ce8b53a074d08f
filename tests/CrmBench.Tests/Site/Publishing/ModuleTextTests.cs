using CrmBench.Site.Publishing;

namespace CrmBench.Tests.Site.Publishing;

public class ModuleTextTests
{
    [Theory]
    [InlineData("// why\nconst a = 1;\n", "const a=1;\n")]
    [InlineData("/**\n * @param {string} a\n */\nexport const f = a => a;\n", "export const f=a=> a;\n")]
    [InlineData("if (a) {\n    b();\n\n\n    c();\n}\n", "if(a){\nb();\nc();\n}\n")]
    [InlineData("const a = /** @type {number} */ (b);", "const a=(b);")]
    [InlineData("return/* a */b", "return b")]
    [InlineData("if (a && b) return [c, d] + +e;", "if(a&&b)return[c,d]+ +e;")]
    [InlineData("a = b /* one\ntwo */ c", "a=b\nc")]
    public void Comments_and_indentation_are_not_sent(string written, string sent) => Assert.Equal(sent, ModuleText.Compact(written));

    [Theory]
    [InlineData("const t=`a\n    b ${ c(`  // ${d}  `) }  /* e */`;")]
    [InlineData("const p=`a=\"${ b.replace(/\"/g, \"`\") }\"  // c`;")]
    [InlineData("const u=\"https://example.org/*\";")]
    [InlineData("const r=/[/*]\\/\\/  x/g;")]
    [InlineData("const q=a / b / c;")]
    public void Strings_templates_and_regular_expressions_stay_to_the_letter(string module) =>
        Assert.Equal(module, ModuleText.Compact(module));

    [Fact]
    public void A_compact_module_is_as_compact_as_it_gets()
    {
        const string Module = "import { a } from \"./a.js\"; // a\n\n  /* b */ export default () => a;\n";

        Assert.Equal(ModuleText.Compact(Module), ModuleText.Compact(ModuleText.Compact(Module)));
    }
}
