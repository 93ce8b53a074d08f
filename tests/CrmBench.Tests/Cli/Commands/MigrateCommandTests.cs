using CrmBench.Data.Forms;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class MigrateCommandTests : IDisposable
{
    private const string Release = "data/benchmarks/tiny/releases/2026-08/release.json";

    private const string Old = "{ \"schema\": 0, \"date\": \"2026-08-01\", \"frozen\": false, \"changes\": \"First.\", \"known_limits\": [] }\n";

    private readonly TemporaryFolder _folder = new();

    public MigrateCommandTests() => _folder.Copy(Repository.PathOf("tests/sites/minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Old_files_are_rewritten_and_schemas_put_beside_them()
    {
        _folder.Write(Release, Old);

        var run = CrmBenchRun.In(_folder.Path, "migrate");

        Assert.Equal((0, $"Rewrote 1 file and wrote {SchemaFiles.All.Length + 1} schemas.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith($"{Release}\ndata/schema/v1/site.schema.json\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"schema\": 1, \"date\": \"2026-08-01\", \"status\": \"draft\"", File.ReadAllText(_folder.PathOf(Release)), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf("data/schema/v1/submission.schema.json")));
        Assert.Empty(Directory.GetDirectories(_folder.PathOf("data"), ".*"));

        var again = CrmBenchRun.In(_folder.Path, "migrate");

        Assert.Equal((0, "", "All files are of the newest version. Nothing was written.\n"), (again.ExitCode, again.Output, again.Error));
    }

    [Fact]
    public void A_dry_run_names_what_it_would_write()
    {
        _folder.Write(Release, Old);

        var run = CrmBenchRun.In(_folder.Path, "migrate", "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"{Release}\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(" Nothing was written.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf(Release)));
        Assert.False(Directory.Exists(_folder.PathOf("data/schema")));
    }

    [Fact]
    public void Nothing_is_rewritten_where_one_file_cannot_be()
    {
        _folder.Write(Release, Old);
        _folder.Write("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json", "{ \"schema\": 0, \"date\": \"a\", \"evaluated_on\": \"b\" }\n");

        var run = CrmBenchRun.In(_folder.Path, "migrate");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("submissions/acme-one/submission.json:1:16: error CB0932: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 error. Nothing was written.\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf(Release)));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("build")]
    public void Other_commands_read_old_files_and_say_how_to_rewrite_them(string command)
    {
        _folder.Write(Release, Old);

        var run = CrmBenchRun.In(_folder.Path, command);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{Release}:1:13: warning CB0931: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("run 'crmbench migrate'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_stays_and_a_link_stops_the_whole()
    {
        _folder.Write(Release, "\uFEFF" + Old);

        Assert.Equal(0, CrmBenchRun.In(_folder.Path, "migrate").ExitCode);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_folder.PathOf(Release))[..3]);

        _folder.Write(Release, Old);
        File.CreateSymbolicLink(_folder.PathOf("data/benchmarks/tiny/linked"), "../..");
        var run = CrmBenchRun.In(_folder.Path, "migrate");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("data/benchmarks/tiny: error CB0107: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(Old, File.ReadAllText(_folder.PathOf(Release)));
    }
}
