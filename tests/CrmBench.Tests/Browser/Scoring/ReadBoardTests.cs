namespace CrmBench.Tests.Browser.Scoring;

/// <summary>A file that is not what it should be is refused with a message, and never half read.</summary>
public class ReadBoardTests
{
    private const string Rated = "data/demonstration/2026-09/manual.board.json";
    private const string Published = "data/service-agents/2026-08/automated.board.json";

    [Theory]
    [InlineData("", "it is cut off")]
    [InlineData("{\"version\":1,\"bench", "it is cut off")]
    [InlineData("<!doctype html><title>404</title>", "it is cut off")]
    [InlineData("null", "it has version undefined instead of 3")]
    [InlineData("[]", "it has version undefined instead of 3")]
    [InlineData("{\"version\":1}", "it has version 1 instead of 3")]
    [InlineData("{\"version\":3}", "\"benchmark\" is missing")]
    public async Task What_is_no_board_is_refused_with_the_reason(string text, string reason)
    {
        var message = await ScriptModules.RunAsync<string>(
            ["board-data"],
            "({ boarddata }, text) => { try { boarddata.readBoard(text); return 'read'; } catch (error) { return error.message; } }",
            text);

        Assert.Equal($"The data of this board cannot be read: {reason}. Reload the page.", message);
    }

    [Theory]
    [InlineData(Rated)]
    [InlineData(Published)]
    public async Task A_whole_file_is_read_and_a_file_cut_anywhere_is_not(string path)
    {
        var read = await ScriptModules.RunAsync<int[]>(
            ["board-data"],
            """
            ({ boarddata }, text) => {
              const reads = (part) => { try { boarddata.readBoard(part); return true; } catch { return false; } };
              const cuts = Array.from({ length: 400 }, (_, i) => Math.floor((text.trimEnd().length * i) / 400));
              return [reads(text) ? 1 : 0, cuts.filter((cut) => reads(text.slice(0, cut))).length];
            }
            """,
            ScriptModules.TextOf(path));

        Assert.Equal([1, 0], read);
    }

    [Theory]
    [InlineData(Rated)]
    [InlineData(Published)]
    public async Task A_column_that_is_shortened_or_holds_something_else_is_refused(string path)
    {
        // Every list of the columnar parts, as a path; once without its last entry, once with a text in place of a number.
        var accepted = await ScriptModules.RunAsync<string[]>(
            ["board-data"],
            """
            ({ boarddata }, text) => {
              const accepted = [];
              const columns = JSON.parse(text);
              const paths = [];
              for (const part of ["rows", "ranking", "models", "providers", "figures", "groups"]) {
                Object.keys(columns[part]).filter((name) => Array.isArray(columns[part][name])).forEach((name) => paths.push([part, name]));
              }
              columns.layouts.forEach((_, i) => paths.push(["layouts", i]));
              columns.groups.means.forEach((_, i) => paths.push(["groups", "means", i]));
              for (const path of paths) {
                for (const damage of [(list) => list.slice(1), (list) => typeof list[0] === "number" ? ["x", ...list.slice(1)] : [0].concat(list)]) {
                  const file = JSON.parse(text);
                  let holder = file;
                  path.slice(0, -1).forEach((step) => (holder = holder[step]));
                  const last = path.at(-1);
                  if (holder[last].length === 0 || path[0] === "layouts" && damage(holder[last]).length === holder[last].length) {
                    continue;
                  }
                  holder[last] = damage(holder[last]);
                  try {
                    boarddata.readBoard(file);
                    accepted.push(path.join("."));
                  } catch (error) {
                    if (!error.message.startsWith("The data of this board cannot be read")) {
                      accepted.push(`${path.join(".")}: ${error.message}`);
                    }
                  }
                }
              }
              return accepted;
            }
            """,
            ScriptModules.TextOf(path));

        Assert.Empty(accepted);
    }

    [Fact]
    public async Task A_row_is_told_in_words()
    {
        var row = await ScriptModules.RunAsync<Dictionary<string, string>>(
            ["board-data"],
            """
            ({ boarddata }, text) => {
              const { id, label, providerName, page, source } = boarddata.readBoard(text).row(0);
              return { id, label, providerName, page, source };
            }
            """,
            ScriptModules.TextOf(Published));

        Assert.Equal("gpt-5.2-high", row["id"]);
        Assert.Equal("GPT-5.2 (high)", row["label"]);
        Assert.Equal("OpenAI", row["providerName"]);
        Assert.Equal("/board/models/gpt-5.2/#service-agents", row["page"]);
        Assert.EndsWith("/releases/2026-08/submissions/gpt-5.2-high/scores.csv#L2", row["source"], StringComparison.Ordinal);
    }
}
