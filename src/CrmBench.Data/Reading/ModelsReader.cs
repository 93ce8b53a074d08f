using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>providers.csv</c> and <c>models.csv</c>.</summary>
internal static class ModelsReader
{
    /// <summary>What was read.</summary>
    /// <param name="Models">The models whose rows were right.</param>
    /// <param name="Providers">The providers whose rows were right.</param>
    /// <param name="Names">The models that are declared, even if their rows have errors.</param>
    public sealed record Result(
        ImmutableSortedDictionary<string, ModelCard> Models, ImmutableSortedDictionary<string, Provider> Providers, KnownNames Names);

    /// <summary>All providers and models.</summary>
    public static Result Read(Folder data, DiagnosticBag diagnostics)
    {
        var providers = ReadProviders(data, diagnostics, out var providerNames);
        var declared = new List<string>();
        var models = ImmutableSortedDictionary.CreateBuilder<string, ModelCard>(StringComparer.Ordinal);
        var aliases = new List<(string Owner, Alias Alias)>();
        using var table = data.Table(SiteForms.Models, required: true);
        if (table is not null)
        {
            ReadModels(table, providerNames, providers, declared, models, aliases);
        }

        Aliases.CheckTaken("model", declared, aliases, diagnostics);
        return new Result(models.ToImmutable(), providers, Declared("model", "data/models.csv", declared, table));
    }

    private static ImmutableSortedDictionary<string, Provider> ReadProviders(Folder data, DiagnosticBag diagnostics, out KnownNames names)
    {
        var declared = new List<string>();
        var providers = ImmutableSortedDictionary.CreateBuilder<string, Provider>(StringComparer.Ordinal);
        using var table = data.Table(SiteForms.Providers, required: true);
        if (table is null)
        {
            names = Declared("provider", "data/providers.csv", declared, table);
            return providers.ToImmutable();
        }

        var (id, name, url, invented) = (table.Column("id"), table.Column("name"), table.Column("url"), table.Column("invented"));
        var firsts = new FirstPlaces<string>();
        var called = new List<(string Id, Located<string> Name)>();
        while (table.Read())
        {
            var provider = new Provider(
                table.UniqueIdentifier(id, firsts),
                table.Name(name),
                table.OptionalAddress(url),
                table.Word(invented) == 0);
            declared.Add(provider.Id);
            if (table.Complete)
            {
                providers[provider.Id] = provider;
                called.Add((provider.Id, table.Located(name)));
            }
        }

        foreach (var (provider, first) in ReadAlike.Of(called, provider => provider.Name.Value))
        {
            diagnostics.Report(Problems.NameTaken(provider.Name.Place, "provider", provider.Name.Value, first.Id));
        }

        names = Declared("provider", "data/providers.csv", declared, table);
        return providers.ToImmutable();
    }

    // An identifier that was wrong is empty here.
    private static KnownNames Declared(string kind, string file, List<string> ids, CsvTable? table) =>
        new(kind, file, [.. ids.Where(id => id.Length > 0)], table is { IsSound: true } && !ids.Contains(""));

    private static void ReadModels(
        CsvTable table,
        KnownNames providerNames,
        ImmutableSortedDictionary<string, Provider> providers,
        List<string> declared,
        ImmutableSortedDictionary<string, ModelCard>.Builder models,
        List<(string Owner, Alias Alias)> aliases)
    {
        var (id, name, provider, released) = (table.Column("id"), table.Column("name"), table.Column("provider"), table.Column("released"));
        var (openness, licence) = (table.Column("openness"), table.Column("licence"));
        var (url, notes) = (table.Column("url"), table.Column("notes"));
        var former = table.Column("aliases");
        var firsts = new FirstPlaces<string>();
        var looks = new Looks();
        while (table.Read())
        {
            var formerIds = Aliases.Of(table, former);
            var model = new ModelCard
            {
                Id = table.UniqueIdentifier(id, firsts),
                Name = table.Name(name),
                Provider = table.Reference(provider, providerNames),
                Released = table.OptionalDate(released),
                Openness = (Openness)(table.Word(openness) + 1),
                Licence = table.Prose(licence),
                Aliases = [.. formerIds.Select(alias => alias.Id)],
                Url = table.OptionalAddress(url),
                Notes = table.Prose(notes),
                Invented = false,
            };
            declared.Add(model.Id);
            aliases.AddRange(formerIds.Select(alias => (model.Id, alias)));
            table.CheckLook(name, looks);
            if (table.Complete)
            {
                models[model.Id] = model with { Invented = providers.TryGetValue(model.Provider, out var card) && card.Invented };
            }
        }
    }
}

/// <summary>Reads <c>prices.csv</c>. A table without rows is right: a site may know no prices.</summary>
internal static class PricesReader
{
    /// <summary>The prices whose rows were right, in the order of the file.</summary>
    public static ImmutableArray<TokenPrice> Read(Folder data, KnownNames models, DiagnosticBag diagnostics)
    {
        using var table = data.Table(SiteForms.Prices, required: true);
        if (table is null)
        {
            return [];
        }

        var (model, input, output) = (table.Column("model"), table.Column("input_usd_per_mtok"), table.Column("output_usd_per_mtok"));
        var (cached, from, to) = (table.Column("cached_input_usd_per_mtok"), table.Column("valid_from"), table.Column("valid_to"));
        var source = table.Column("source");
        var prices = new List<Located<TokenPrice>>();
        while (table.Read())
        {
            var price = new TokenPrice(
                table.Reference(model, models),
                table.Number(input, out _),
                table.Number(output, out _),
                table.OptionalNumber(cached),
                table.OptionalDate(from),
                table.OptionalDate(to),
                table.Name(source));
            if (price.ValidTo <= price.ValidFrom)
            {
                table.Fail(Problems.PriceSpanEmpty(table.RowPlace, price));
            }

            if (table.Complete)
            {
                prices.Add(new Located<TokenPrice>(price, table.RowPlace));
            }
        }

        CheckOverlaps(prices, diagnostics);
        return [.. prices.Select(price => price.Value)];
    }

    private static void CheckOverlaps(List<Located<TokenPrice>> prices, DiagnosticBag diagnostics)
    {
        foreach (var ofModel in prices.GroupBy(price => price.Value.Model))
        {
            // In the order of first days, each span must begin after the latest end so far.
            Located<TokenPrice>? longest = null;
            foreach (var price in ofModel.OrderBy(price => price.Value.ValidFrom ?? DateOnly.MinValue))
            {
                if (longest is not null && (price.Value.ValidFrom ?? DateOnly.MinValue) < End(longest))
                {
                    diagnostics.Report(Problems.PricesOverlap(price.Place, ofModel.Key, longest.Place));
                }

                longest = longest is null || End(price) > End(longest) ? price : longest;
            }
        }
    }

    private static DateOnly End(Located<TokenPrice> price) => price.Value.ValidTo ?? DateOnly.MaxValue;
}
