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
