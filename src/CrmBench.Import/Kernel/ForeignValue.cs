using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;

namespace CrmBench.Import.Kernel;

/// <summary>A value in another tool's JSON. Null there is absence here; a value of the wrong type is reported with its place.</summary>
internal sealed class ForeignValue
{
    private readonly ForeignFile _file;
    private readonly SourceText _text;
    private readonly JsonNode _node;

    public ForeignValue(ForeignFile file, SourceText text, JsonNode node, string field)
    {
        (_file, _text, _node, Field) = (file, text, node, field);

        // What is in an object or a list answers for itself; a single value counts as read once somebody asks for it.
        if (node.Kind is JsonValueKind.Object or JsonValueKind.Array)
        {
            file.Take(node);
        }
    }

    /// <summary>The way to it, for messages.</summary>
    public string Field { get; }

    /// <summary>Where it stands.</summary>
    public SourcePlace Place => _text.PlaceAt(_node.Offset);

    /// <summary>Its type.</summary>
    public JsonValueKind Kind => _node.Kind;

    /// <summary>Its type in words, with its article.</summary>
    public string KindInWords => _node.KindInWords;

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => Kind == JsonValueKind.Object;

    /// <summary>The text of a string or a number as it is written; <c>true</c> and <c>false</c> in words; empty for others.</summary>
    public string Text
    {
        get
        {
            _file.Take(_node);
            return Kind switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => _node.Text };
        }
    }

    /// <summary>The value as it is written in the file.</summary>
    public string Raw => _text.TextOf(_node.Offset, _node.End);

    /// <summary>The text and its place.</summary>
    public Located<string> Located => new(Text, Place);

    /// <summary>Whether an object has the property, of whatever value, without asking for it.</summary>
    public bool Has(string name) => _node.Members.Any(member => member.Name == name);

    /// <summary>A property; null where it is missing or null.</summary>
    public ForeignValue? Find(string name)
    {
        var node = _node.Members.Find(member => member.Name == name)?.Value;
        return node is null || node.Kind == JsonValueKind.Null ? null : new ForeignValue(_file, _text, node, Join(name));
    }

    /// <summary>A property that is an object; null where it is missing, null, or - after a report - something else.</summary>
    public ForeignValue? Object(string name) => OfKind(name, JsonValueKind.Object, "an object");

    /// <summary>A property that is a text; null where it is missing, null, or - after a report - something else.</summary>
    public string? TextOf(string name) => OfKind(name, JsonValueKind.String, "a text")?.Text;

    /// <summary>A property that is a text, with its place; null where it is missing, null, or - after a report - something else.</summary>
    public Located<string>? LocatedText(string name) => OfKind(name, JsonValueKind.String, "a text")?.Located;

    /// <summary>A text that must be there and not be empty; null after a report.</summary>
    public Located<string>? RequiredText(string name)
    {
        if (!Has(name))
        {
            _file.Diagnostics.Report(Problems.MissingProperty(Place, name, "a text"));
            return null;
        }

        if (OfKind(name, JsonValueKind.String, "a text") is not { } value)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value.Text))
        {
            _file.Diagnostics.Report(Problems.ValueMissing(value.Place, name));
            return null;
        }

        return value.Located;
    }

    /// <summary>A property that is a number, as written; null where it is missing, null, or - after a report - something else.</summary>
    public Located<string>? NumberOf(string name) => OfKind(name, JsonValueKind.Number, "a number")?.Located;

    /// <summary>A property that is a number and fits a decimal; null where it is missing, null, or after a report.</summary>
    public decimal? DecimalOf(string name) => OfKind(name, JsonValueKind.Number, "a number")?.AsDecimal();

    /// <summary>A property that is true or false; null where it is missing, null, or - after a report - something else.</summary>
    public bool? FlagOf(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            _file.Take(value._node);
            return value.Kind == JsonValueKind.True;
        }

        value.ReportType(name, "true or false");
        return null;
    }

    /// <summary>The entries of a property that is a list; none where it is missing, null, or - after a report - something else.</summary>
    public IEnumerable<ForeignValue> ItemsOf(string name) => OfKind(name, JsonValueKind.Array, "a list")?.Items() ?? [];

    /// <summary>The entries of a list.</summary>
    public IEnumerable<ForeignValue> Items()
    {
        for (var i = 0; i < _node.Items.Count; i++)
        {
            yield return new ForeignValue(_file, _text, _node.Items[i], FormattableString.Invariant($"{Field}[{i}]"));
        }
    }

    /// <summary>The properties of an object whose values are not null, in their order.</summary>
    public IEnumerable<(Located<string> Name, ForeignValue Value)> Members() =>
        _node.Members.Where(member => member.Value.Kind != JsonValueKind.Null).Select(member => (
            new Located<string>(member.Name, _text.PlaceAt(member.Offset)),
            new ForeignValue(_file, _text, member.Value, Join(member.Name))));

    /// <summary>The names of the properties of an object, without asking for their values.</summary>
    public IEnumerable<string> Names() => _node.Members.Select(member => member.Name);

    /// <summary>The number, or null after a report that it is none, or none that can be calculated with exactly.</summary>
    public decimal? AsDecimal()
    {
        if (Kind == JsonValueKind.Number && DraftNumber.TryParse(Text, out var number))
        {
            return number;
        }

        _file.Diagnostics.Report(Kind == JsonValueKind.Number
            ? Problems.NumberOutOfRange(Located, Field, DraftNumber.Words)
            : Problems.WrongType(Place, $"'{Field}'", KindInWords, "a number"));
        return null;
    }

    /// <summary>Leaves the value and all in it out, with a reason of its own for the report.</summary>
    public void Leave(string reason) => _file.Leave(_node, reason);

    /// <summary>Leaves a property out, if it is there.</summary>
    public void Leave(string name, string reason) => Find(name)?.Leave(reason);

    private string Join(string name) => Field.Length == 0 ? name : $"{Field}.{name}";

    private ForeignValue? OfKind(string name, JsonValueKind kind, string expected)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind == kind)
        {
            return value;
        }

        value.ReportType(name, expected);
        return null;
    }

    private void ReportType(string name, string expected) =>
        _file.Diagnostics.Report(Problems.WrongType(Place, $"'{name}'", KindInWords, expected));
}

/// <summary>How another tool writes a figure.</summary>
internal enum ForeignUnit
{
    /// <summary>In the metric's own unit.</summary>
    Same,

    /// <summary>A share from 0 to 1, where the metric is percent.</summary>
    Share,

    /// <summary>Milliseconds, where the metric is seconds.</summary>
    Milliseconds,
}

/// <summary>Days out of other tools' points in time.</summary>
internal static class Dates
{
    /// <summary>A day as our files write it.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// The day of a point in time: ISO 8601 with or without a time, which stays in its own time zone, or seconds since 1970; empty
    /// where it is none.
    /// </summary>
    public static string OfMoment(string? moment)
    {
        if (moment is null)
        {
            return "";
        }

        if (moment.Length >= 10 && ValueText.TryDate(moment[..10], out var day))
        {
            return Of(day);
        }

        // Seconds between the years 2001 and 2286 have ten digits; a smaller number is the reading of some other clock.
        return decimal.TryParse(moment, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1e9m and < 1e10m
            ? Of(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds((long)seconds).UtcDateTime))
            : "";
    }

    /// <summary>The day of a property that is a point in time, as text or number; empty where it is missing or none.</summary>
    public static string OfMoment(ForeignValue? value) => value is null ? "" : OfMoment(value.Text);
}
