using System.Text.Json.Nodes;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Cli.Commands;

public sealed class SchemaCommandTests : IDisposable
{
    private const string Names = "data/schema/names.schema.json";

    private readonly TemporaryFolder _folder = new();

    public SchemaCommandTests() => _folder.Copy(Repository.PathOf("tests/sites/minimal"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_names_of_the_repository_are_offered()
    {
        var run = CrmBenchRun.In(_folder.Path, "schema");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{Names}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["acme-one", "acme-two"], Offered("model"));
        Assert.Equal(["call-summary", "email-draft"], Offered("use-case"));
    }

    [Fact]
    public void A_second_time_nothing_is_written()
    {
        CrmBenchRun.In(_folder.Path, "schema");

        var again = CrmBenchRun.In(_folder.Path, "schema");

        Assert.Equal((0, "", "All schemas are up to date. Nothing was written.\n"), (again.ExitCode, again.Output, again.Error));
    }

    [Fact]
    public void Names_that_were_written_stay_when_files_are_migrated()
    {
        CrmBenchRun.In(_folder.Path, "schema");
        var before = File.ReadAllText(_folder.PathOf(Names));

        CrmBenchRun.In(_folder.Path, "migrate");

        Assert.Equal(before, File.ReadAllText(_folder.PathOf(Names)));
    }

    [Fact]
    public void Files_that_are_not_right_yet_do_not_hinder_it()
    {
        _folder.Write("data/benchmarks/tiny/releases/2026-08/submissions/acme-one/submission.json", "{");

        Assert.Equal(0, CrmBenchRun.In(_folder.Path, "schema").ExitCode);
        Assert.Equal(["acme-one", "acme-two"], Offered("model"));
    }

    [Fact]
    public void Without_the_sites_settings_there_is_nothing_to_offer()
    {
        _folder.Write("data/site.json", "{");

        var run = CrmBenchRun.In(_folder.Path, "schema");

        Assert.Equal(1, run.ExitCode);
        Assert.False(File.Exists(_folder.PathOf(Names)));
    }

    private IEnumerable<string> Offered(string kind) =>
        JsonNode.Parse(File.ReadAllText(_folder.PathOf(Names)))!["$defs"]![kind]!["anyOf"]![0]!["enum"]!.AsArray().Select(name => name!.GetValue<string>());
}
