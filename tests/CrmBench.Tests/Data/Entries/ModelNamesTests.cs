using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Import.Kernel;
using CrmBench.Tests.Import;

namespace CrmBench.Tests.Data.Entries;

public class ModelNamesTests
{
    private static readonly string[] s_models = ["gpt-5", "gpt-4o", "command-r", "command-r-plus", "claude-3.5-sonnet"];

    private readonly ModelNames _names = new(
        s_models.Select(id => new ModelCard { Id = id, Name = id, Provider = "p", Openness = default, Licence = "", Aliases = [], Notes = "", Invented = false }),
        [new Provider("nova-labs", "Nova Labs", null, false)],
        ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));

    [Theory]
    [InlineData("openai/gpt-4o", "gpt-4o")]
    [InlineData("openai:chat:GPT 4o", "gpt-4o")]
    [InlineData("openrouter/openai/gpt-4o", "gpt-4o")]
    [InlineData("nova-labs/gpt-4o", "gpt-4o")]
    [InlineData("Command R+", "command-r-plus")]
    [InlineData("Command R", "command-r")]
    public void Signs_and_known_providers_before_a_name_make_no_difference(string name, string id) => Assert.Equal(id, _names.Find(name));

    [Theory]
    [InlineData("Agent-S2.5 (w/ GPT-5)")]
    [InlineData("Swarm: GPT-4o")]
    [InlineData("Swarm:GPT-4o")]
    [InlineData("unsloth/gpt-4o")]
    [InlineData("nova-labs/unsloth/gpt-4o")]
    [InlineData("openai/ gpt-4o")]
    [InlineData("Claude with tools/gpt-4o")]
    [InlineData("openai/")]
    [InlineData(":")]
    public void A_name_is_cut_nowhere_else(string name) => Assert.Null(_names.Find(name));

    [Fact]
    public void Every_match_that_is_not_exact_is_remembered()
    {
        foreach (var name in new[] { "gpt-4o", "openai/gpt-4o", "GPT 5", "GPT-6" })
        {
            _names.Find(name);
        }

        Assert.Equal([("GPT 5", "gpt-5"), ("openai/gpt-4o", "gpt-4o")], _names.Matches);
    }

    [Theory]
    [InlineData("Qwen3-Coder 480B/A35B Instruct", "qwen3-coder-480b-a35b-instruct,Qwen3-Coder 480B/A35B Instruct,<provider>,,,", "<provider>,<its name>,")]
    [InlineData("nova-labs/Nova 3", "nova-3,Nova 3,nova-labs,,,", "")]
    [InlineData("A, \"B\"", "a-b,\"A, \"\"B\"\"\",<provider>,,,", "<provider>,<its name>,")]
    [InlineData("\u901a\u4e49", "<id>,\u901a\u4e49,<provider>,,,", "<provider>,<its name>,")]
    public void A_row_to_add_has_exactly_the_columns_of_its_file(string name, string row, string providerRow)
    {
        var additions = new ModelAdditions(
            _names,
            ImportRun.FileOf("data/models.csv", "id,name,provider,released,openness,notes\na,A,p,,,\n"),
            ImportRun.FileOf("data/providers.csv", "id,name,url\np,P,\n"));

        var unknown = additions.Unknown(new(name, new("t.csv")), details: null);

        Assert.Equal((row, providerRow), (unknown.Row, unknown.ProviderRow));
    }

    [Theory]
    [InlineData("id,name,provider,released,openness\na,A,p,,\nz,Z,p,,\n", "id,name,provider,released,openness\na,A,p,,\nm,M,p,,\nn,N,p,,\nz,Z,p,,\n")]
    [InlineData("id,name,provider,released,openness\nz,Z,p,,\na,A,p,,\n", "id,name,provider,released,openness\nz,Z,p,,\na,A,p,,\nm,M,p,,\nn,N,p,,\n")]
    [InlineData("id,name,provider,released,openness\r\na,\"A\nB\",p,,\r\nz,Z,p,,", "id,name,provider,released,openness\r\na,\"A\nB\",p,,\r\nm,M,p,,\r\nn,N,p,,\r\nz,Z,p,,\r\n")]
    public void Rows_are_added_in_order_and_nothing_else_changes(string before, string after)
    {
        var table = new CatalogueTable(CrmBench.Data.Forms.SiteForms.Models, System.Text.Encoding.UTF8.GetBytes(before));

        foreach (var id in new[] { "n", "m" })
        {
            table.Add(id, new Dictionary<string, string> { ["id"] = id, ["name"] = id.ToUpperInvariant(), ["provider"] = "p" });
        }

        Assert.Equal(after, table.Text());
    }
}
