namespace CrmBench.Site.Downloads;

/// <summary>Text within CSV that a spreadsheet may open.</summary>
internal static class SpreadsheetText
{
    // A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text (OWASP, "CSV injection").
    public static string Inert(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
