using System.Text;
using System.Text.Json.Nodes;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Import.Formats;
using CrmBench.Tests.Support;
using Validator = Json.Schema.JsonSchema;

namespace CrmBench.Tests.Data.Forms;

/// <summary>The schemas and the reader agree: held against each other by an independent validator, on right files and damaged ones.</summary>
public class JsonSchemaTests
{
    private const string Tiny = "data/benchmarks/tiny";

    // What only the form of a file can be wrong about; these never come where the schema sees nothing wrong.
    private static readonly string[] CodesOfForm =
        ["CB0201", "CB0202", "CB0203", "CB0205", "CB0206", "CB0208", "CB0401", "CB0402", "CB0408", "CB0409", "CB0412", "CB0601", "CB0702", "CB0933"];

    private static readonly Dictionary<string, string> Examples = new()
    {
        ["site.json"] = "data/site.json",
        ["benchmark.json"] = $"{Tiny}/benchmark.json",
        ["release.json"] = $"{Tiny}/releases/2026-08/release.json",
        ["submission.json"] = $"{Tiny}/releases/2026-08/submissions/acme-one/submission.json",
    };

    public static TheoryData<string> Files => [.. Examples.Keys];

    public static TheoryData<string> FilesOfBoards =>
    [
        .. FolderContent.Read(BoardsSite.PathOf("data")).Keys
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    // The others refer to it: a validator looks for it where they stand.
    static JsonSchemaTests()
    {
        var address = new Uri($"https://example.org/{NamesSchema.Path}");
        global::Json.Schema.SchemaRegistry.Global.Register(address, Validator.FromText(NamesSchema.Of(CatalogueReader.Read(Sites.Minimal, new DiagnosticBag()), address)));
    }

    [Fact]
    public void A_name_that_the_schemas_do_not_know_is_for_the_reader_to_refuse()
    {
        var document = Example("submission.json");
        document["model"] = "not-declared-yet";

        Assert.True(Schema("submission.json").Evaluate(document).IsValid);
    }

    [Theory]
    [MemberData(nameof(FilesOfBoards))]
    public void A_file_names_its_schema_by_the_way_there_and_obeys_it(string file)
    {
        var path = BoardsSite.PathOf($"data/{file}");
        var document = JsonNode.Parse(File.ReadAllText(path))!;

        var named = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, document["$schema"]!.GetValue<string>()));

        var schema = SchemaFiles.All.Single(known => known.Name == Path.GetFileName(named));
        Assert.Equal(BoardsSite.PathOf($"data/{SchemaFiles.Folder}/{Path.GetFileNameWithoutExtension(file)}.schema.json"), named);
        Assert.StartsWith(".", document["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(Schema(schema.About).Evaluate(document).IsValid);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_example_has_every_property(string file)
    {
        var form = DataForms.InData.Single(known => known.Name == file);

        var names = JsonMutations.Paths(Example(file)).Select(path => path.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(PropertiesOf(form.Whole).Except(names));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_reader_takes_an_example_that_has_every_property(string file)
    {
        Assert.True(Schema(file).Evaluate(Example(file)).IsValid);
        Assert.DoesNotContain(Read(file, Example(file)), problem => problem.Severity == Severity.Error);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_reader_refuses_what_the_schema_refuses_and_finds_no_fault_of_form_in_the_rest(string file)
    {
        var schema = Schema(file);
        var disagreements = new List<string>();
        foreach (var (what, document) in JsonMutations.Of(Example(file)))
        {
            var isValid = schema.Evaluate(document).IsValid;
            var found = Read(file, document);
            if (!isValid && !found.Any(problem => problem.Severity == Severity.Error || problem.Code == "CB0931"))
            {
                disagreements.Add($"{what}: the schema refuses it, the reader takes it.");
            }

            if (isValid && found.FirstOrDefault(problem => CodesOfForm.Contains(problem.Code)) is { } fault)
            {
                disagreements.Add($"{what}: the schema takes it, the reader does not: {fault}");
            }
        }

        Assert.Empty(disagreements);
    }

    [Fact]
    public void The_mappings_that_are_shown_obey_their_schema()
    {
        Assert.All(MappingExamples.All, example => Assert.True(Schema("mapping.json").Evaluate(JsonNode.Parse(example.Mapping)).IsValid));
    }

    [Fact]
    public void Asking_for_what_no_form_declares_is_a_mistake_of_the_program()
    {
        var text = new SourceText("t.json", "{\"schema\": 1}"u8.ToArray());
        var form = new FileForm("t.json", "A file.", new ObjectForm("a file", [new("title", ValueForm.Text, "") { IsOptional = true }]));
        var json = CrmBench.Data.Migrating.VersionedFile.Open(text, form, new DiagnosticBag())!.Root;

        Assert.Throws<ArgumentException>(() => json.Text("name"));
        Assert.Throws<ArgumentException>(() => json.Number("title"));
    }

    private static Validator Schema(string file) =>
        Validator.FromText(SchemaFiles.All.Single(schema => schema.About == file).Write(new Uri($"https://example.org/{SchemaFiles.Folder}/{file}")));

    // The smallest site leaves out what is optional; here it is added.
    private static JsonObject Noun(string one) => new() { ["one"] = one, ["many"] = one + "s", ["article"] = "an" };

    private static JsonObject Example(string file)
    {
        var document = JsonNode.Parse(Sites.Minimal.Read(Examples[file]))!.AsObject();
        document["$schema"] = "./a.schema.json";
        switch (file)
        {
            case "site.json":
                document["subject"] = Noun("agent");
                document["subject_question"] = "How good is {name}?";
                document["footer"] = "Figures: CC0 1.0.";
                document["prices_read_on"] = "2026-08-05";
                document["licence"] = "https://creativecommons.org/publicdomain/zero/1.0/";
                break;
            case "benchmark.json":
                document["use_case_noun"] = Noun("issue");
                document["dimensions"]![0]!["metrics"]!.AsArray().Add(new JsonObject
                {
                    ["id"] = "steps",
                    ["name"] = "Steps",
                    ["description"] = "Steps to the answer.",
                    ["unit"] = "count",
                    ["unit_name"] = "steps",
                    ["decimals"] = 0,
                    ["better"] = "lower",
                    ["counted"] = false,
                    ["methods"] = new JsonArray("manual"),
                });
                document["default_release"] = "2026-08";
                document["aliases"] = new JsonArray("small");
                document["comparisons"] = "holm";
                document["dimensions"]![0]!["best"] = "Most accurate";
                document["unranked"] = "Answers were made under different settings.";
                document["reference_models"] = new JsonArray("acme-two");
                document["methods"]![1]!["judges"] = new JsonArray(new JsonObject { ["rater"] = "judge-a", ["name"] = "Judge A" });
                break;
            case "submission.json":
                document["variant"] = "high";
                document["sources"]![0]!["elsewhere"] = false;
                document["corrections"] = new JsonArray(new JsonObject { ["on"] = "2026-08-02", ["reason"] = "A slip." });
                document["withdrawn"] = new JsonObject { ["on"] = "2026-07-21", ["reason"] = "A fault." };
                break;
            case "release.json":
                document["name"] = "August 2026, second run";
                document["aliases"] = new JsonArray("first");
                document["use_cases"] = new JsonArray("call-summary", "email-draft");
                document["rank_by"] = "accuracy";
                document["rank_by_reason"] = "It is whole.";
                break;
        }

        return document;
    }

    private static IEnumerable<string> PropertiesOf(ObjectForm form) =>
        form.Properties.Select(property => property.Name).Concat(
            form.Properties.Select(property => property.Value.Item?.Properties ?? property.Value.Properties).OfType<ObjectForm>().SelectMany(PropertiesOf));

    private static Diagnostic[] Read(string file, JsonNode document)
    {
        var diagnostics = new DiagnosticBag();
        CatalogueReader.Read(Sites.Minimal.With(Examples[file], Encoding.UTF8.GetBytes(document.ToJsonString())), diagnostics);
        return [.. diagnostics.ToSorted().Where(problem => problem.Place.Path == Examples[file])];
    }
}
