using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>
/// What a release shows about judges and people: whether a judge orders the models as people do, how far it agrees on single responses,
/// and what follows for somebody who thinks of using a judge instead of people. Every sentence is chosen by the figures.
/// </summary>
internal sealed class AgreementFinding
{
    // Krippendorff's customary limit for cautious conclusions serves for correlations too; the page's prose says so.
    private const double Close = 0.667;

    private readonly Benchmark _benchmark;
    private readonly Release _release;
    private readonly AgreementReport _agreement;
    private readonly ImmutableArray<(Metric Metric, MethodAgreement Methods)> _compared;

    private readonly IReadOnlyDictionary<string, ModelCard> _models;

    private string _about = "";

    private AgreementFinding(
        SiteIndex index,
        Benchmark benchmark,
        Release release,
        AgreementReport agreement,
        ImmutableArray<(Metric Metric, MethodAgreement Methods)> compared) =>
        (_models, _benchmark, _release, _agreement, _compared) = (index.Scored.Catalogue.Models, benchmark, release, agreement, compared);

    /// <summary>The finding, or null where people and programs did not rate the same responses.</summary>
    /// <param name="index">Everything scored.</param>
    /// <param name="benchmark">The benchmark.</param>
    /// <param name="release">The release.</param>
    /// <param name="agreement">Its agreement.</param>
    /// <param name="about">The judge that the sentences speak of; null, or a method of people, for the first.</param>
    public static AgreementFinding? Of(
        SiteIndex index, Benchmark benchmark, Release release, AgreementReport agreement, Method? about = null)
    {
        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
        var counted = CountedMetrics.Of(rankBy).ToHashSet();
        ImmutableArray<(Metric Metric, MethodAgreement Methods)> all =
            [.. agreement.Metrics.SelectMany(metric => metric.Methods, (metric, methods) => (metric.Metric, methods))];
        ImmutableArray<(Metric Metric, MethodAgreement Methods)> compared = all.Any(entry => counted.Contains(entry.Metric))
            ? [.. all.Where(entry => counted.Contains(entry.Metric))]
            : all;
        return compared.IsEmpty ? null : new(index, benchmark, release, agreement, compared)
        {
            _about = compared.Select(entry => entry.Methods.Programs.Id).FirstOrDefault(id => id == about?.Id) ?? compared[0].Methods.Programs.Id,
        };
    }

    /// <summary>The comparisons of the judge, or of the average of judges, that the sentences speak of.</summary>
    private ImmutableArray<(Metric Metric, MethodAgreement Methods)> First =>
        [.. _compared.Where(entry => entry.Methods.Programs.Id == _about)];

    /// <summary>The figures that the verdict stands on.</summary>
    public string Figures()
    {
        var over = Format.Counted(First.Max(entry => entry.Methods.Submissions), Judged);
        var orders = First.Select(entry => $"{DimensionText.InSentence(entry.Metric.Name)} {Correlation(entry.Methods)}").ToArray();
        var pairs = Told == 0 ? "" : $" Of {Format.Plural(Told, "pair", "pairs")} that people tell apart it puts {Format.Count(Alike)} the same way round.";
        return $"Its order of {over} against that of people, by Spearman: {Format.List(orders)}.{pairs}";
    }

    /// <summary>One sentence for somebody who thinks of using the judge.</summary>
    public string Verdict()
    {
        var judge = JudgeText.InSentence(First[0].Methods.Programs);
        if (Told == 0)
        {
            return $"People tell no two {Judged.Many} apart here, so nothing shows whether {judge} orders them as people do.";
        }

        var isAlike = 3 * Alike >= 2 * Told;
        var puts = isAlike
            ? $"puts {(Alike == Told ? "every pair" : "most pairs")} of {Judged.Many} that people tell apart the same way round"
            : $"often orders {Judged.Many} that people tell apart otherwise than they do";
        var orders = First.All(entry => OrderOf(entry.Methods) == Order.AsPeople)
            ? "and orders all of them much as people do"
            : $"{(isAlike ? "but" : "and")} is not shown to order the rest as they would";
        var single = First.Any(entry => entry.Methods.SpearmanOfResponses is < 0.8)
            ? "; for a single response it is no stand-in for a person"
            : "";
        return $"On this evidence {judge} {puts}, {orders}{single}.";
    }

    /// <summary>How the other judges do beside the first; null where there is one.</summary>
    public string? Others()
    {
        var others = _compared.Where(entry => entry.Methods.Programs is { View: { IsAverage: false } } programs
            && programs.Id != First[0].Methods.Programs.Id && entry.Methods.Spearman is not null).ToArray();
        if (others.Length < 2 || others.Select(entry => entry.Metric).Distinct().Count() > 1)
        {
            return null;
        }

        var worst = others.MinBy(entry => entry.Methods.Spearman)!;
        var best = others.MaxBy(entry => entry.Methods.Spearman)!;
        var all = others.Append(First[0]).Select(entry => entry.Methods.SpearmanInterval).ToArray();
        var overlap = all.All(interval => interval is not null) && all.Max(interval => interval!.Low) <= all.Min(interval => interval!.High);
        return $"The other judges run from {Coefficient(worst.Methods.Spearman)} ({JudgeText.Name(worst.Methods.Programs)}) to "
            + $"{Coefficient(best.Methods.Spearman)} ({JudgeText.Name(best.Methods.Programs)})"
            + (overlap ? $"; all their intervals overlap, so on the order of {_benchmark.Subject.Many} no judge is shown to be better than another." : ".");
    }

    /// <summary>What follows for somebody who thinks of using a judge instead of people, a sentence or two each.</summary>
    public ImmutableArray<string> Meaning() => [.. Sentences().OfType<string>()];

    /// <summary>One row for each judge and metric.</summary>
    public ImmutableArray<JudgeRow> Rows() => [.. _compared.Select(entry =>
    {
        var (metric, methods) = entry;
        string Key(string figure) => FigureKey.Methods(_release, _benchmark.Id, metric, methods, figure);
        return new JudgeRow(
            Judge: JudgeText.Name(methods.Programs),
            First: methods.Programs.Id == First[0].Methods.Programs.Id && methods.Programs.View is not null && SeveralJudges,
            Metric: metric.Name,
            Order: Figure.Coefficient(Key("spearman"), methods.Spearman, methods.SpearmanInterval),
            Pairs: methods.ToldPairs.IsEmpty
                ? "none told apart"
                : $"{Format.Count(methods.ToldPairs.Count(pair => pair.Alike))} of {Format.Count(methods.ToldPairs.Length)}",
            Responses: Figure.Coefficient(Key("responses"), methods.SpearmanOfResponses),
            Own: Own(methods.Programs));
    })];

    /// <summary>Whether several judges are compared with people one by one.</summary>
    public bool SeveralJudges => _compared.Select(entry => entry.Methods.Programs.Id).Distinct().Skip(1).Any();

    /// <summary>Whether several metrics are compared.</summary>
    public bool SeveralMetrics => _compared.Select(entry => entry.Metric.Id).Distinct().Skip(1).Any();

    private int Told => First.Sum(entry => entry.Methods.ToldPairs.Length);

    private int Alike => First.Sum(entry => entry.Methods.ToldPairs.Count(pair => pair.Alike));

    private Noun Judged => _release.Submissions.Select(submission => submission.Model).Distinct().Count() == _release.Submissions.Length
        ? _benchmark.Subject
        : Noun.Of("system");

    private IEnumerable<string?> Sentences()
    {
        var judge = JudgeText.InSentence(First[0].Methods.Programs);
        if (Alike < Told)
        {
            yield return $"Of {Format.Plural(Told, "pair", "pairs")} that people tell apart, {judge} put {Format.Count(Told - Alike)} the other way round or level.";
        }

        yield return OneApart();
        var all = First.Sum(entry => entry.Methods.Pairs);
        if (all > Told)
        {
            yield return $"People’s ratings do not tell the other {Format.Count(all - Told)} of {Format.Count(all)} pairs apart. There is no right order to find, and a judge's order of such {Judged.Many} is not evidence.";
        }

        var open = First.Where(entry => OrderOf(entry.Methods) == Order.NotShown).Select(entry => DimensionText.InSentence(entry.Metric.Name)).ToArray();
        if (open.Length > 0)
        {
            yield return $"On {Format.List(open)} the interval reaches zero or below: whether the judge orders {Judged.Many} as people do is not shown.";
        }

        yield return SingleResponses();
        yield return People();
        yield return Level(judge);
        var items = Format.Counted(First.Max(entry => entry.Methods.Items), "item");
        yield return $"{(_benchmark.IsWhole ? $"These are {items} in all" : _benchmark.UseCases.Length == 1 ? $"This is one {_benchmark.UseCaseNoun.One} with {items}" : $"These are {Format.Counted(_benchmark.UseCases.Length, _benchmark.UseCaseNoun)} with {items} in all")}. On your own material, let people grade a sample too and compare before a judge replaces them.";
    }

    /// <summary>Whether one submission makes most of the agreement, as a weak one among good ones does.</summary>
    private string? OneApart()
    {
        var most = First.SelectMany(entry => entry.Methods.ToldPairs)
            .SelectMany(pair => (Submission[])[pair.First, pair.Second])
            .CountBy(submission => submission.Id)
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (2 * most.Value <= Told || Told < 2)
        {
            return null;
        }

        var submission = _release.Submissions.First(submission => submission.Id == most.Key);
        var name = submission.LabelWith(_models[submission.Model]);
        return most.Value == Told
            ? $"All of these pairs set {name} apart from the others. Nothing shows how the judge orders the rest."
            : $"{Format.Count(most.Value)} of these {Format.Count(Told)} pairs set {name} apart from the others. How the judge orders the rest rests on {Format.Plural(Told - most.Value, "pair", "pairs")}.";
    }

    private string? SingleResponses()
    {
        var known = First.Select(entry => entry.Methods.SpearmanOfResponses).OfType<double>().ToArray();
        if (known.Length == 0)
        {
            return null;
        }

        var range = known.Length == 1 ? Format.Coefficient(known[0]) : $"{Format.Coefficient(known.Min())} to {Format.Coefficient(known.Max())}";
        return known.Min() >= 0.8
            ? $"On single responses it also agrees with people (Spearman {range})."
            : $"For a single response it is no stand-in for a person: over responses Spearman is {range}, where 1 would be the same order.";
    }

    /// <summary>How far people agree among themselves: no judge can be expected to do better.</summary>
    private string? People()
    {
        var metrics = First.Select(entry => entry.Metric).ToHashSet();
        var people = _agreement.Metrics.Where(metric => metrics.Contains(metric.Metric))
            .SelectMany(metric => metric.Raters)
            .Where(raters => raters.Method.Id == First[0].Methods.People.Id)
            .ToArray();
        var alphas = people.Select(raters => raters.Alpha).OfType<double>().ToArray();
        return alphas.Length == 0
            ? "Each response was graded by one person, or too few by several: how far people would agree with each other is not known."
            : $"People agree among themselves to an alpha of {(alphas.Length == 1 ? Format.Coefficient(alphas[0]) : $"{Format.Coefficient(alphas.Min())} to {Format.Coefficient(alphas.Max())}")}; a judge can hardly agree with them better than they do with each other.";
    }

    private string? Level(string judge)
    {
        var shifted = First.Where(entry => entry.Methods.MeanDifference.ToInterval(new(_benchmark.ConfidenceLevel)) is { } interval
            && (interval.Low > 0 || interval.High < 0)).ToArray();
        return shifted.Length == 0
            ? null
            : $"Its level is not that of people ({Format.List([.. shifted.Select(entry => $"{DimensionText.InSentence(entry.Metric.Name)} {Format.WithSign(entry.Metric.Printed, entry.Methods.MeanDifference.Value)} {(entry.Metric.Unit == Unit.Percent ? "points" : "grades")}")])}): never set figures by {judge} beside figures by people.";
    }

    private string? Own(Method programs)
    {
        var shared = _agreement.SharedProviders.Where(shared => programs.Takes(shared.Judge.Method, shared.Judge.Rater)).ToArray();
        if (shared.Length == 0)
        {
            return null;
        }

        var submissions = shared.Select(one => one.Submission.Id).Distinct().Count();
        return $"{Format.Count(submissions)}, {Format.List([.. shared.Select(one => one.Provider.Name).Distinct()])}";
    }

    private static string Correlation(MethodAgreement methods) => methods.SpearmanInterval is { } interval
        ? $"{Coefficient(methods.Spearman)} ({Format.Coefficient(interval.Low)} to {Format.Coefficient(interval.High)})"
        : $"{Coefficient(methods.Spearman)} (no interval)";

    private static string Coefficient(double? value) => value is { } known ? Format.Coefficient(known) : "unknown";

    private static Order OrderOf(MethodAgreement methods) => methods.SpearmanInterval switch
    {
        { Low: >= Close } => Order.AsPeople,
        { Low: > 0 } => Order.SameDirection,
        _ => Order.NotShown,
    };

    /// <summary>What the interval of the correlation over models leaves open.</summary>
    private enum Order
    {
        NotShown,
        SameDirection,
        AsPeople,
    }
}

/// <summary>A judge beside people, by one metric.</summary>
[TemplateModel]
internal sealed partial record JudgeRow(
    string Judge, bool First, string Metric, Figure? Order, string Pairs, Figure? Responses, string? Own);

/// <summary>The metrics that decide a dimension.</summary>
internal static class CountedMetrics
{
    /// <summary>The counted metrics that are measured themselves: parts stand for the metric whose mean they make.</summary>
    public static IEnumerable<Metric> Of(Dimension dimension) =>
        dimension.CountedMetrics.SelectMany(metric => metric.Parts.IsEmpty ? [metric] : metric.Parts);
}
