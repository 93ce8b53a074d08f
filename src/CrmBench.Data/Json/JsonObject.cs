using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Json;

/// <summary>
/// Takes an object apart, property by property, as its form declares them. What is missing or wrong is reported and answered with
/// a harmless value; <see cref="Complete"/> says at the end whether all of it can be used. Asking for a property that the form
/// does not declare, or for a value of another kind, is a mistake of the program and throws.
/// </summary>
internal sealed class JsonObject
{
    private readonly SourceText _text;
    private readonly DiagnosticBag _diagnostics;
    private readonly JsonNode _node;
    private readonly Dictionary<string, JsonNode> _values;
    private readonly ValueForm _form;

    private JsonObject(JsonNode node, ValueForm form, SourceText text, DiagnosticBag diagnostics)
    {
        (_node, _form, _text, _diagnostics) = (node, form, text, diagnostics);
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

    /// <summary>The object a file of the newest version consists of, or null after a report.</summary>
    /// <param name="node">The tree of the file.</param>
    /// <param name="form">What the file should be.</param>
    /// <param name="text">The file.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static JsonObject? Root(JsonNode node, FileForm form, SourceText text, DiagnosticBag diagnostics)
    {
        var root = new JsonObject(node, ValueForm.Object(form.Whole), text, diagnostics);
        if (!root.Complete)
        {
            return null;
        }

        root.OptionalText("$schema");
        root.Whole("schema");
        return root;
    }

    /// <summary>Whether the property is there.</summary>
    public bool Has(string name) => Find(Declared(name).Name) is not null;

    /// <summary>The place of a property's value, or of the object where it is missing.</summary>
    public SourcePlace PlaceOf(string name) => Find(name) is { } value ? _text.PlaceAt(value.Offset) : Place;

    /// <summary>Reports a problem that makes the object unusable.</summary>
    public void Fail(Diagnostic problem)
    {
        _diagnostics.Report(problem);
        Complete = false;
    }

    /// <summary>A text that must not be empty.</summary>
    public string Text(string name) => AnyText(name, ValueKind.Text) ?? "";

    /// <summary>A text, or null where it is left out.</summary>
    public string? OptionalText(string name) => AnyText(name, ValueKind.Text);

    /// <summary>A text that may be empty, or null where it is left out.</summary>
    public string? OptionalAnyText(string name) => AnyText(name, ValueKind.AnyText);

    /// <summary>An identifier.</summary>
    public string IdentifierText(string name)
    {
        var text = AnyText(name, ValueKind.Identifier) ?? "";
        if (text.Length > 0 && !Identifier.IsValid(text))
        {
            Fail(Problems.IdentifierInvalid(Located(text, name)));
            return "";
        }

        return text;
    }

    /// <summary>A name that must be known.</summary>
    public string Reference(string name, KnownNames known) => OptionalReference(name, known) ?? "";

    /// <summary>A name that must be known, or null where it is left out.</summary>
    public string? OptionalReference(string name, KnownNames known) =>
        AnyText(name, ValueKind.Reference) is { } text && CheckKnown(Located(text, name), known) ? text : null;

    /// <summary>One of the form's words, as its position among them; 0 after a report.</summary>
    /// <param name="name">The property.</param>
    /// <param name="absent">The position that stands for a property that is left out.</param>
    public int Word(string name, int absent = 0)
    {
        if (AnyText(name, ValueKind.Word) is not { } text)
        {
            return absent;
        }

        var words = Declared(name).Value.Words;
        var position = words.IndexOf(text);
        if (position < 0)
        {
            Fail(Problems.NotOneOf(Located(text, name), name, words));
        }

        return Math.Max(position, 0);
    }

    /// <summary>One of the form's words, or null where it is left out or after a report.</summary>
    public string? OptionalWord(string name) => Word(name, absent: -1) is var position and >= 0 ? Declared(name).Value.Words[position] : null;

    /// <summary>A date, or null where it is left out.</summary>
    public DateOnly? OptionalDate(string name)
    {
        if (AnyText(name, ValueKind.Date) is not { } text)
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
    public DateOnly Date(string name) => OptionalDate(name) ?? default;

    /// <summary>An https address, or null after a report.</summary>
    public Uri? Address(string name) => AnyAddress(name, ValueKind.Address);

    /// <summary>An https address that links can be built on, or null after a report.</summary>
    public Uri? BaseAddress(string name)
    {
        var address = AnyAddress(name, ValueKind.BaseAddress);
        if (address is not null && (!address.OriginalString.EndsWith('/') || address.Query.Length > 0 || address.Fragment.Length > 0))
        {
            Fail(Problems.BaseAddress(Located(address.OriginalString, name)));
        }

        return address;
    }

    /// <summary>A number.</summary>
    public double Number(string name) => AnyNumber(name, ValueKind.Number) ?? Declared(name).Value.Range.Lowest;

    /// <summary>A number, or null where it is left out.</summary>
    public double? OptionalNumber(string name) => AnyNumber(name, ValueKind.Number);

    /// <summary>A whole number.</summary>
    public int Whole(string name) => OptionalWhole(name) ?? 0;

    /// <summary>A whole number, or null where it is left out.</summary>
    public int? OptionalWhole(string name)
    {
        if (AnyNumber(name, ValueKind.Whole) is not { } number)
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
    /// <param name="absent">Its value where it is left out.</param>
    public bool Flag(string name, bool absent = false)
    {
        // JSON knows two types here where we know one.
        var kind = Find(name) is { Kind: JsonValueKind.False } ? JsonValueKind.False : JsonValueKind.True;
        return Take(Declared(name, ValueKind.Flag), kind, "true or false") is { } value ? value.Kind == JsonValueKind.True : absent;
    }

    /// <summary>A list of texts or names, each with its place; wrong entries are left out after a report.</summary>
    public ImmutableArray<Located<string>> Texts(string name)
    {
        var texts = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in List(name))
        {
            if (item.Kind != JsonValueKind.String)
            {
                ReportType(item, name, "a text");
            }
            else if (string.IsNullOrWhiteSpace(item.Text))
            {
                Fail(Problems.ValueMissing(_text.PlaceAt(item.Offset), name));
            }
            else if (IsUsable(item, name, Declared(name).Value.Item!.Kind))
            {
                texts.Add(new Located<string>(item.Text, _text.PlaceAt(item.Offset)));
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>A list of names that must be known, each once.</summary>
    public ImmutableArray<string> References(string name, KnownNames known)
    {
        var firsts = new FirstPlaces<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var text in Texts(name))
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
    public ImmutableArray<T> Children<T>(string name, Func<JsonObject, T?> read)
        where T : class
    {
        var children = ImmutableArray.CreateBuilder<T>();
        var form = Declared(name, ValueKind.List).Value.Item!;
        foreach (var item in List(name))
        {
            var child = Child(item, form);
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
        var property = Declared(name, ValueKind.Object);
        if ((Short(name, property.Value.Properties!) ?? Take(property, JsonValueKind.Object, "an object in braces")) is not { } node)
        {
            return null;
        }

        var child = Child(node, property.Value);
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
        var property = Declared(name, ValueKind.Map);
        if (Take(property, JsonValueKind.Object, "an object in braces") is not { } node)
        {
            return;
        }

        var child = Child(node, property.Value);
        foreach (var member in node.Members)
        {
            read(child, new Located<string>(member.Name, _text.PlaceAt(member.Offset)));
        }

        Complete &= child.Complete;
    }

    /// <summary>Reports the properties that the form does not know. To be called last.</summary>
    /// <returns>Whether the object can be used.</returns>
    public bool Close()
    {
        if (_form.Properties is { } form)
        {
            var absent = form.Properties.Select(property => property.Name).Where(name => Find(name) is null).ToList();
            foreach (var member in _node.Members.Where(member => form.Find(member.Name) is null))
            {
                _diagnostics.Report(Problems.UnknownProperty(
                    new Located<string>(member.Name, _text.PlaceAt(member.Offset)),
                    NearestName.Of(member.Name, absent)));
            }
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

    private JsonObject Child(JsonNode node, ValueForm form) => new(node, form, _text, _diagnostics);

    private Located<string> Located(string text, string name) => new(text, PlaceOf(name));

    private JsonNode? Find(string name) => _values.GetValueOrDefault(name);

    private PropertyForm Declared(string name) =>
        (_form.Properties is { } form ? form.Find(name) : new PropertyForm(name, _form.Item!, ""))
        ?? throw new ArgumentException($"{_form.Properties!.Name} has no property '{name}'.", nameof(name));

    private PropertyForm Declared(string name, ValueKind kind) => Declared(name) is var property && property.Value.Kind == kind
        ? property
        : throw new ArgumentException($"'{name}' is not read as the {property.Value.Kind} that it is declared to be.", nameof(name));

    private string? AnyText(string name, ValueKind kind)
    {
        if (Take(Declared(name, kind), JsonValueKind.String, "a text") is not { } value)
        {
            return null;
        }

        if (kind != ValueKind.AnyText && string.IsNullOrWhiteSpace(value.Text) && !Declared(name).Value.Words.Contains(value.Text))
        {
            Fail(Problems.ValueMissing(_text.PlaceAt(value.Offset), name));
            return null;
        }

        return IsUsable(value, name, kind) ? value.Text : null;
    }

    // A text as the object that it stands for, or null where it stands for none.
    private JsonNode? Short(string name, ObjectForm form)
    {
        if (form.ShortFor is not { } only || Find(name) is not { Kind: JsonValueKind.String } text)
        {
            return null;
        }

        var node = new JsonNode(JsonValueKind.Object, text.Offset) { End = text.End };
        node.Members.Add(new JsonMember(only, text.Offset, text.Offset, text));
        return node;
    }

    private Uri? AnyAddress(string name, ValueKind kind)
    {
        if (AnyText(name, kind) is not { } text)
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

    private double? AnyNumber(string name, ValueKind kind)
    {
        var property = Declared(name, kind);
        if (Take(property, JsonValueKind.Number, "a number") is not { } value)
        {
            return null;
        }

        var number = ValueText.Measured(double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
        if (!double.IsFinite(number) || !property.Value.Range.Contains(number))
        {
            Fail(Problems.NumberOutOfRange(Located(value.Text, name), name, property.Value.Range.Words));
            return null;
        }

        return number;
    }

    private List<JsonNode> List(string name)
    {
        var property = Declared(name, ValueKind.List);
        if (Take(property, JsonValueKind.Array, "a list in brackets") is not { } list)
        {
            return [];
        }

        if (property.Value.AtLeastOne && list.Items.Count == 0)
        {
            Fail(Problems.EmptyList(_text.PlaceAt(list.Offset), name));
        }

        return list.Items;
    }

    // A blank is reported in any case; a text is as good as any other besides, so that what depends on the object is still read.
    private bool IsUsable(JsonNode text, string name, ValueKind kind)
    {
        if (!Blank.Is(text.Text))
        {
            return true;
        }

        _diagnostics.Report(Problems.BlankLeft(_text.PlaceAt(text.Offset), [name], text.Text));
        Complete &= kind == ValueKind.Text;
        return kind == ValueKind.Text;
    }

    private JsonNode? Take(PropertyForm property, JsonValueKind kind, string expected)
    {
        var value = Find(property.Name);
        if (value is null)
        {
            if (!property.IsOptional && _node.Kind == JsonValueKind.Object)
            {
                Fail(Problems.MissingProperty(Place, property.Name, expected));
            }

            return null;
        }

        if (value.Kind == kind)
        {
            return value;
        }

        if (value.Kind == JsonValueKind.String && Blank.Is(value.Text))
        {
            IsUsable(value, property.Name, property.Value.Kind);
        }
        else
        {
            ReportType(value, property.Name, expected);
        }

        return null;
    }

    private void ReportType(JsonNode value, string name, string expected) =>
        Fail(Problems.WrongType(_text.PlaceAt(value.Offset), $"'{Invisible.Shown(name)}'", value.KindInWords, expected));
}
