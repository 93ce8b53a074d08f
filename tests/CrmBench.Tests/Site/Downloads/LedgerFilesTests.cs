using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Site.Downloads;
using CrmBench.Tests.Core.Comparing;
using CrmBench.Tests.Site.Rendering;

namespace CrmBench.Tests.Site.Downloads;

public class LedgerFilesTests
{
    private static readonly Catalogue Ledger = TwoStates.Of(("one", 90), ("two", 80))
        .With("one", submission => submission with
        {
            SubmittedOn = new DateOnly(2026, 5, 1),
            Corrections = [new(new DateOnly(2026, 7, 1), "=1+1"), new(new DateOnly(2026, 7, 1), "Again.")],
            Withdrawn = new Withdrawal(new DateOnly(2026, 8, 1), "Wrong, and \"more\"."),
        });

    private static string Csv(Catalogue catalogue) =>
        Encoding.UTF8.GetString(LedgerFiles.Table.WriteCsv(LedgerFiles.Lines(catalogue, Sites.Paths("/changes/"))));

    private static JsonElement[] Json(Catalogue catalogue)
    {
        using var json = JsonDocument.Parse(LedgerFiles.WriteJson(catalogue, Sites.Paths("/changes/")));
        Assert.Equal(1, json.RootElement.GetProperty("schema").GetInt32());
        return [.. json.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.Clone())];
    }

    [Fact]
    public void One_result_of_one_entry_is_one_row_newest_first()
    {
        var lines = Csv(Ledger).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            ["2026-08-01,withdrawn", "2026-07-01,corrected", "2026-07-01,corrected", "2026-06-01,release", "2026-05-01,added"],
            lines.Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))));
        Assert.Contains(",true,one,one,one,tests,\"Wrong, and \"\"more\"\".\",", lines[1], StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", lines[2] + lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_without_results_of_its_own_is_a_row_without_result()
    {
        var lines = Csv(Ledger.With("two", submission => submission with { SubmittedOn = new DateOnly(2026, 5, 1) })).Split('\n').Skip(1);

        Assert.StartsWith("2026-06-01,release,bench,r,true,,,,,", lines.Single(line => line.Contains(",release,", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_same_entries_each_with_an_address_of_its_own()
    {
        var entries = Json(Ledger);

        Assert.Equal(
            ["withdrawn", "corrected", "corrected", "release", "added"], entries.Select(entry => entry.GetProperty("kind").GetString()));
        Assert.Equal(entries.Length, entries.Select(entry => entry.GetProperty("entry").GetString()).Distinct().Count());
        Assert.Equal("tests", entries[0].GetProperty("results")[0].GetProperty("submitted_by").GetString());
    }

    // An entry that was linked to keeps its address when later ones come.
    [Fact]
    public void A_second_correction_of_a_day_changes_no_address()
    {
        var first = Json(Ledger.With("one", submission => submission with { Corrections = [submission.Corrections[0]] }));
        var both = Json(Ledger);

        var address = first.Single(entry => entry.GetProperty("kind").GetString() == "corrected").GetProperty("entry").GetString();
        Assert.Equal("=1+1", both.Single(entry => entry.GetProperty("entry").GetString() == address).GetProperty("reason").GetString());
    }
}
