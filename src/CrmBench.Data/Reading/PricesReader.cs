using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

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
