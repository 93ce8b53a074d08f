namespace CrmBench.Data.Files;

/// <summary>One change of a text.</summary>
/// <param name="Offset">Offset of the first byte that is replaced, or where text is inserted.</param>
/// <param name="Length">How many bytes are replaced; 0 for an insertion.</param>
/// <param name="Text">What stands there afterwards.</param>
internal sealed record TextEdit(int Offset, int Length, string Text)
{
    /// <summary>Offset after the last byte that is replaced.</summary>
    public int End => Offset + Length;
}
