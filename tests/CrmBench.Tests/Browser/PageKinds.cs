namespace CrmBench.Tests.Browser;

/// <summary>The kinds of pages the site has, told by their paths.</summary>
public static class PageKinds
{
    public const string Home = "home";
    public const string NotFound = "not found";
    public const string Models = "models";
    public const string Model = "model";
    public const string Compare = "compare";
    public const string Choose = "choose";
    public const string Providers = "providers";
    public const string Provider = "provider";
    public const string Board = "board";
    public const string Release = "release";
    public const string Method = "other method";
    public const string UseCase = "use case";
    public const string Methodology = "methodology";
    public const string Agreement = "agreement";
    public const string Problems = "problems";
    public const string Problem = "problem";
    public const string Page = "page of prose";

    // Single pages that are no benchmarks.
    private static readonly HashSet<string> Prose = ["about", "changes", "data", "reading", "search", "submit"];

    /// <summary>All kinds, as the data of a theory.</summary>
    public static TheoryData<string> All =>
        [
            Home, NotFound, Models, Model, Compare, Choose, Providers, Provider, Board, Release, Method, UseCase, Methodology, Agreement,
            Problems, Problem, Page,
        ];

    /// <summary>The kind of a page, or null for a file that is no page.</summary>
    /// <param name="path">Path of the file below the site's root: <c>models/index.html</c>.</param>
    public static string? Of(string path) => path.Split('/') switch
    {
        ["index.html"] => Home,
        ["404.html"] => NotFound,
        ["models", "index.html"] => Models,
        ["models", _, "index.html"] => Model,
        ["compare", "index.html"] => Compare,
        ["choose", "index.html"] => Choose,
        ["providers", "index.html"] => Providers,
        ["providers", _, "index.html"] => Provider,
        ["problems", "index.html"] => Problems,
        ["problems", _, "index.html"] => Problem,
        [var single, "index.html"] when Prose.Contains(single) => Page,
        [_, "index.html"] => Board,
        [_, "methodology", "index.html"] => Methodology,
        [_, "agreement", "index.html"] or [_, _, "agreement", "index.html"] => Agreement,
        [_, "use-cases", _, "index.html"] => UseCase,
        [_, _, "index.html"] => Release,
        [_, _, _, "index.html"] => Method,
        _ => null,
    };
}
