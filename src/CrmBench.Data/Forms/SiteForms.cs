using CrmBench.Data.Values;

namespace CrmBench.Data.Forms;

/// <summary>The files of <c>data/</c> itself: the site, and the models that all benchmarks share.</summary>
internal static class SiteForms
{
    private const int MostOfModels = 10_000;

    /// <summary>What something is called, or its singular alone.</summary>
    internal static ObjectForm Noun { get; } = new("a noun",
    [
        new("one", ValueForm.Name, "In the singular, as within a sentence") { Examples = ["agent", "issue"] },
        new("many", ValueForm.Name, "In the plural; as English forms it unless given") { IsOptional = true, Examples = ["people"] },
        new("article", ValueForm.Word("a", "an"), "What stands before it; by its first letter unless given") { IsOptional = true },
    ])
    {
        ShortFor = "one",
    };

    /// <summary><c>site.json</c>.</summary>
    public static FileForm Site { get; } = new(
        "site.json",
        "The site: what it is called, where it is published and which benchmarks it shows.",
        new ObjectForm("the site",
        [
            new("title", ValueForm.Name, "Title of the site"),
            new("description", ValueForm.Text, "One sentence for search engines"),
            new("base_url", ValueForm.BaseAddress, "Where the site is published, with a slash at the end; its path is the base path of all links")
            {
                Examples = ["https://example.org/board/"],
            },
            new("repository_url", ValueForm.Address, "The repository, for links to files and lines")
            {
                Examples = ["https://github.com/example/board"],
            },
            new("benchmarks", ValueForm.List(ValueForm.Identifier, atLeastOne: true, mostEntries: 200),
                "The benchmarks in the order of display, each the name of a folder in `data/benchmarks/`"),
            new("subject", ValueForm.Object(Noun), "What is measured, for headings, sentences and charts; a model unless given")
            {
                IsOptional = true,
            },
            new("subject_question", ValueForm.Text, "The question that the page of one of them answers, with `{name}` where its name stands; its heading")
            {
                IsOptional = true,
                Examples = ["How good is {name} at mending software?"],
            },
            new("footer", ValueForm.Text, "What the foot of every page says, such as licences")
            {
                IsOptional = true,
                Examples = ["Code: MIT. Figures: CC BY 4.0."],
            },
            new("licence", ValueForm.Address, "Address of the licence of the site's own data, for programs that look for it; figures of others keep the terms of their sources")
            {
                IsOptional = true,
                Examples = ["https://creativecommons.org/licenses/by/4.0/"],
            },
            new("prices_read_on", ValueForm.Date, "The day the list prices in `prices.csv` were last read. Costs of releases before it are shown a second time, counted anew at the prices of this day; without it they are not")
            {
                IsOptional = true,
                Examples = ["2026-08-05"],
            },
            new("featured", ValueForm.Identifier, "The benchmark on the home page, one of `benchmarks`"),
        ]));

    /// <summary><c>providers.csv</c>.</summary>
    public static TableForm Providers { get; } = new(
        "providers.csv",
        "The providers of models, one row each.",
        [
            new("id", ValueForm.Identifier, Presence.Filled, "Stable for ever", "openai"),
            new("name", ValueForm.Name, Presence.Filled, "Name for readers", "OpenAI"),
            new("url", ValueForm.Address, Presence.MayBeEmpty, "Its own site", "https://openai.com"),
            new("invented", ValueForm.Word("yes"), Presence.Optional,
                "An invented provider of the demonstration; its models are invented too", "yes"),
        ])
    {
        Key = "id",
        MostRows = MostOfModels,
    };

    /// <summary><c>models.csv</c>.</summary>
    public static TableForm Models { get; } = new(
        "models.csv",
        "The models of all benchmarks, one row each.",
        [
            new("id", ValueForm.Identifier, Presence.Filled, "Stable for ever", "gpt-5.2"),
            new("name", ValueForm.Name, Presence.Filled, "As its provider writes it", "GPT-5.2"),
            new("provider", ValueForm.Reference("provider", "providers.csv"), Presence.Filled, "Who offers it", "openai"),
            new("released", ValueForm.Date, Presence.MayBeEmpty, "The day it became available", "2025-12-11"),
            new("openness", ValueForm.Word("closed", "open-weights", "open"), Presence.MayBeEmpty,
                "How far it can be had; empty = not known", "closed"),
            new("licence", ValueForm.Name, Presence.Optional, "Licence of the model", "Apache-2.0"),
            new("aliases", ValueForm.Identifiers, Presence.Optional, "Former ids; their addresses lead here", "gpt-5.2-preview"),
            new("url", ValueForm.Address, Presence.Optional, "Its provider's page about it", "https://example.org/gpt-5.2"),
            new("notes", ValueForm.Text, Presence.Optional, "What a reader should know"),
        ])
    {
        Key = "id",
        MostRows = MostOfModels,
    };

    /// <summary><c>prices.csv</c>.</summary>
    public static TableForm Prices { get; } = new(
        "prices.csv",
        "List prices of tokens. Spans of one model must not overlap.",
        [
            new("model", ValueForm.Reference("model", "models.csv"), Presence.Filled, "The model", "gpt-5.2"),
            new("input_usd_per_mtok", ValueForm.Number(NumberRange.NotNegative), Presence.Filled,
                "US dollars per million input tokens", "1.75"),
            new("output_usd_per_mtok", ValueForm.Number(NumberRange.NotNegative), Presence.Filled,
                "US dollars per million output tokens", "14"),
            new("cached_input_usd_per_mtok", ValueForm.Number(NumberRange.NotNegative), Presence.Optional,
                "US dollars per million input tokens that come from a cache", "0.175"),
            new("valid_from", ValueForm.Date, Presence.MayBeEmpty, "First day; empty = not known", "2025-12-11"),
            new("valid_to", ValueForm.Date, Presence.MayBeEmpty, "The day it ended, not included; empty = open", "2026-06-01"),
            new("source", ValueForm.Text, Presence.Filled, "Address or name of where it was read", "https://example.org/prices"),
        ])
    {
        MayBeEmpty = true,
    };
}
