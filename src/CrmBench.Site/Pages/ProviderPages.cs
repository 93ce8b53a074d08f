using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>All providers, and one with its models on all boards.</summary>
internal static class ProviderPages
{
    public static ScriptObject Index(SiteIndex index)
    {
        var model = new PageHead
        {
            Path = Addresses.Providers,
            Title = "Providers",
            Description = "Who makes or offers the models on this site, and which of them are measured.",
            Section = "providers",
            Heading = "Who offers the models?",
        }.Model(index);
        model["counts"] = Format.Counted(index.Providers.Count(provider => !provider.Invented), "provider");
        model["rows"] = Models.List(index.Providers.OrderBy(provider => provider.Invented), provider => new ScriptObject
        {
            ["name"] = provider.Name,
            ["path"] = Addresses.Provider(provider.Id),
            ["invented"] = provider.Invented,
            ["count"] = Format.Counted(index.ModelsOf(provider).Count(), "model"),
            ["models"] = Models.List(index.ModelsOf(provider), card => new ScriptObject
            {
                ["name"] = card.Name,
                ["path"] = Addresses.Model(card.Id),
            }),
        });
        return model;
    }

    public static ScriptObject One(SiteIndex index, Provider provider)
    {
        var cards = index.ModelsOf(provider).ToImmutableArray();
        var model = new PageHead
        {
            Path = Addresses.Provider(provider.Id),
            Title = provider.Name,
            Description = $"The models of {provider.Name} on every leaderboard of this site.",
            Section = "providers",
            Heading = $"How do the models of {provider.Name} do?",
            Trail = [("Providers", Addresses.Providers)],
            Invented = provider.Invented,
        }.Model(index);
        model["name"] = provider.Name;
        model["url"] = provider.Url;
        model["host"] = provider.Url is { } url ? new Uri(url).Host : null;
        model["counts"] = Format.Counted(cards.Length, "model");
        model["table"] = ModelIndexPage.Table(index, cards);
        return model;
    }
}
