using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>
/// How a benchmark's numbers are made: its own prose with the limits first, then what its definition says, an example, the methods.
/// </summary>
internal static class MethodologyPage
{
    public static ScriptObject Model(SiteIndex index, ScoredBenchmark scored, Text? own, Text? methods)
    {
        var benchmark = scored.Benchmark;
        var model = new PageHead
        {
            Path = Addresses.Methodology(benchmark),
            Title = $"Methodology, {benchmark.ShortName}",
            Description = $"What {benchmark.Name} measures, how its numbers, intervals, ranks and tiers come about, and what it does not show.",
            Section = "methodology",
            Heading = $"How are the numbers of {benchmark.ShortName} made?",
            Trail = [(benchmark.ShortName, Addresses.Benchmark(benchmark))],
            Crumb = "Methodology",
            Invented = benchmark.Invented,
            Methodology = Addresses.Methodology(benchmark),
        }.Model(index);
        model["switcher"] = Models.List(index.Scored.Benchmarks, other => new ScriptObject
        {
            ["name"] = other.Benchmark.ShortName,
            ["path"] = Addresses.Methodology(other.Benchmark),
            ["current"] = ReferenceEquals(other, scored),
            ["invented"] = other.Benchmark.Invented,
        });
        model["summary"] = benchmark.Summary;
        model["own"] = own?.Body;
        model["level"] = Format.Level(benchmark.ConfidenceLevel);
        model["dimensions"] = Models.List(benchmark.Dimensions, dimension => Dimension(benchmark, dimension));
        model["scales"] = Scales(benchmark);
        model["methods"] = Models.List(benchmark.DeclaredMethods, method => new ScriptObject
        {
            ["name"] = method.DeclaredName,
            ["judges"] = Judges(benchmark, method),
            ["by"] = method.JudgedBy == JudgedBy.People ? "people" : "programs",
            ["description"] = method.Description,
        });
        model["agreement"] = Addresses.AgreementInFront(scored) is not null ? Addresses.Agreement(benchmark) : null;
        model["profiles"] = Models.List(benchmark.Profiles, profile => new ScriptObject
        {
            ["name"] = profile.Name,
            ["input"] = Format.Count(profile.InputTokens),
            ["output"] = Format.Count(profile.OutputTokens),
        });
        model["use_cases"] = UseCases(benchmark);
        model["equal_weights"] = benchmark.UseCaseWeights.IsEmpty;
        model["tiers"] = Models.List(WithTiers(benchmark), dimension => Tiers(benchmark, dimension));
        model["example"] = WorkedExample.Of(scored);
        model["general"] = methods?.Body;
        model["contents"] = Contents.Model(ContentsOf(benchmark, own, methods, model["example"] is not null));
        return model;
    }

    /// <summary>The judges of a method that are shown apart, the default first; null where all are averaged.</summary>
    private static string? Judges(Benchmark benchmark, Method method)
    {
        var judges = benchmark.Methods.Where(view => view.View is { IsAverage: false } shown && shown.Method == method.Id)
            .Select(view => view.View!.JudgeName)
            .ToArray();
        return judges switch
        {
            [] => null,
            [var only] => $"Its judge is {only}.",
            [var first, ..] => $"{Format.Counted(judges.Length, "judge")}, each with a board of its own and never averaged unless asked: {Format.List(judges)}. Boards show {first} first.",
        };
    }

    /// <summary>The headings of the page, in the order of the template.</summary>
    private static IEnumerable<(string Id, string Name)> ContentsOf(Benchmark benchmark, Text? own, Text? methods, bool withExample)
    {
        var defined = new List<(string, string)> { ("measured", "Everything that is measured") };
        defined.AddRange(ScaleGroups(benchmark).Select((_, i) => (ScaleId(i), "What the grades mean")).Take(1));
        defined.Add(("who-judges", "Who judges"));
        defined.Add(("use-cases", "Use cases"));
        defined.AddRange(WithTiers(benchmark).Select(dimension => (TiersId(dimension), $"Tiers of {dimension.Name}")));
        if (withExample)
        {
            defined.Add(("example", "An example from the board"));
        }

        return [.. own is null ? [] : Contents.Of(own.Body), .. defined, .. methods is null ? [] : Contents.Of(methods.Body)];
    }

    private static IEnumerable<Dimension> WithTiers(Benchmark benchmark) =>
        benchmark.Dimensions.Where(dimension => dimension.Tiers is not null);

    private static string ScaleId(int index) => $"grades-{Format.Plain(index + 1)}";

    private static string TiersId(Dimension dimension) => $"tiers-{dimension.Id}";

    private static ScriptObject Dimension(Benchmark benchmark, Dimension dimension) => new()
    {
        ["id"] = dimension.Id,
        ["name"] = dimension.Name,
        ["description"] = dimension.Description,
        ["unit"] = DimensionText.Unit(benchmark, dimension),
        ["better"] = DimensionText.Better(dimension.Better),
        ["metrics"] = Models.List(
            dimension.Metrics.SelectMany(metric => metric.Parts.Prepend(metric), (parent, metric) => (parent, metric)),
            entry => Metric(benchmark, entry.metric, isPart: !ReferenceEquals(entry.parent, entry.metric))),
    };

    private static ScriptObject Metric(Benchmark benchmark, Metric metric, bool isPart) => new()
    {
        ["name"] = metric.Name,
        ["is_part"] = isPart,
        ["description"] = metric.Description,
        ["how"] = string.Join("; ", How(benchmark, metric, isPart)),
    };

    private static IEnumerable<string> How(Benchmark benchmark, Metric metric, bool isPart)
    {
        yield return metric switch
        {
            { PassPower: { } k } => $"share of tasks solved in {(k == 1 ? "a single try" : $"all of {Format.Plain(k)} tries")}, percent",
            { Parts.IsEmpty: false } => $"mean of its {Format.Plain(metric.Parts.Length)} parts",
            { Unit: Unit.Grade, Scale: { } scale } => $"grade from {Format.Plain(scale.Lowest)} to {Format.Plain(scale.Highest)}",
            { Unit: Unit.Percent } => "percent",
            { Unit: Unit.Seconds } => $"{StatisticName(metric.Statistic)}, seconds",
            _ => $"US dollars a {benchmark.CallNoun}",
        };
        yield return DimensionText.Better(metric.Better);
        if (benchmark.DeclaredMethods.Skip(1).Any())
        {
            var methods = benchmark.DeclaredMethods.Where(method => metric.Methods.Contains(method.Id)).Select(method => method.DeclaredName);
            yield return $"method: {Format.List([.. methods])}";
        }

        if (!metric.Counted && !isPart)
        {
            yield return "shown beside the mean, not counted in it";
        }
    }

    private static string StatisticName(Statistic statistic) => statistic switch
    {
        Statistic.P50 => "median",
        Statistic.P95 => "95th percentile",
        Statistic.P99 => "99th percentile",
        _ => "mean",
    };

    /// <summary>Scales with words for their grades, each once, with the metrics that use it.</summary>
    private static IEnumerable<IGrouping<string, Metric>> ScaleGroups(Benchmark benchmark) => benchmark.AllMetrics
        .Where(metric => metric.Scale is { Grades.IsEmpty: false })
        .GroupBy(metric => string.Join('|', metric.Scale!.Grades));

    private static ScriptArray Scales(Benchmark benchmark) =>
        Models.List(ScaleGroups(benchmark).Select((group, i) => (Metrics: group, Index: i)), scale => new ScriptObject
        {
            ["id"] = ScaleId(scale.Index),
            ["metrics"] = Format.List([.. scale.Metrics.Select(metric => metric.Name)]),
            ["grades"] = Models.List(scale.Metrics.First().Scale!.Grades, grade => new ScriptObject
            {
                ["value"] = Format.Plain(grade.Value),
                ["name"] = grade.Name,
                ["meaning"] = grade.Meaning,
            }),
        });

    private static ScriptArray UseCases(Benchmark benchmark) => Models.List(benchmark.UseCases, useCase => new ScriptObject
    {
        ["name"] = useCase.Name,
        ["path"] = Addresses.UseCase(benchmark, useCase),
        ["area"] = useCase.Area,
        ["type"] = useCase.Type,
        ["profile"] = benchmark.Profiles.FirstOrDefault(profile => profile.Id == useCase.Profile)?.Name,
        ["calls"] = useCase.CallsPerYear is { } calls ? Format.Count(calls) : null,
        ["weight"] = Format.Compact(benchmark.UseCaseWeights.GetValueOrDefault(useCase.Id, 1.0)),
    });

    private static ScriptObject Tiers(Benchmark benchmark, Dimension dimension) => new()
    {
        ["id"] = TiersId(dimension),
        ["name"] = dimension.Name,
        ["reason"] = dimension.Tiers!.Reason,
        ["as_published"] = dimension.Tiers.AsPublished,
        ["bands"] = Models.List(dimension.Tiers.Bands.Select((band, i) => (band, i)), entry => new ScriptObject
        {
            ["tier"] = Figure.Tier(dimension, new TierSpan(entry.i, entry.i)),
            ["bounds"] = Bounds(dimension.Tiers, entry.i, benchmark.CallNoun),
        }),
    };

    private static string Bounds(Tiers tiers, int band, string noun) => tiers.AsPublished
        ? "as its source printed it"
        : tiers.Bands[band].UpTo is { } most
            ? $"up to {Format.Usd(most)} a {noun}"
            : band > 0 && tiers.Bands[band - 1].UpTo is { } least ? $"more than {Format.Usd(least)} a {noun}" : "any amount";
}
