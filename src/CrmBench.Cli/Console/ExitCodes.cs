namespace CrmBench.Cli.Console;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is right; warnings do not change that.</summary>
    public const int Right = 0;

    /// <summary>The input has errors; nothing was written.</summary>
    public const int InputProblems = 1;

    /// <summary>The machine failed: disk, permissions.</summary>
    public const int MachineTrouble = 2;

    /// <summary>The command line was wrong; <c>EX_USAGE</c> of BSD's sysexits.</summary>
    public const int WrongUse = 64;
}
