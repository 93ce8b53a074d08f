using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Data.Values;
using CrmBench.Site.Words;

namespace CrmBench.Site.Api;

/// <summary>The benchmarks: what each measures and how.</summary>
internal static class BenchmarkList
{
    public static void Write(Utf8JsonWriter json, ScoredCatalogue scored) =>
        json.WriteObjects("benchmarks", scored.Benchmarks, entry =>
        {
            var benchmark = entry.Benchmark;
            json.WriteString("id", benchmark.Id);
            json.WriteString("name", benchmark.Name);
            json.WriteString("short_name", benchmark.ShortName);
            json.WriteString("question", benchmark.Question);
            json.WriteString("summary", benchmark.Summary);
            json.WriteBoolean("invented", benchmark.Invented);
            json.WriteNumber("confidence_level", benchmark.ConfidenceLevel);
            json.WriteString("comparisons", benchmark.Holm ? "holm" : "each");
            json.WriteString("rank_by", benchmark.RankBy);
            json.WriteString("unranked", benchmark.Unranked);
            json.WriteTexts("reference_models", benchmark.ReferenceModels);
            json.WriteString("front", benchmark.Front?.Id);
            json.WriteTexts("releases", benchmark.Releases.Select(release => release.Id));
            json.WritePath("page", Addresses.Benchmark(benchmark));
            json.WritePath("methodology", Addresses.Methodology(benchmark));
            json.WriteObjects("methods", benchmark.Methods, method => WriteMethod(json, method));
            json.WriteObjects("profiles", benchmark.Profiles, profile =>
            {
                json.WriteString("id", profile.Id);
                json.WriteString("name", profile.Name);
                json.WriteNumber("input_tokens", profile.InputTokens);
                json.WriteNumber("output_tokens", profile.OutputTokens);
            });
            json.WriteObjects("dimensions", benchmark.Dimensions, dimension => WriteDimension(json, dimension));
            json.WriteObjects("use_cases", benchmark.UseCases.Where(useCase => !useCase.IsWhole), useCase => WriteUseCase(json, benchmark, useCase));
        });

    private static void WriteMethod(Utf8JsonWriter json, Method method)
    {
        json.WriteString("id", method.Id);
        json.WriteString("name", method.Name);
        json.WriteString("judged_by", ResultWords.Of(method.JudgedBy));
        json.WriteString("description", method.Description);
    }

    private static void WriteDimension(Utf8JsonWriter json, Dimension dimension)
    {
        json.WriteString("id", dimension.Id);
        json.WriteString("name", dimension.Name);
        json.WriteString("description", dimension.Description);
        json.WriteString("unit", ResultWords.Of(dimension.Unit));
        json.WriteString("better", ResultWords.Of(dimension.Better));
        json.WriteObjects("metrics", dimension.Metrics, metric =>
        {
            WriteMetric(json, metric);
            json.WriteObjects("parts", metric.Parts, part => WriteMetric(json, part));
        });
        json.WriteObjects("tiers", dimension.Tiers?.Bands ?? [], band =>
        {
            json.WriteString("id", band.Id);
            json.WriteString("name", band.Name);
            json.WriteKnown("up_to", band.UpTo);
        });
    }

    private static void WriteMetric(Utf8JsonWriter json, Metric metric)
    {
        json.WriteString("id", metric.Id);
        json.WriteString("name", metric.Name);
        json.WriteString("description", metric.Description);
        json.WriteString("unit", ResultWords.Of(metric.Unit));
        json.WriteKnown("unit_name", metric.UnitName);
        json.WriteString("better", ResultWords.Of(metric.Better));
        json.WriteBoolean("counted", metric.Counted);
        json.WriteTexts("methods", metric.Methods);
        json.WriteKnown("lowest", metric.Scale?.Lowest);
        json.WriteKnown("highest", metric.Scale?.Highest);
    }

    private static void WriteUseCase(Utf8JsonWriter json, Benchmark benchmark, UseCase useCase)
    {
        json.WriteString("id", useCase.Id);
        json.WriteString("name", useCase.Name);
        json.WriteKnown("area", useCase.Area);
        json.WriteKnown("type", useCase.Type);
        json.WriteString("profile", useCase.Profile);
        json.WriteCarried("weight", benchmark.WeightOf(useCase));
        json.WritePath("page", Addresses.UseCase(benchmark, useCase));
    }
}
