using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Every problem that the program can report: a list of all, a line each, and a page for each code.</summary>
internal static class ProblemPages
{
    /// <summary>Name of the prose on a code; without it the page has what the program knows itself.</summary>
    public static string TextOf(ProblemKind kind) => $"problems/{kind.Code.ToLowerInvariant()}";

    public static ScriptObject Index(SiteIndex index, ProblemCatalogue problems, Text? prose)
    {
        var model = new PageHead
        {
            Path = Addresses.Problems,
            Title = "Problems",
            Description = prose is { Description.Length: > 0 }
                ? prose.Description
                : "Every code that the checks can report, with what is wrong and what to do about it.",
            Section = "submit",
            Heading = "What does the code of a problem mean?",
        }.Model(index);
        model["count"] = Format.Counted(problems.All.Length, "code");
        model["prose"] = prose?.Body;
        model["groups"] = Models.List(ProblemGroup.All, group => new ScriptObject
        {
            ["id"] = group.Id,
            ["name"] = group.Name,
            ["commands"] = Commands(group),
            ["problems"] = Models.List(group.KindsOf(problems), Line),
        });
        model["contents"] = Contents.Model(ProblemGroup.All.Select(group => (group.Id, group.Name)));
        return model;
    }

    public static ScriptObject One(SiteIndex index, ProblemCatalogue problems, ProblemKind kind, Text? prose)
    {
        var group = ProblemGroup.Of(kind);
        var model = new PageHead
        {
            Path = Addresses.Problem(kind.Code),
            Title = $"{kind.Code}: {kind.Title}",
            Description = prose is { Description.Length: > 0 } ? prose.Description : kind.Remedy,
            Section = "submit",
            Heading = kind.Title,
            Trail = [("Problems", Addresses.Problems)],
            Crumb = kind.Code,
        }.Model(index);
        model["lead"] = prose?.Description;
        model["code"] = kind.Code;
        model["consequence"] = ProblemGroup.Consequence(kind.Severity);
        model["group"] = group.Name;
        model["group_path"] = $"{Addresses.Problems}#{group.Id}";
        model["commands"] = Commands(group);
        model["remedy"] = kind.Remedy;
        model["prose"] = prose?.Body;
        model["previous"] = Neighbour(problems, kind, -1);
        model["next"] = Neighbour(problems, kind, +1);
        return model;
    }

    private static ScriptObject Line(ProblemKind kind) => new()
    {
        ["code"] = kind.Code,
        ["path"] = Addresses.Problem(kind.Code),
        ["title"] = kind.Title,
        ["remedy"] = kind.Remedy,
        ["warns"] = kind.Severity == Severity.Warning,
    };

    private static ScriptArray Commands(ProblemGroup group) => new(group.Commands);

    private static ScriptObject? Neighbour(ProblemCatalogue problems, ProblemKind kind, int step)
    {
        var at = problems.All.IndexOf(kind) + step;
        return at < 0 || at >= problems.All.Length ? null : Line(problems.All[at]);
    }
}
