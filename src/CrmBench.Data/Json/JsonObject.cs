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
/// A JSON object that is read property by property, as its form declares them. What is missing or wrong is reported, and the reader gets
/// a harmless value in its place; <see cref="Complete"/> says at the end whether the whole object can be used. Asking for a property that
/// the form does not declare, or for a value of another kind, is a mistake of the program and throws.
/// </summary>
internal sealed partial class JsonObject
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
            else if (IsUsable(item, name, Declared(name).Value.Item!))
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
            if (child.ReportUnknownProperties() && value is not null)
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
        if (child.ReportUnknownProperties())
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

        if (!HoldsFew(node.Members.Count, node, "object", property.Value))
        {
            return;
        }

        var child = Child(node, property.Value);
        foreach (var member in node.Members)
        {
            var key = new Located<string>(member.Name, _text.PlaceAt(member.Offset));
            if (child.IsShort(member.Name, key.Place, name, property.Value.Names!))
            {
                read(child, key);
            }
        }

        Complete &= child.Complete;
    }

    /// <summary>Reports the properties that the form does not know. To be called last.</summary>
    /// <returns>Whether the object can be used.</returns>
    public bool ReportUnknownProperties()
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

        return IsUsable(value, name, Declared(name).Value) ? value.Text : null;
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

        return HoldsFew(list.Items.Count, list, "list", property.Value) ? list.Items : [];
    }

    // A blank is reported in any case; a text is as good as any other besides, so that what depends on the object is still read.
    private bool IsUsable(JsonNode text, string name, ValueForm form)
    {
        if (Blank.Is(text.Text))
        {
            _diagnostics.Report(Problems.BlankLeft(_text.PlaceAt(text.Offset), [name], text.Text));
            Complete &= form.Kind == ValueKind.Text;
            return form.Kind == ValueKind.Text;
        }

        if (form.IsName && Alphabets.Mixed(text.Text) is var (letter, alphabet))
        {
            _diagnostics.Report(Problems.MixedAlphabets(new Located<string>(text.Text, _text.PlaceAt(text.Offset)), name, letter, alphabet));
        }

        return IsShort(text.Text, _text.PlaceAt(text.Offset), name, form);
    }

    private bool IsShort(string text, SourcePlace place, string name, ValueForm form)
    {
        var length = Measure.Characters(text);
        if (length <= form.MostCharacters)
        {
            return true;
        }

        Fail(Problems.TextTooLong(place, name, length, form.MostCharacters));
        return false;
    }

    private bool HoldsFew(int count, JsonNode holder, string what, ValueForm form)
    {
        if (count <= form.MostEntries)
        {
            return true;
        }

        Fail(Problems.TooManyEntries(_text.PlaceAt(holder.Offset), what, "entries", form.MostEntries));
        return false;
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
            IsUsable(value, property.Name, property.Value);
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
