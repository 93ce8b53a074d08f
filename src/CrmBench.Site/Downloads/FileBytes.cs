using System.Buffers;

namespace CrmBench.Site.Downloads;

/// <summary>The bytes of a file that is written piece by piece.</summary>
internal static class FileBytes
{
    /// <summary>Writes one file.</summary>
    public static byte[] Of(Action<ArrayBufferWriter<byte>> write) => Of(new ArrayBufferWriter<byte>(), write);

    /// <summary>Writes one file into a buffer that served others before and will again: long files outgrow many small ones.</summary>
    public static byte[] Of(ArrayBufferWriter<byte> buffer, Action<ArrayBufferWriter<byte>> write)
    {
        buffer.ResetWrittenCount();
        write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
