using System.Runtime.InteropServices;

namespace CrmBench.Site.Publishing;

/// <summary>Lets two folders change their names in one step, so that nobody ever sees either name without a folder.</summary>
internal static class FolderExchange
{
    // What a system or a file system answers that knows no such step, and what a container's guard answers in its place.
    private const int NotPermitted = 1;
    private const int Invalid = 22;
    private const int NoSuchCallOnLinux = 38;
    private const int NotSupportedOnMac = 45;
    private const int NotSupportedOnLinux = 95;

    /// <summary>Exchanges two folders.</summary>
    /// <param name="one">Full path of a folder.</param>
    /// <param name="other">Full path of another on the same file system.</param>
    /// <returns>Whether they were exchanged; false where this cannot be done here in one step, and nothing was done.</returns>
    /// <exception cref="IOException">The disk failed; nothing was done.</exception>
    public static bool TryExchange(string one, string other)
    {
        try
        {
            if (Exchange(one, other) is not { } result)
            {
                return false;
            }

            if (result == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An old library.
            return false;
        }

        var error = Marshal.GetLastPInvokeError();
        return error is NotPermitted or Invalid or NoSuchCallOnLinux or NotSupportedOnMac or NotSupportedOnLinux
            ? false
            : throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{other}'");
    }

    private static int? Exchange(string one, string other)
    {
        const int CurrentFolder = -100;
        const uint ExchangeOnLinux = 2;
        const uint SwapOnMac = 2;
        return OperatingSystem.IsLinux() ? Native.renameat2(CurrentFolder, one, CurrentFolder, other, ExchangeOnLinux)
            : OperatingSystem.IsMacOS() ? Native.renamex_np(one, other, SwapOnMac)
            : null;
    }

    private static class Native
    {
#pragma warning disable IDE1006, SYSLIB1054, CA2101 // The names are the libraries'; generated code would need unsafe blocks; UTF-8 is said.
        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int renameat2(
            int oneFolder,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string one,
            int otherFolder,
            [MarshalAs(UnmanagedType.LPUTF8Str)] string other,
            uint flags);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int renamex_np(
            [MarshalAs(UnmanagedType.LPUTF8Str)] string one, [MarshalAs(UnmanagedType.LPUTF8Str)] string other, uint flags);
#pragma warning restore IDE1006, SYSLIB1054, CA2101
    }
}
