using Microsoft.Playwright;

namespace CrmBench.Tests.Browser;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Width of the window in CSS pixels.</param>
/// <param name="Height">Height of the window in CSS pixels.</param>
/// <param name="Theme">The theme the reader's system prefers.</param>
/// <param name="Scripts">Whether JavaScript runs.</param>
/// <param name="Untouched">
/// Whether the page is kept from seeing a pointer or the focus until <see cref="OpenPage.TouchAsync"/>: some browsers tell a page of a pointer
/// that nobody moved, and what waits for a reader would come at once.
/// </param>
public sealed record View(int Width = 1440, int Height = 900, ColorScheme Theme = ColorScheme.Light, bool Scripts = true, bool Untouched = false)
{
    /// <summary>The narrowest window that must do: 320 pixels, as 1280 at 400 % zoom (WCAG 2.2, 1.4.10 Reflow).</summary>
    public static View Narrow { get; } = new(320, 640);
}
