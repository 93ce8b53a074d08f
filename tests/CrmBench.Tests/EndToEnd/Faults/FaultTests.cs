using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.EndToEnd.Faults;

/// <summary>
/// What is left of a site when a build is killed or the disk fails, at each call that changes something: the old site or the new one,
/// whole, and a program that says which. The calls are made to fail by <c>faults.c</c>, which stands between the program and the disk.
/// </summary>
/// <remarks>
/// <c>CRMBENCH_FAULT_POINTS=1000 CRMBENCH_PROGRAM=artifacts/crmbench/crmbench</c> before the call of these tests tries a thousand points on
/// a published program; without them a few are tried.
/// </remarks>
public sealed class FaultTests(FaultTests.Library library) : IClassFixture<FaultTests.Library>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static int Points =>
        int.Parse(Environment.GetEnvironmentVariable("CRMBENCH_FAULT_POINTS") ?? "8", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Wherever_a_build_is_stopped_the_old_site_or_the_new_one_is_there_whole()
    {
        library.Require();
        var trial = await Trial.Prepare(_folder, library.Path);
        Fault[] kinds = [.. Fault.Kinds.Select(kind => new Fault(kind, CanSwap: true)), .. Fault.Kinds.Select(kind => new Fault(kind, CanSwap: false))];
        var report = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var ofKind in kinds.GroupBy(fault => fault.CanSwap))
        {
            var calls = await trial.CountCalls(ofKind.Key);
            var change = await trial.FindChange(ofKind.Key, calls);
            foreach (var fault in ofKind)
            {
                foreach (var at in Chosen(calls, change, Points / kinds.Length))
                {
                    var found = await trial.Stop(fault, at);
                    report[found] = report.GetValueOrDefault(found) + 1;
                }
            }
        }

        foreach (var (found, times) in report)
        {
            TestContext.Current.SendDiagnosticMessage("{0}: {1}", found, times);
        }

        if (Environment.GetEnvironmentVariable("CRMBENCH_FAULT_REPORT") is { } file)
        {
            await File.WriteAllLinesAsync(file, report.Select(entry => $"{entry.Key}: {entry.Value}"), TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_full_standard_output_does_not_make_a_written_site_unwritten()
    {
        Prerequisite.Require(File.Exists("/dev/full"), "There is no /dev/full here.");
        var trial = await Trial.Prepare(_folder, preload: null);

        var run = await trial.Shell("> /dev/full");

        Assert.Equal(ExitCodes.MachineTrouble, run.ExitCode);
        Assert.Equal(SiteState.New, trial.State());
        Assert.EndsWith(" The site itself was written to output/.", Assert.Single(Lines(run.Error)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("2>&-")]
    [InlineData(">&- 2>&-")]
    [InlineData("2> /dev/full > /dev/full")]
    public async Task A_closed_stream_ends_in_at_most_one_line_and_a_whole_site(string redirection)
    {
        Prerequisite.Require(File.Exists("/bin/sh") && File.Exists("/dev/full"), "There is no shell here.");
        var trial = await Trial.Prepare(_folder, preload: null);

        var run = await trial.Shell(redirection);

        Assert.Contains(run.ExitCode, (int[])[ExitCodes.Right, ExitCodes.MachineTrouble]);
        Assert.True(Lines(run.Error).Length <= 1, run.Error);
        Assert.Contains(trial.State(), (SiteState[])[SiteState.Old, SiteState.New]);
        if (run.ExitCode == ExitCodes.Right || run.Error.Contains("was written to", StringComparison.Ordinal))
        {
            Assert.Equal(SiteState.New, trial.State());
        }
    }

    // Where one site gives way to the other matters most; the rest is spread over the whole run, its first and its last call included.
    private static IEnumerable<int> Chosen(int calls, int change, int wanted)
    {
        int[] near = [change - 1, change - 2, change, change + 1, change - 3];
        var spread = Math.Max(0, wanted - near.Length);
        return near.Take(Math.Max(1, wanted))
            .Concat(Enumerable.Range(0, spread).Select(i => 1 + (int)((long)i * (calls - 1) / Math.Max(1, spread - 1))))
            .Where(at => at >= 1 && at <= calls)
            .Distinct();
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What stands between the program and the disk, compiled once.</summary>
    public sealed class Library : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();

        public string Path => _folder.PathOf("faults.so");

        public void Require()
        {
            // What the library stands in for is named as on Linux with the GNU library; a musl system has other names.
            Assert.SkipUnless(OperatingSystem.IsLinux(), "Calls are made to fail on Linux alone.");
            Prerequisite.Require(File.Exists(Path), "There is no C compiler: apt-get install clang");
        }

        public async ValueTask InitializeAsync()
        {
            if (((string[])["clang", "gcc", "cc"]).Select(Installed.Find).FirstOrDefault(found => found is not null) is { } compiler)
            {
                var source = Repository.PathOf("tests", "CrmBench.Tests", "EndToEnd", "Faults", "faults.c");
                var run = await ChildProcess.Run(
                    compiler, new Dictionary<string, string>(), "-shared", "-fPIC", "-O1", "-Wall", "-Wextra", "-Werror", "-o", Path, source, "-ldl");
                Assert.True(run.ExitCode == 0, run.Error);
            }
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
