using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CrmBench.Site.Charts.Drawing;

/// <summary>
/// Collects markup. Literal parts are markup; every text in a hole is cleaned and escaped, and every number is written with at most
/// one decimal (a tenth of a pixel), whatever the culture.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _markup = new(4096);

    // CA1822: it does use the instance; the compiler hands it to the handler, which has written everything before the call.
#pragma warning disable CA1822
    /// <summary>Appends markup with escaped holes.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;
#pragma warning restore CA1822

    /// <summary>Everything written so far.</summary>
    public override string ToString() => _markup.ToString();

    /// <summary>A pixel position as text: at most one decimal, never "-0".</summary>
    internal static string Pixel(double value) =>
        (Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private void AppendEscaped(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': _markup.Append("&amp;"); break;
                case '<': _markup.Append("&lt;"); break;
                case '>': _markup.Append("&gt;"); break;
                case '"': _markup.Append("&quot;"); break;
                case '\'': _markup.Append("&#39;"); break;
                default: _markup.Append(rune); break;
            }
        }
    }

    /// <summary>The compiler's hand: turns an interpolated string into calls of the writer.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly SvgWriter _writer;

        /// <summary>Begins a piece of markup.</summary>
        /// <param name="literalLength">Characters of the literal parts.</param>
        /// <param name="formattedCount">Number of holes.</param>
        /// <param name="writer">Where it goes.</param>
        public Markup(int literalLength, int formattedCount, SvgWriter writer)
        {
            _writer = writer;
            _writer._markup.EnsureCapacity(_writer._markup.Length + literalLength + 6 * formattedCount);
        }

        /// <summary>Markup as it stands in the source.</summary>
        public void AppendLiteral(string literal) => _writer._markup.Append(literal);

        /// <summary>A position in pixels.</summary>
        public void AppendFormatted(double value) => _writer._markup.Append(Pixel(value));

        /// <summary>A whole number.</summary>
        public void AppendFormatted(int value) => _writer._markup.Append(value.ToString(CultureInfo.InvariantCulture));

        /// <summary>A text from outside: escaped.</summary>
        public void AppendFormatted(string value) => _writer.AppendEscaped(value);
    }
}
