using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Help;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>How to add results: the prose, then every command of the program in the words of its own help.</summary>
internal static class SubmitPage
{
    private const string CommandsId = "commands";
    private const string BoardsId = "boards";

    /// <summary>What the page calls its part about one board.</summary>
    public static string AnchorOf(Benchmark benchmark) => $"board-{benchmark.Id}";

    public static ScriptObject Model(SiteIndex index, Text prose, ImmutableArray<CommandHelp> commands)
    {
        var model = TextPage.Model(index, Addresses.Submit, "submit", "How do I add results?", prose);
        model["boards"] = Models.List(index.Scored.Benchmarks, Board);
        if (!commands.IsEmpty)
        {
            model["commands"] = Models.List(commands, Command);
            model["contents"] = Contents.Model(Contents.Of(prose.Body).Concat([(BoardsId, "The commands for each board"), (CommandsId, "The commands")]));
        }

        return model;
    }

    /// <summary>The steps with a board's own names in them: its draft where it has one, else how to open one.</summary>
    private static ScriptObject Board(ScoredBenchmark scored)
    {
        var benchmark = scored.Benchmark;
        var draft = scored.Releases.FirstOrDefault(release => release.Release.Status == ReleaseStatus.Draft)?.Release.Id;
        return new ScriptObject
        {
            ["id"] = AnchorOf(benchmark),
            ["name"] = benchmark.Name,
            ["path"] = Addresses.Benchmark(benchmark),
            ["invented"] = benchmark.Invented,
            ["open"] = draft is null ? $"crmbench new release --benchmark {benchmark.Id} --date <the day on which it will be closed>" : null,
            ["submit"] = $"crmbench new submission --benchmark {benchmark.Id} --release {draft ?? "<id of the draft>"} --model <id>",
        };
    }

    private static ScriptObject Command(CommandHelp command)
    {
        var paragraphs = command.Text.Split("\n\n");
        return new ScriptObject
        {
            ["name"] = command.Name,
            ["usage"] = command.Usage,
            ["summary"] = paragraphs[0].ReplaceLineEndings(" "),
            ["more"] = Models.List(paragraphs.Skip(1), paragraph => paragraph),
            ["parts"] = Models.List(command.Parts, part => new ScriptObject { ["form"] = part.Form, ["text"] = part.Text }),
        };
    }
}
