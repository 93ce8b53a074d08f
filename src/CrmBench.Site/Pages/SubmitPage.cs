using System.Collections.Immutable;
using CrmBench.Site.Help;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>How to add results: the prose, then every command of the program in the words of its own help.</summary>
internal static class SubmitPage
{
    private const string CommandsId = "commands";

    public static ScriptObject Model(SiteIndex index, Text prose, ImmutableArray<CommandHelp> commands)
    {
        var model = TextPage.Model(index, Addresses.Submit, "submit", "How do I add results?", prose);
        if (!commands.IsEmpty)
        {
            model["commands"] = Models.List(commands, Command);
            model["contents"] = Contents.Model(Contents.Of(prose.Body).Append((CommandsId, "The commands")));
        }

        return model;
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
