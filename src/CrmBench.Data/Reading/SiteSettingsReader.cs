using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads <c>site.json</c>.</summary>
internal static class SiteSettingsReader
{
    /// <summary>The settings, or null after a report of why they cannot be used.</summary>
    /// <param name="data">The folder <c>data/</c>.</param>
    /// <param name="folders">The benchmarks that are there.</param>
    /// <param name="diagnostics">Takes all problems.</param>
    public static SiteSettings? Read(Folder data, ImmutableArray<string> folders, DiagnosticBag diagnostics)
    {
        if (data.Json(SiteForms.Site) is not { } json)
        {
            return null;
        }

        var title = json.Text("title");
        var description = json.Text("description");
        var baseUrl = json.BaseAddress("base_url");
        var repository = json.Address("repository_url");
        var benchmarks = json.Texts("benchmarks");
        var featured = json.IdentifierText("featured");

        var subject = NounReader.Read(json, "subject") ?? Noun.Model;
        var question = json.OptionalText("subject_question");
        if (question?.Contains(SiteSettings.NameInQuestion, StringComparison.Ordinal) == false)
        {
            json.Fail(Problems.QuestionWithoutName(json.PlaceOf("subject_question"), question));
        }

        var footer = json.OptionalText("footer") ?? "";
        var licence = json.Address("licence");
        var pricesReadOn = json.OptionalDate("prices_read_on");

        CheckBenchmarks(json, benchmarks, folders, diagnostics);
        if (featured.Length > 0 && benchmarks.Length > 0 && benchmarks.All(id => id.Value != featured))
        {
            json.Fail(Problems.FeaturedNotListed(new Located<string>(featured, json.PlaceOf("featured")), benchmarks.Select(id => id.Value)));
        }

        if (!json.ReportUnknownProperties() || baseUrl is null || repository is null)
        {
            return null;
        }

        var settings = new SiteSettings(
            title, description, baseUrl, repository.AbsoluteUri.TrimEnd('/'), [.. benchmarks.Select(id => id.Value)], featured)
        {
            Subject = subject,
            Footer = footer,
            Licence = licence?.AbsoluteUri,
            PricesReadOn = pricesReadOn,
        };
        return question is null ? settings : settings with { SubjectQuestion = question };
    }

    private static void CheckBenchmarks(
        JsonObject json, ImmutableArray<Located<string>> benchmarks, ImmutableArray<string> folders, DiagnosticBag diagnostics)
    {
        var firsts = new FirstPlaces<string>();
        foreach (var id in benchmarks)
        {
            if (!Identifier.IsValid(id.Value))
            {
                json.Fail(Problems.IdentifierInvalid(id));
            }
            else if (firsts.Before(id.Value, id.Place) is { } first)
            {
                json.Fail(Problems.DuplicateIdentifier(id, first));
            }
            else if (!folders.Contains(id.Value))
            {
                diagnostics.Report(Problems.BenchmarkWithoutFolder(id, folders));
            }
        }

        foreach (var folder in folders.Where(folder => benchmarks.All(id => id.Value != folder)))
        {
            diagnostics.Report(Problems.BenchmarkNotListed($"data/benchmarks/{folder}"));
        }
    }
}

/// <summary>Reads what something is called, in <c>site.json</c> and in <c>benchmark.json</c>.</summary>
internal static class NounReader
{
    /// <summary>The noun of a property, or null where it is left out or wrong.</summary>
    public static Noun? Read(JsonObject json, string property) => json.OptionalChild(property, noun =>
    {
        var (one, many) = (noun.Text("one"), noun.OptionalText("many"));
        var article = noun.Has("article") ? noun.OptionalWord("article") : null;
        return one.Length == 0 ? null : Noun.Of(one, many, article);
    });
}
