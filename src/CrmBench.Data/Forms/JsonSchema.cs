using System.Text.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>Writes a form as JSON Schema (draft 2020-12), for editors and programs of others.</summary>
internal static class JsonSchema
{
    /// <summary>The pattern of a day; that the day exists is checked elsewhere.</summary>
    public const string DatePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    private const string AddressCharacters = @"\s""<>\\^`{|}";

    private const string AddressStart = @"^https://[^" + AddressCharacters + "/?#@]+";

    /// <summary>The pattern of an https address.</summary>
    public const string AddressPattern = AddressStart + "([/?#][^" + AddressCharacters + "]*)?$";

    private const string BaseAddressPattern = AddressStart + "/([^" + AddressCharacters + "?#]*/)?$";

    // A blank that was left begins with its mark, and is no text.
    private const string TextPattern = "^(?!" + Blank.Mark + @")[\s\S]*\S";

    /// <summary>The pattern of an identifier.</summary>
    public static string IdentifierPattern { get; } =
        FormattableString.Invariant($"^[a-z0-9]([a-z0-9.-]{{0,{Identifier.MostCharacters - 2}}}[a-z0-9])?$");

    /// <summary>The schema of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="id">Address where the schema is published; null for a file that is reached by its path.</param>
    public static string Of(FileForm form, Uri? id) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        if (id is not null)
        {
            json.WriteString("$id", id.AbsoluteUri);
        }

        json.WriteString("title", form.Name);
        json.WriteString("description", Plain(form.Meaning));
        WriteObject(json, form.Whole);
        WriteDefinitions(json, form.Root);
        json.WriteEndObject();
    });

    /// <summary>A meaning as plain text, which is what editors show.</summary>
    public static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);

    private static void WriteDefinitions(Utf8JsonWriter json, ObjectForm root)
    {
        var objects = new SortedDictionary<string, ObjectForm>(StringComparer.Ordinal);
        Collect(root, objects);
        if (objects.Count == 0)
        {
            return;
        }

        json.WriteStartObject("$defs");
        foreach (var (name, form) in objects)
        {
            json.WriteStartObject(name);
            WriteObject(json, form);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Collect(ObjectForm form, SortedDictionary<string, ObjectForm> objects)
    {
        foreach (var value in form.Properties.Select(property => property.Value.Item ?? property.Value))
        {
            if (value.Properties is { } inner && objects.TryAdd(DefinitionOf(inner), inner))
            {
                Collect(inner, objects);
            }
        }
    }

    // "a source" is defined under "source".
    private static string DefinitionOf(ObjectForm form) => form.Name[(form.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static void WriteObject(Utf8JsonWriter json, ObjectForm form)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var property in form.Properties)
        {
            json.WriteStartObject(property.Name);
            WriteProperty(json, property);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteTexts("required", form.Properties.Where(property => !property.IsOptional).Select(property => property.Name));
        json.WriteBoolean("additionalProperties", false);
        if (form.Pair is { } pair)
        {
            json.WriteStartObject("dependentRequired");
            json.WriteTexts(pair.One, [pair.Other]);
            json.WriteTexts(pair.Other, [pair.One]);
            json.WriteEndObject();
        }

        if (form.Condition is { } condition)
        {
            WriteCondition(json, condition.Property, condition.Word, condition.Needs);
        }
    }

    // Each side names its property, because strict validators want to see it beside "required".
    private static void WriteCondition(Utf8JsonWriter json, string property, string word, string needs)
    {
        json.WriteStartObject("if");
        WriteNeeded(json, property, () => json.WriteString("const", word));
        json.WriteEndObject();
        json.WriteStartObject("then");
        WriteNeeded(json, needs, () => { });
        json.WriteEndObject();
    }

    private static void WriteNeeded(Utf8JsonWriter json, string property, Action write)
    {
        json.WriteStartObject("properties");
        json.WriteStartObject(property);
        write();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteTexts("required", [property]);
    }

    private static void WriteProperty(Utf8JsonWriter json, PropertyForm property)
    {
        json.WriteString("description", Description(property));
        if (property.Name == FileForm.VersionName)
        {
            json.WriteNumber("const", FormVersion.Newest);
            return;
        }

        WriteValue(json, property.Value);
        if (!property.Examples.IsEmpty)
        {
            json.WriteStartArray("examples");
            foreach (var example in property.Examples)
            {
                WriteExample(json, property.Value, example);
            }

            json.WriteEndArray();
        }
    }

    private static string Description(PropertyForm property)
    {
        var meaning = $"{Plain(property.Meaning)}.";
        return property.Value.Kind switch
        {
            ValueKind.Reference or ValueKind.Identifier => $"{meaning} {Sentence(property.Value)}",
            ValueKind.Date => $"{meaning} A date, as in 2026-08-04.",
            ValueKind.Address or ValueKind.BaseAddress => $"{meaning} An https address.",
            _ => meaning,
        };
    }

    /// <summary>Says where the name is declared that a value refers to.</summary>
    public static string Sentence(ValueForm value) => value.Kind == ValueKind.Reference
        ? $"A {value.Target.Kind} id, as declared in {value.Target.DeclaredIn}."
        : "An identifier: lower-case letters, digits, points and hyphens.";

    private static void WriteValue(Utf8JsonWriter json, ValueForm value)
    {
        switch (value.Kind)
        {
            case ValueKind.Word:
                json.WriteTexts("enum", value.Words);
                break;
            case ValueKind.Number or ValueKind.Whole:
                json.WriteString("type", value.Kind == ValueKind.Number ? "number" : "integer");
                WriteRange(json, value.Range);
                break;
            case ValueKind.Flag:
                json.WriteString("type", "boolean");
                break;
            case ValueKind.List:
                WriteList(json, value);
                break;
            case ValueKind.AnyText:
                json.WriteString("type", "string");
                WriteMost(json, "maxLength", value.MostCharacters);
                break;
            case ValueKind.Object when value.Properties!.ShortFor is not null:
                WriteShort(json, value);
                break;
            case ValueKind.Object:
                json.WriteString("$ref", $"#/$defs/{DefinitionOf(value.Properties!)}");
                break;
            case ValueKind.Map:
                WriteMap(json, value);
                break;
            default:
                json.WriteString("type", "string");
                json.WriteString("pattern", Pattern(value.Kind));
                WriteMost(json, "maxLength", value.MostCharacters);
                if (value.Kind == ValueKind.Reference && NamesSchema.ReferenceTo(value.Target.Kind) is { } names)
                {
                    json.WriteString("$ref", names);
                }

                break;
        }
    }

    // A text in place of the object.
    private static void WriteShort(Utf8JsonWriter json, ValueForm value)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        WriteValue(json, ValueForm.Text);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", $"#/$defs/{DefinitionOf(value.Properties!)}");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static string Pattern(ValueKind kind) => kind switch
    {
        ValueKind.Identifier or ValueKind.Reference => IdentifierPattern,
        ValueKind.Date => DatePattern,
        ValueKind.Address => AddressPattern,
        ValueKind.BaseAddress => BaseAddressPattern,
        ValueKind.Text => TextPattern,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such value in JSON."),
    };

    private static void WriteList(Utf8JsonWriter json, ValueForm list)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        WriteValue(json, list.Item!);
        json.WriteEndObject();
        if (list.AtLeastOne)
        {
            json.WriteNumber("minItems", 1);
        }

        WriteMost(json, "maxItems", list.MostEntries);

        if (list.Item!.Kind is ValueKind.Identifier or ValueKind.Reference)
        {
            json.WriteBoolean("uniqueItems", true);
        }
    }

    private static void WriteMap(Utf8JsonWriter json, ValueForm map)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("propertyNames");

        // A name that stands for a text may be any, even an empty one.
        if (map.Names!.Kind == ValueKind.Text)
        {
            WriteMost(json, "maxLength", map.Names.MostCharacters);
        }
        else
        {
            WriteValue(json, map.Names);
        }

        json.WriteEndObject();
        WriteMost(json, "maxProperties", map.MostEntries);

        json.WriteStartObject("additionalProperties");
        WriteValue(json, map.Item!);
        json.WriteEndObject();
    }

    /// <summary>Writes how many characters or entries there may be; both kinds of schema name the characters alike.</summary>
    public static void WriteMost(Utf8JsonWriter json, string name, int most)
    {
        if (most < int.MaxValue)
        {
            json.WriteNumber(name, most);
        }
    }

    /// <summary>Writes the bounds of a number; both kinds of schema name them alike.</summary>
    public static void WriteRange(Utf8JsonWriter json, NumberRange range)
    {
        json.WriteNumber(range.EndsIncluded ? "minimum" : "exclusiveMinimum", range.Lowest);
        json.WriteNumber(range.EndsIncluded ? "maximum" : "exclusiveMaximum", range.Highest);
    }

    private static void WriteExample(Utf8JsonWriter json, ValueForm value, string example)
    {
        if (value.Kind is ValueKind.Number or ValueKind.Whole)
        {
            json.WriteRawValue(example);
        }
        else
        {
            json.WriteStringValue(example);
        }
    }
}
