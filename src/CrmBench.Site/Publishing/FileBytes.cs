using System.Buffers;

namespace CrmBench.Site.Publishing;

/// <summary>The bytes of a file that is written piece by piece.</summary>
internal static class FileBytes
{
    /// <summary>Writes one file.</summary>
    public static byte[] Of(Action<ArrayBufferWriter<byte>> write) => Of(new ArrayBufferWriter<byte>(), write);

    /// <summary>The bytes alone, in memory that nobody fills with zeros first.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> bytes)
    {
        var copy = GC.AllocateUninitializedArray<byte>(bytes.Length);
        bytes.CopyTo(copy);
        return copy;
    }

    /// <summary>Writes one file into a buffer that served others before and will again: long files outgrow many small ones.</summary>
    public static byte[] Of(ArrayBufferWriter<byte> buffer, Action<ArrayBufferWriter<byte>> write)
    {
        buffer.ResetWrittenCount();
        write(buffer);
        return Copy(buffer.WrittenSpan);
    }
}
