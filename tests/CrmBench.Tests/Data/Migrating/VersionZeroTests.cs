using System.Text;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Migrating;

namespace CrmBench.Tests.Data.Migrating;

/// <summary>Files of version 0 are read as they are, and rewritten without a needless change.</summary>
public class VersionZeroTests
{
    private const string Release = "data/benchmarks/tiny/releases/2026-08";
    private const string Submission = $"{Release}/submissions/acme-two-high";

    private const string OldSubmission =
        "{\r\n\t\"$schema\" : \"../../../../../../schema/v0/submission.schema.json\",\r\n\t\"schema\" : 0 ,\r\n" +
        "\t\"model\": \"acme-two\",  \"variant\": \"high\",\r\n\t\"submitted_by\": \"Tests\",\r\n" +
        "\t\"date\" : \"2026-07-01\",\r\n\t\"method\": \"manual\",\r\n" +
        "\t\"source\": { \"title\": \"The r\\u00fcn\", \"url\": \"https://example.org/run\", \"licence\": \"CC0-1.0\" }\r\n}\r\n";

    private const string OldScores =
        "use_case,metric,value,\"count\",source\r\ncall-summary,factuality,3.5,20,\r\nemail-draft,factuality,3.1,20,\r\n";

    private static readonly MemoryTree Old = Sites.Minimal
        .With($"{Release}/release.json", Bytes("{ \"schema\": 0, \"date\": \"2026-08-01\", \"frozen\": true, \"changes\": \"First.\", \"known_limits\": [] }"))
        .With($"{Submission}/submission.json", [.. Encoding.UTF8.Preamble, .. Bytes(OldSubmission)])
        .With($"{Submission}/scores.csv", Bytes(OldScores));

    [Fact]
    public void It_is_read_as_if_it_were_new_with_a_warning_for_each_file_that_names_it()
    {
        var diagnostics = new DiagnosticBag();

        var catalogue = CatalogueReader.Read(Old, diagnostics);

        Assert.Equal(
            [$"{Release}/release.json:1:13 CB0931", $"{Submission}/submission.json:3:13 CB0931"],
            diagnostics.ToSorted().Select(problem => $"{problem.Place} {problem.Code}"));
        var release = catalogue!.Benchmarks[0].Releases[0];
        Assert.Equal(CrmBench.Core.Model.ReleaseStatus.Frozen, release.Status);
        var submission = release.Submissions.Single(known => known.Id == "acme-two-high");
        Assert.Equal(new DateOnly(2026, 7, 1), submission.EvaluatedOn);
        Assert.Equal(("source", "The r\u00fcn"), (submission.Sources[0].Id, submission.Sources[0].Title));
        Assert.Equal([20, 20], submission.Scores.Select(score => score.Count));
    }

    [Fact]
    public void Migration_changes_what_it_must_and_nothing_else()
    {
        var diagnostics = new DiagnosticBag();

        var migration = DataMigrator.Migrate(Old, diagnostics);

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(
            [
                ($"{Release}/release.json", "{ \"schema\": 1, \"date\": \"2026-08-01\", \"status\": \"frozen\", \"changes\": \"First.\", \"known_limits\": [] }"),
                ($"{Submission}/scores.csv", OldScores.Replace("\"count\"", "n", StringComparison.Ordinal)),
                ($"{Submission}/submission.json",
                    "\uFEFF" + OldSubmission
                        .Replace("schema/v0/", "schema/v1/", StringComparison.Ordinal)
                        .Replace("\"schema\" : 0 ,", "\"schema\" : 1 ,", StringComparison.Ordinal)
                        .Replace("\"date\" :", "\"evaluated_on\" :", StringComparison.Ordinal)
                        .Replace("\"source\": { \"title\"", "\"sources\": [{ \"id\": \"source\", \"title\"", StringComparison.Ordinal)
                        .Replace("CC0-1.0\" }", "CC0-1.0\" }]", StringComparison.Ordinal)),
            ],
            migration.Files.Select(file => ($"data/{file.Path}", file.Text)));
    }

    [Fact]
    public void What_was_migrated_is_read_without_a_word_and_means_the_same()
    {
        var diagnostics = new DiagnosticBag();
        var migrated = DataMigrator.Migrate(Old, diagnostics).Files
            .Aggregate(Old, (tree, file) => tree.With($"data/{file.Path}", Encoding.UTF8.GetBytes(file.Text)));

        var before = CatalogueReader.Read(Old, new DiagnosticBag())!.Benchmarks[0].Releases[0].Submissions[1];
        var after = CatalogueReader.Read(migrated, diagnostics)!.Benchmarks[0].Releases[0].Submissions[1];

        Assert.Empty(diagnostics.ToSorted());
        Assert.Equal(before.Sources, after.Sources);
        Assert.Equal(before.Scores, after.Scores);
        Assert.Empty(DataMigrator.Migrate(migrated, diagnostics).Files);
    }

    [Fact]
    public void Problems_of_an_old_file_are_named_where_they_stand_in_it()
    {
        var broken = OldSubmission.Replace("https://example.org/run", "http://example.org/run", StringComparison.Ordinal);
        var diagnostics = new DiagnosticBag();

        CatalogueReader.Read(Old.With($"{Submission}/submission.json", Bytes(broken)), diagnostics);

        var line = broken.Split("\r\n")[7];
        var problem = diagnostics.ToSorted().Single(found => found.Code == "CB0411");
        Assert.Equal((8, line.IndexOf("\"http", StringComparison.Ordinal) + 1), (problem.Place.Line, problem.Place.Column));
    }

    [Theory]
    [InlineData("\"date\" :", "\"evaluated_on\": \"2026-07-01\", \"date\" :", "6:32")]
    [InlineData("\"source\":", "\"sources\": [], \"source\":", "8:17")]
    [InlineData("\"source\": {", "\"source\": \"x\", \"y\": {", "8:12")]
    public void What_cannot_be_told_apart_stops_the_migration_of_everything(string find, string replacement, string place)
    {
        var tree = Old.With($"{Submission}/submission.json", Bytes(OldSubmission.Replace(find, replacement, StringComparison.Ordinal)));
        var diagnostics = new DiagnosticBag();

        var migration = DataMigrator.Migrate(tree, diagnostics);

        Assert.Empty(migration.Files);
        Assert.Empty(migration.Schemas);
        var problem = Assert.Single(diagnostics.ToSorted());
        Assert.Equal(("CB0932", $"{Submission}/submission.json:{place}"), (problem.Code, problem.Place.ToString()));
    }

    [Theory]
    [InlineData("2", "CB0207")]
    [InlineData("\"1\"", "CB0932")]
    [InlineData("-1", "CB0932")]
    public void A_version_that_is_not_known_is_not_migrated(string version, string code)
    {
        var diagnostics = new DiagnosticBag();

        DataMigrator.Migrate(Sites.Minimal.With("data/site.json", Bytes($"{{\"schema\": {version}}}")), diagnostics);

        Assert.Equal(code, Assert.Single(diagnostics.ToSorted()).Code);
    }

    [Fact]
    public void Schemas_are_written_where_they_are_missing_or_differ()
    {
        var all = DataMigrator.Migrate(Sites.Minimal, new DiagnosticBag()).Schemas;
        // And the file of names that they refer to.
        Assert.Equal(SchemaFiles.All.Length + 1, all.Length);

        var there = all.Aggregate(Sites.Minimal, (tree, schema) => tree.With($"data/{schema.Path}", Encoding.UTF8.GetBytes(schema.Text)));

        Assert.Empty(DataMigrator.Migrate(there, new DiagnosticBag()).Schemas);
        Assert.Equal(
            [all[0].Path],
            DataMigrator.Migrate(there.With($"data/{all[0].Path}", "{}"u8.ToArray()), new DiagnosticBag()).Schemas.Select(schema => schema.Path));
    }

    [Fact]
    public void There_is_one_migration_from_each_version_to_the_next() =>
        Assert.Equal(
            Enumerable.Range(FormVersion.Oldest, FormVersion.Newest - FormVersion.Oldest), Migrations.All.Select(migration => migration.From));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
