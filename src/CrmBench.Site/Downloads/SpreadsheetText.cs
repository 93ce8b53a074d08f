namespace CrmBench.Site.Downloads;

/// <summary>Text within CSV that a spreadsheet may open.</summary>
internal static class SpreadsheetText
{
    // A spreadsheet runs a cell that begins like a formula; an apostrophe in front makes it text (OWASP, "CSV injection"). Signs of full
    // width count too, since spreadsheets of East Asia take them for the others. csv.js has the same signs.
    private const string Signs = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Inert(string text) => text.Length > 0 && Signs.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
