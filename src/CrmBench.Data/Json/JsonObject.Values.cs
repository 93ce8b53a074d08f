using System.Text.Json;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Json;

/// <content>Properties with one value: texts, names, dates, addresses, numbers, flags.</content>
internal sealed partial class JsonObject
{
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
}
