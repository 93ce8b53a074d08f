using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Height">Height of the window in CSS pixels.</param>
/// <param name="Theme">The theme the reader's system prefers.</param>
/// <param name="Scripts">Whether JavaScript runs.</param>
public sealed record View(int Width = 1440, int Height = 900, ColorScheme Theme = ColorScheme.Light, bool Scripts = true)
{
    /// <summary>The narrowest window that must do: 320 pixels, as 1280 at 400 % zoom (WCAG 2.2, 1.4.10 Reflow).</summary>
    public static View Narrow { get; } = new(320, 640);
}
