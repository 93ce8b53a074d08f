using System.Globalization;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The same input gives the same bytes, whatever the machine it is built on. (AOT against JIT is compared by .ci/run.)</summary>
public sealed class SameBytesTests : IDisposable
{
    // The build that all tests share, once more.
    private static readonly Lazy<string[]> First = new(() => FolderContent.Fingerprint(BoardsSite.Files));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("on one core, where it is tomorrow already", "DOTNET_PROCESSOR_COUNT=1", "TZ=Pacific/Kiritimati")]
    [InlineData("on many cores, where it is still yesterday", "DOTNET_PROCESSOR_COUNT=16", "TZ=Etc/GMT+12")]
    [InlineData("without vector instructions", "DOTNET_EnableHWIntrinsic=0")]
    public async Task Another_machine_builds_the_same_bytes(string where, params string[] variables)
    {
        var environment = variables.Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1]);

        var build = await ChildProcess.CrmBench(environment, [.. BoardsSite.BuildTo(_folder.PathOf("site")), "--root", BoardsSite.Root]);

        Assert.True(build.ExitCode == 0, build.Error);
        AssertSameBytes(where);
    }

    // The published program knows no cultures, so the tests' own process, which does, stands in for it.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Another_culture_builds_the_same_bytes(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

        var build = CrmBenchRun.In(BoardsSite.Root, BoardsSite.BuildTo(_folder.PathOf("site")));

        Assert.True(build.ExitCode == 0, build.Error);
        AssertSameBytes($"in {culture}");
    }

    private void AssertSameBytes(string where)
    {
        var fingerprint = FolderContent.Fingerprint(_folder.PathOf("site"));
        string[] differences = [.. fingerprint.Except(First.Value), .. First.Value.Except(fingerprint)];
        Assert.True(differences.Length == 0, $"Built {where}, these files differ:\n{string.Join('\n', differences)}");
    }
}
