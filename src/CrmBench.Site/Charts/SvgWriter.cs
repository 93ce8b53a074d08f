using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CrmBench.Site.Charts;

/// <summary>
/// Collects markup. Literal parts are markup; every text in a hole is cleaned and escaped, and every number is written with at most
/// one decimal (a tenth of a pixel), whatever the culture.
/// </summary>
internal sealed class SvgWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private readonly StringBuilder _markup;

    /// <summary>Creates an empty writer.</summary>
    /// <param name="capacity">Characters to expect; a small mark in a table row wants little.</param>
    public SvgWriter(int capacity = 4096) => _markup = new StringBuilder(capacity);

    // CA1822: it does use the instance; the compiler hands it to the handler, which has written everything before the call.
#pragma warning disable CA1822
    /// <summary>Appends markup with escaped holes.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Markup markup) => _ = markup;
#pragma warning restore CA1822

    /// <summary>Everything written so far.</summary>
    public override string ToString() => _markup.ToString();

    /// <summary>A position to a tenth of a pixel, never a negative zero, which would be written "-0".</summary>
    private static double Rounded(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0;

    private void AppendEscaped(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            _markup.Append(text);
            return;
        }

        foreach (var letter in text)
        {
            switch (letter)
            {
                case '&': _markup.Append("&amp;"); break;
                case '<': _markup.Append("&lt;"); break;
                case '>': _markup.Append("&gt;"); break;
                case '"': _markup.Append("&quot;"); break;
                case '\'': _markup.Append("&#39;"); break;
                default: _markup.Append(letter); break;
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
        public void AppendFormatted(double value)
        {
            Span<char> digits = stackalloc char[32];
            var rounded = Rounded(value);
            if (rounded.TryFormat(digits, out var length, "0.#", CultureInfo.InvariantCulture))
            {
                _writer._markup.Append(digits[..length]);
            }
            else
            {
                _writer._markup.Append(rounded.ToString("0.#", CultureInfo.InvariantCulture));
            }
        }

        /// <summary>A whole number.</summary>
        public void AppendFormatted(int value) => _writer._markup.Append(value.ToString(CultureInfo.InvariantCulture));

        /// <summary>A text from outside: escaped.</summary>
        public void AppendFormatted(string value) => _writer.AppendEscaped(value);
    }
}
