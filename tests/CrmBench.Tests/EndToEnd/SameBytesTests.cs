using System.Globalization;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd;

/// <summary>The same input gives the same bytes, whatever the machine it is built on. (AOT against JIT is compared by .ci/run.)</summary>
public sealed class SameBytesTests : IClassFixture<SameBytesTests.FirstBuild>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FirstBuild _first;

    public SameBytesTests(FirstBuild first) => _first = first;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("once more", "", "")]
    [InlineData("where it is tomorrow already", "TZ", "Pacific/Kiritimati")]
    [InlineData("where it is still yesterday", "TZ", "Etc/GMT+12")]
    [InlineData("on one core", "DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("on many cores", "DOTNET_PROCESSOR_COUNT", "16")]
    [InlineData("without vector instructions", "DOTNET_EnableHWIntrinsic", "0")]
    public async Task Another_machine_builds_the_same_bytes(string where, string variable, string value)
    {
        await BuildAsync(_folder.PathOf("site"), variable.Length == 0 ? [] : new() { [variable] = value });

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
        string[] differences = [.. fingerprint.Except(_first.Fingerprint), .. _first.Fingerprint.Except(fingerprint)];
        Assert.True(differences.Length == 0, $"Built {where}, these files differ:\n{string.Join('\n', differences)}");
    }

    private static async Task BuildAsync(string output, Dictionary<string, string> environment)
    {
        var build = await ChildProcess.CrmBench(environment, [.. BoardsSite.BuildTo(output), "--root", BoardsSite.Root]);
        Assert.True(build.ExitCode == 0, build.Error);
    }

    /// <summary>The build that the others are compared with.</summary>
    public sealed class FirstBuild : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        /// <summary>Every file with its fingerprint.</summary>
        public string[] Fingerprint { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await BuildAsync(_folder.PathOf("site"), []);
            Fingerprint = FolderContent.Fingerprint(_folder.PathOf("site"));
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
