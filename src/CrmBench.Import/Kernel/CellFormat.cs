using System.Globalization;
using System.Xml;

namespace CrmBench.Import.Kernel;

/// <summary>What a cell's number format says of its number (ECMA-376 part 1, 18.8.30 and 18.8.31).</summary>
/// <param name="IsPercent">Whether it is shown as a percentage.</param>
/// <param name="IsDate">Whether it is a day or a time.</param>
internal readonly record struct CellFormat(bool IsPercent, bool IsDate)
{
    /// <summary>A plain number.</summary>
    public static CellFormat General => default;

    /// <summary>Reads the formats of a workbook's styles, in the order in which cells refer to them.</summary>
    public static List<CellFormat> Read(IEnumerable<XmlReader> elements)
    {
        var codes = new Dictionary<int, string>();
        var formats = new List<CellFormat>();
        var ofCells = false;
        foreach (var xml in elements)
        {
            switch (xml.LocalName)
            {
                case "numFmt":
                    codes[Number(xml, "numFmtId")] = xml.GetAttribute("formatCode") ?? "";
                    break;
                case "cellXfs" or "cellStyleXfs" or "cellStyles" or "dxfs":
                    ofCells = xml.LocalName == "cellXfs";
                    break;
                case "xf" when ofCells:
                    var id = Number(xml, "numFmtId");
                    formats.Add(codes.TryGetValue(id, out var code) ? Of(code) : BuiltIn(id));
                    break;
            }
        }

        return formats;
    }

    /// <summary>The format of a code: <c>0.0%</c>, <c>dd.mm.yyyy</c>.</summary>
    public static CellFormat Of(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length && (quoted || bracketed || code[i] != ';'); i++)
        {
            switch (code[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case var _ when quoted:
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    // Elapsed time stands in brackets, as colours and currencies do.
                    if (i + 1 < code.Length && code[i + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && code.IndexOf(']', i) is var end && end > 0
                        && code[(i + 1)..end].All(letter => char.ToLowerInvariant(letter) == char.ToLowerInvariant(code[i + 1])))
                    {
                        return new CellFormat(false, true);
                    }

                    bracketed = true;
                    break;
                case ']':
                    bracketed = false;
                    break;
                case '%' when !bracketed:
                    return new CellFormat(true, false);
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' when !bracketed:
                    return new CellFormat(false, true);
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return General;
            }
        }

        return General;
    }

    /// <summary>A day as 2026-08-04, with its time where it has one; a time alone as 12:30:00.</summary>
    /// <param name="days">Days since the workbook's first.</param>
    /// <param name="from1904">Whether that is 1904-01-01 and not the day before 1900-01-01.</param>
    public static string Moment(double days, bool from1904)
    {
        // The days before March 1900 are one off, because an early spreadsheet took 1900 for a leap year.
        if (days is < 1 or > 2_958_465 || (days < 61 && !from1904))
        {
            return days is >= 0 and < 1 ? TimeSpan.FromSeconds(Math.Round(days * 86_400)).ToString("c", CultureInfo.InvariantCulture)
                : days.ToString("R", CultureInfo.InvariantCulture) + " (a day)";
        }

        var first = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30);
        var moment = first.AddSeconds(Math.Round(days * 86_400));
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static CellFormat BuiltIn(int id) => new(id is 9 or 10, id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));

    private static int Number(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
