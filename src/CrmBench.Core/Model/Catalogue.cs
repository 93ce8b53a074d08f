using System.Collections.Immutable;

namespace CrmBench.Core.Model;

/// <summary>Everything read from <c>data/</c>: what the whole site is made of.</summary>
public sealed record Catalogue
{
    /// <summary>The site's own settings.</summary>
    public required SiteSettings Site { get; init; }

    /// <summary>The models by identifier.</summary>
    public required ImmutableSortedDictionary<string, ModelCard> Models { get; init; }

    /// <summary>The providers by identifier.</summary>
    public required ImmutableSortedDictionary<string, Provider> Providers { get; init; }

    /// <summary>The list prices, in the order of the file.</summary>
    public required ImmutableArray<TokenPrice> Prices { get; init; }

    /// <summary>The benchmarks, in the site's order.</summary>
    public required ImmutableArray<Benchmark> Benchmarks { get; init; }
}

/// <summary>What <c>site.json</c> says.</summary>
/// <param name="Title">Title of the site.</param>
/// <param name="Description">One sentence for search engines and feeds.</param>
/// <param name="BaseUrl">Absolute address of the site's root, with a final slash; its path is the base path of every link.</param>
/// <param name="RepositoryUrl">Address of the repository, without a final slash.</param>
/// <param name="Benchmarks">Identifiers of the benchmarks in the order of display.</param>
/// <param name="Featured">Identifier of the benchmark on the home page.</param>
public sealed record SiteSettings(
    string Title,
    string Description,
    Uri BaseUrl,
    string RepositoryUrl,
    ImmutableArray<string> Benchmarks,
    string Featured)
{
    /// <summary>The address that the site's file names; <see cref="BaseUrl"/> may be another for one build.</summary>
    public Uri OwnUrl { get; init; } = BaseUrl;

    /// <summary>The state of the repository that links to its files lead to: a branch, or the commit that the site is built from.</summary>
    public string Revision { get; init; } = "main";

    /// <summary>What stands for a name in <see cref="SubjectQuestion"/>.</summary>
    public const string NameInQuestion = "{name}";

    /// <summary>What is measured: models, agents, systems.</summary>
    public Noun Subject { get; init; } = Noun.Model;

    /// <summary>The question that the page of one of them answers, with <c>{name}</c> where its name stands.</summary>
    public string SubjectQuestion { get; init; } = "How good is {name}?";

    /// <summary>The question that the page of a model answers, in three: what stands before its name, the name, and what follows.</summary>
    public (string Before, string Name, string After) QuestionOf(ModelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var at = SubjectQuestion.IndexOf(NameInQuestion, StringComparison.Ordinal);
        return (
            SubjectQuestion[..at],
            card.Name,
            SubjectQuestion[(at + NameInQuestion.Length)..].Replace(NameInQuestion, card.Name, StringComparison.Ordinal));
    }

    /// <summary>Address of the licence of the site's own data, or null; figures of others keep the terms of their sources.</summary>
    public string? Licence { get; init; }

    /// <summary>The day the list prices were last read, or null: costs of older releases are counted anew at those of this day.</summary>
    public DateOnly? PricesReadOn { get; init; }

    /// <summary>What the foot of every page says, such as licences; one paragraph.</summary>
    public string Footer { get; init; } = "";
}
