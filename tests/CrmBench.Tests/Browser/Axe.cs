using System.Collections.Immutable;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>
/// Runs axe on a page. The script goes into each page once: most pages are looked at several times, and putting half a megabyte of script in
/// again costs more than a look at a small page.
/// </summary>
internal static class Axe
{
    /// <summary>The rules of WCAG 2.2 A and AA and axe's own good practice.</summary>
    public const string Wcag22AA =
        """{ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } }""";

    /// <summary>What can differ between the light and the dark theme.</summary>
    public const string Colours = """{ runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }""";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe has against a page: one line a rule and element.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">One of the constants.</param>
    /// <param name="part">Selector of the part to look at, or null for the whole page.</param>
    public static async Task<ImmutableArray<string>> FindAsync(IPage page, string rules, string? part = null)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }

        return
        [
            .. await page.EvaluateAsync<string[]>(
                $$"""
                async (part) => {
                  const { violations } = await axe.run(part ?? document, { ...{{rules}}, resultTypes: ["violations"] });
                  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
                }
                """,
                part),
        ];
    }
}
