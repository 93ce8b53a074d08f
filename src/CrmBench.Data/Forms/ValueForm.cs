using System.Collections.Immutable;
using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>What kind of value stands in a property or a column.</summary>
internal enum ValueKind
{
    /// <summary>Any text that is not blank.</summary>
    Text,

    /// <summary>Any text, which may be empty or of spaces alone; only in JSON.</summary>
    AnyText,

    /// <summary>An identifier that is declared here.</summary>
    Identifier,

    /// <summary>An identifier that is declared elsewhere.</summary>
    Reference,

    /// <summary>Identifiers separated by spaces; only in CSV.</summary>
    Identifiers,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An https address.</summary>
    Address,

    /// <summary>An https address that others can be appended to: it ends in a slash.</summary>
    BaseAddress,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list; only in JSON.</summary>
    List,

    /// <summary>An object with declared properties; only in JSON.</summary>
    Object,

    /// <summary>An object whose names are free; only in JSON.</summary>
    Map,
}

/// <summary>What may stand in a property or a column: read by the readers, and written into schemas and dictionaries.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record ValueForm(ValueKind Kind)
{
    /// <summary>Most characters of a text: more than a page is an article, and belongs into <c>content/</c>.</summary>
    public const int MostOfText = 2_000;

    /// <summary>Most characters of a name, since it stands in every row and heading of what it names.</summary>
    public const int MostOfName = 200;

    /// <summary>Most entries of a list or a free object, unless its form says otherwise.</summary>
    public const int MostOfList = 1_000;

    /// <summary>A text that is not blank.</summary>
    public static ValueForm Text { get; } = ShortText(MostOfText);

    /// <summary>A name for readers: a text of a line.</summary>
    public static ValueForm Name { get; } = ShortText(MostOfName);

    /// <summary>A text that may be empty or of spaces alone.</summary>
    public static ValueForm AnyText { get; } = new(ValueKind.AnyText) { MostCharacters = MostOfText };

    /// <summary>An identifier that is declared here.</summary>
    public static ValueForm Identifier { get; } = new(ValueKind.Identifier);

    /// <summary>Identifiers separated by spaces.</summary>
    public static ValueForm Identifiers { get; } = new(ValueKind.Identifiers) { MostCharacters = MostOfText };

    /// <summary>A day, as <c>2026-08-04</c>.</summary>
    public static ValueForm Date { get; } = new(ValueKind.Date);

    /// <summary>An https address.</summary>
    public static ValueForm Address { get; } = new(ValueKind.Address) { MostCharacters = MostOfText };

    /// <summary>An https address that ends in a slash.</summary>
    public static ValueForm BaseAddress { get; } = new(ValueKind.BaseAddress) { MostCharacters = MostOfText };

    /// <summary>True or false.</summary>
    public static ValueForm Flag { get; } = new(ValueKind.Flag);

    /// <summary>The range of a number.</summary>
    public NumberRange Range { get; private init; } = NumberRange.Any;

    /// <summary>The words to choose from, in the order of the type they become.</summary>
    public ImmutableArray<string> Words { get; private init; } = [];

    /// <summary>What a reference names and where it is declared: <c>model</c>, <c>models.csv</c>.</summary>
    public (string Kind, string DeclaredIn) Target { get; private init; } = ("", "");

    /// <summary>Most characters (code points) of a text.</summary>
    public int MostCharacters { get; private init; } = int.MaxValue;

    /// <summary>Whether it is a name that people tell things apart by.</summary>
    public bool IsName => Kind == ValueKind.Text && MostCharacters <= MostOfName;

    /// <summary>Most entries of a list or a free object.</summary>
    public int MostEntries { get; private init; } = MostOfList;

    /// <summary>What the entries of a list or the values of a free object are.</summary>
    public ValueForm? Item { get; private init; }

    /// <summary>What the names of a free object are.</summary>
    public ValueForm? Names { get; private init; }

    /// <summary>Whether a list needs an entry.</summary>
    public bool AtLeastOne { get; private init; }

    /// <summary>The properties of an object.</summary>
    public ObjectForm? Properties { get; private init; }

    /// <summary>A text of at most so many characters.</summary>
    public static ValueForm ShortText(int mostCharacters) => new(ValueKind.Text) { MostCharacters = mostCharacters };

    /// <summary>The identifier of something that is declared elsewhere.</summary>
    /// <param name="kind">What it names: <c>model</c>.</param>
    /// <param name="declaredIn">File that declares it: <c>models.csv</c>.</param>
    public static ValueForm Reference(string kind, string declaredIn) => new(ValueKind.Reference) { Target = (kind, declaredIn) };

    /// <summary>One of a few words.</summary>
    public static ValueForm Word(params ImmutableArray<string> words) => new(ValueKind.Word) { Words = words };

    /// <summary>A number within a range.</summary>
    public static ValueForm Number(NumberRange range) => new(ValueKind.Number) { Range = range };

    /// <summary>A whole number within a range.</summary>
    public static ValueForm Whole(NumberRange range) => new(ValueKind.Whole) { Range = range };

    /// <summary>A list.</summary>
    public static ValueForm List(ValueForm item, bool atLeastOne = false, int mostEntries = MostOfList) =>
        new(ValueKind.List) { Item = item, AtLeastOne = atLeastOne, MostEntries = mostEntries };

    /// <summary>An object with declared properties.</summary>
    public static ValueForm Object(ObjectForm properties) => new(ValueKind.Object) { Properties = properties };

    /// <summary>An object whose names are free but for their kind.</summary>
    public static ValueForm Map(ValueForm names, ValueForm values, int mostEntries = MostOfList) =>
        new(ValueKind.Map) { Names = names, Item = values, MostEntries = mostEntries };
}
