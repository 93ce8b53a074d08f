using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Values;

namespace CrmBench.Data.Json;

/// <summary>
/// Takes an object apart, property by property. What is missing or wrong is reported and answered with a harmless value;
/// <see cref="Complete"/> says at the end whether all of it can be used.
/// </summary>
internal sealed class JsonObject
{
    private readonly SourceText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly JsonNode _node;
    private readonly Dictionary<string, JsonNode> _values;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    private JsonObject(JsonNode node, SourceText text, DiagnosticBag diagnostics)
    {
        (_node, _text, _diagnostics) = (node, text, diagnostics);
        _values = node.Members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        Complete = node.Kind == JsonValueKind.Object;
        if (!Complete)
        {
            diagnostics.Report(Problems.WrongType(Place, "This", node.KindInWords, "an object in braces"));
        }
    }

    /// <summary>Where the object begins.</summary>
    public SourcePlace Place => _text.PlaceAt(_node.Offset);

    /// <summary>Whether everything asked for so far was there and right.</summary>
    public bool Complete { get; private set; }

    /// <summary>The object a file consists of, or null after a report; its schema version is checked.</summary>
    public static JsonObject? Root(SourceText text, DiagnosticBag diagnostics)
    {
        if (JsonTree.Parse(text, diagnostics) is not { } node)
        {
            return null;
        }

        var root = new JsonObject(node, text, diagnostics);
        if (!root.Complete)
        {
            return null;
        }

        root._known.Add("$schema");
        if (root.Find("$schema") is { Kind: not JsonValueKind.String } schema)
        {
            root.ReportType(schema, "$schema", "a text");
        }

        if (root.Number("schema", NumberRange.Any) is { } version && root.Find("schema") is { Kind: JsonValueKind.Number } && version != 1)
        {
            diagnostics.Report(Problems.SchemaVersion(new Located<double>(version, root.PlaceOf("schema"))));
        }

        return root;
    }

    /// <summary>Whether the property is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The place of a property's value, or of the object where it is missing.</summary>
    public SourcePlace PlaceOf(string name) => Find(name) is { } value ? _text.PlaceAt(value.Offset) : Place;

    /// <summary>Reports a problem that makes the object unusable.</summary>
    public void Fail(Diagnostic problem)
    {
        _diagnostics.Report(problem);
        Complete = false;
    }

    /// <summary>A text that must not be empty.</summary>
    public string Text(string name) => OptionalText(name, required: true) ?? "";

    /// <summary>A text, or null where it may be left out and is.</summary>
    public string? OptionalText(string name, bool required = false)
    {
        if (Take(name, required, JsonValueKind.String, "a text") is not { } value)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(value.Text))
        {
            Fail(Problems.ValueMissing(_text.PlaceAt(value.Offset), name));
            return null;
        }

        return value.Text;
    }

    /// <summary>An identifier.</summary>
    public string IdentifierText(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && !Identifier.IsValid(text))
        {
            Fail(Problems.IdentifierInvalid(Located(text, name)));
            return "";
        }

        return text;
    }

    /// <summary>A name that must be known.</summary>
    public string Reference(string name, KnownNames known) => OptionalReference(name, known, required: true) ?? "";

    /// <summary>A name that must be known, or null where it is left out.</summary>
    public string? OptionalReference(string name, KnownNames known, bool required = false)
    {
        if (OptionalText(name, required) is not { } text)
        {
            return null;
        }

        return CheckKnown(Located(text, name), known) ? text : null;
    }

    /// <summary>One of a few words, as its position among them; 0 after a report.</summary>
    public int Word(string name, IReadOnlyList<string> words, int? absent = null)
    {
        if (absent is { } value && !Declare(name))
        {
            return value;
        }

        var text = Text(name);
        var position = words.ToList().IndexOf(text);
        if (position < 0 && text.Length > 0)
        {
            Fail(Problems.NotOneOf(Located(text, name), name, words));
        }

        return Math.Max(position, 0);
    }

    /// <summary>A date, or null where it is left out.</summary>
    public DateOnly? OptionalDate(string name, bool required = false)
    {
        if (OptionalText(name, required) is not { } text)
        {
            return null;
        }

        if (!ValueText.TryDate(text, out var date))
        {
            Fail(Problems.DateInvalid(Located(text, name)));
            return null;
        }

        return date;
    }

    /// <summary>A date.</summary>
    public DateOnly Date(string name) => OptionalDate(name, required: true) ?? default;

    /// <summary>An https address, or null after a report.</summary>
    public Uri? Address(string name)
    {
        var text = Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        if (!ValueText.TryAddress(text, out var address))
        {
            Fail(Problems.AddressInvalid(Located(text, name)));
            return null;
        }

        return address;
    }

    /// <summary>A number.</summary>
    public double Number(string name, NumberRange range) => OptionalNumber(name, range, required: true) ?? range.Lowest;

    /// <summary>A number, or null where it is left out.</summary>
    public double? OptionalNumber(string name, NumberRange range, bool required = false)
    {
        if (Take(name, required, JsonValueKind.Number, "a number") is not { } value)
        {
            return null;
        }

        var number = double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number) || !range.Contains(number))
        {
            Fail(Problems.NumberOutOfRange(Located(value.Text, name), name, range.Words));
            return null;
        }

        return number;
    }

    /// <summary>A whole number.</summary>
    public int Whole(string name, NumberRange range) => OptionalWhole(name, range, required: true) ?? 0;

    /// <summary>A whole number, or null where it is left out.</summary>
    public int? OptionalWhole(string name, NumberRange range, bool required = false)
    {
        if (OptionalNumber(name, range, required) is not { } number)
        {
            return null;
        }

        if (number != Math.Truncate(number))
        {
            Fail(Problems.WholeNumberInvalid(Located(Find(name)?.Text ?? "", name)));
            return null;
        }

        return (int)number;
    }

    /// <summary>True or false.</summary>
    /// <param name="name">The property.</param>
    /// <param name="absent">Its value where it is left out; null where it must be there.</param>
    public bool Flag(string name, bool? absent = null)
    {
        var isThere = Declare(name);
        if (!isThere && absent is { } value)
        {
            return value;
        }

        if (Find(name) is { Kind: JsonValueKind.True or JsonValueKind.False } node)
        {
            return node.Kind == JsonValueKind.True;
        }

        Take(name, required: true, JsonValueKind.True, "true or false");
        return false;
    }

    /// <summary>The entries of a list; none where it is left out.</summary>
    private List<JsonNode> List(string name, bool required, bool atLeastOne = false)
    {
        if (Take(name, required, JsonValueKind.Array, "a list in brackets") is not { } list)
        {
            return [];
        }

        if (atLeastOne && list.Items.Count == 0)
        {
            Fail(Problems.EmptyList(_text.PlaceAt(list.Offset), name));
        }

        return list.Items;
    }

    /// <summary>A list of texts, each with its place; wrong entries are left out after a report.</summary>
    public ImmutableArray<Located<string>> Texts(string name, bool required, bool atLeastOne = false)
    {
        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in List(name, required, atLeastOne))
        {
            if (item.Kind != JsonValueKind.String)
            {
                ReportType(item, name, "a text");
            }
            else if (string.IsNullOrWhiteSpace(item.Text))
            {
                Fail(Problems.ValueMissing(_text.PlaceAt(item.Offset), name));
            }
            else
            {
                texts.Add(new Located<string>(item.Text, _text.PlaceAt(item.Offset)));
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>A list of names that must be known, each once.</summary>
    public ImmutableArray<string> References(string name, KnownNames known, bool required, bool atLeastOne = false)
    {
        var firsts = new FirstPlaces<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var text in Texts(name, required, atLeastOne))
        {
            if (firsts.Before(text.Value, text.Place) is { } first)
            {
                Fail(Problems.DuplicateIdentifier(text, first));
            }
            else if (CheckKnown(text, known))
            {
                names.Add(text.Value);
            }
        }

        return names.ToImmutable();
    }

    /// <summary>The objects of a list. One that cannot be used makes this object unusable too.</summary>
    public ImmutableArray<T> Children<T>(string name, bool required, bool atLeastOne, Func<JsonObject, T?> read)
        where T : class
    {
        var children = ImmutableArray.CreateBuilder<T>();
        foreach (var item in List(name, required, atLeastOne))
        {
            var child = Child(item);
            var value = read(child);
            if (child.Close() && value is not null)
            {
                children.Add(value);
            }
            else
            {
                Complete = false;
            }
        }

        return children.ToImmutable();
    }

    /// <summary>An object, or null where it is left out. One that cannot be used makes this object unusable too.</summary>
    public T? OptionalChild<T>(string name, Func<JsonObject, T?> read)
        where T : class
    {
        if (Take(name, required: false, JsonValueKind.Object, "an object in braces") is not { } node)
        {
            return null;
        }

        var child = Child(node);
        var value = read(child);
        if (child.Close())
        {
            return value;
        }

        Complete = false;
        return null;
    }

    /// <summary>The properties of an object whose names are free; none where it is left out.</summary>
    public void FreeProperties(string name, Action<JsonObject, Located<string>> read)
    {
        if (Take(name, required: false, JsonValueKind.Object, "an object in braces") is not { } node)
        {
            return;
        }

        var child = Child(node);
        foreach (var member in node.Members)
        {
            read(child, new Located<string>(member.Name, _text.PlaceAt(member.Offset)));
        }

        Complete &= child.Complete;
    }

    /// <summary>Reports the properties that nobody asked for. To be called last.</summary>
    /// <returns>Whether the object can be used.</returns>
    public bool Close()
    {
        var absent = _known.Where(name => !Has(name)).ToList();
        foreach (var member in _node.Members.Where(member => !_known.Contains(member.Name)))
        {
            _diagnostics.Report(Problems.UnknownProperty(
                new Located<string>(member.Name, _text.PlaceAt(member.Offset)),
                NearestName.Of(member.Name, absent)));
        }

        return Complete;
    }

    private bool CheckKnown(Located<string> name, KnownNames known)
    {
        if (known.Contains(name.Value))
        {
            return true;
        }

        Complete = false;
        if (known.AreAll)
        {
            Fail(Problems.UnknownName(name, known));
        }

        return false;
    }

    private JsonObject Child(JsonNode node) => new(node, _text, _diagnostics);

    private Located<string> Located(string text, string name) => new(text, PlaceOf(name));

    private JsonNode? Find(string name) => _values.GetValueOrDefault(name);

    private bool Declare(string name)
    {
        _known.Add(name);
        return Find(name) is not null;
    }

    private JsonNode? Take(string name, bool required, JsonValueKind kind, string expected)
    {
        Declare(name);
        var value = Find(name);
        if (value is null)
        {
            if (required && _node.Kind == JsonValueKind.Object)
            {
                Fail(Problems.MissingProperty(Place, name, expected));
            }

            return null;
        }

        if (value.Kind != kind)
        {
            ReportType(value, name, expected);
            return null;
        }

        return value;
    }

    private void ReportType(JsonNode value, string name, string expected) =>
        Fail(Problems.WrongType(_text.PlaceAt(value.Offset), $"'{Invisible.Shown(name)}'", value.KindInWords, expected));
}
