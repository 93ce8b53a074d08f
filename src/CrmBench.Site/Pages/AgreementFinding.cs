using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Site.Rendering;
using Scriban.Runtime;

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

    private AgreementFinding(
        Benchmark benchmark, Release release, AgreementReport agreement, ImmutableArray<(Metric Metric, MethodAgreement Methods)> compared) =>
        (_benchmark, _release, _agreement, _compared) = (benchmark, release, agreement, compared);

    /// <summary>The finding, or null where people and programs did not rate the same responses.</summary>
    public static AgreementFinding? Of(Benchmark benchmark, Release release, AgreementReport agreement)
    {
        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.RankBy);
        var counted = CountedMetrics.Of(rankBy).ToHashSet();
        ImmutableArray<(Metric Metric, MethodAgreement Methods)> all =
            [.. agreement.Metrics.SelectMany(metric => metric.Methods, (metric, methods) => (metric.Metric, methods))];
        ImmutableArray<(Metric, MethodAgreement)> compared = all.Any(entry => counted.Contains(entry.Metric))
            ? [.. all.Where(entry => counted.Contains(entry.Metric))]
            : all;
        return compared.IsEmpty ? null : new(benchmark, release, agreement, compared);
    }

    /// <summary>The comparisons of the judge that is shown first: of all judges where a method averages them.</summary>
    private ImmutableArray<(Metric Metric, MethodAgreement Methods)> First =>
        [.. _compared.Where(entry => entry.Methods.Programs.Id == _compared[0].Methods.Programs.Id)];

    /// <summary>The finding in two sentences.</summary>
    public string Lead()
    {
        var judge = JudgeName(First[0].Methods.Programs);
        var models = Format.Counted(First.Max(entry => entry.Methods.Submissions), Noun);
        var clauses = First
            .GroupBy(entry => OrderOf(entry.Methods))
            .OrderByDescending(group => group.Key)
            .Select(group => $"{OrderWords(group.Key)} on {Format.List([.. group.Select(entry => $"{DimensionText.InSentence(entry.Metric.Name)} {Correlation(entry.Methods)}")])}");
        var told = First.Sum(entry => entry.Methods.PairsToldByPeople);
        var alike = First.Sum(entry => entry.Methods.PairsToldAlike);
        var pairs = told == 0
            ? "People tell no two of them apart, so there is no order to agree on."
            : $"Where people tell two of them apart, it puts {(alike == told ? "all of these" : $"{Format.Count(alike)} of")} {Format.Plural(told, "pair", "pairs")} the same way round.";
        return $"{judge} orders {models} {string.Join("; ", clauses)}. {pairs}";
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
        return $"The other judges run from {Coefficient(worst.Methods.Spearman)} ({JudgeName(worst.Methods.Programs)}) to "
            + $"{Coefficient(best.Methods.Spearman)} ({JudgeName(best.Methods.Programs)})"
            + (overlap ? "; all their intervals overlap, so on the order of models no judge is shown to be better than another." : ".");
    }

    /// <summary>What follows for somebody who thinks of using a judge instead of people, a sentence or two each.</summary>
    public ScriptArray Meaning() => [.. Sentences().OfType<string>()];

    /// <summary>One row a judge and metric.</summary>
    public ScriptArray Rows() => Models.List(_compared, entry =>
    {
        var (metric, methods) = entry;
        string Key(string figure) => FigureKey.Methods(_release, _benchmark.Id, metric, methods, figure);
        return new ScriptObject
        {
            ["judge"] = JudgeName(methods.Programs),
            ["first"] = methods.Programs.Id == First[0].Methods.Programs.Id && methods.Programs.View is not null && SeveralJudges,
            ["metric"] = metric.Name,
            ["models"] = Format.Count(methods.Submissions),
            ["order"] = Figure.Coefficient(Key("spearman"), methods.Spearman, methods.SpearmanInterval),
            ["pairs"] = methods.PairsToldByPeople == 0
                ? "none told apart"
                : $"{Format.Count(methods.PairsToldAlike)} of {Format.Count(methods.PairsToldByPeople)}",
            ["responses"] = Figure.Coefficient(Key("responses"), methods.SpearmanOfResponses),
            ["own"] = Own(methods.Programs),
        };
    });

    /// <summary>Whether several judges are compared with people one by one.</summary>
    public bool SeveralJudges => _compared.Select(entry => entry.Methods.Programs.Id).Distinct().Skip(1).Any();

    /// <summary>Whether several metrics are compared.</summary>
    public bool SeveralMetrics => _compared.Select(entry => entry.Metric.Id).Distinct().Skip(1).Any();

    private string Noun => _release.Submissions.Select(submission => submission.Model).Distinct().Count() == _release.Submissions.Length
        ? "model"
        : "system";

    private IEnumerable<string?> Sentences()
    {
        var judge = JudgeName(First[0].Methods.Programs);
        var told = First.Sum(entry => entry.Methods.PairsToldByPeople);
        var alike = First.Sum(entry => entry.Methods.PairsToldAlike);
        var all = First.Sum(entry => entry.Methods.Pairs);
        if (told > 0)
        {
            yield return alike == told
                ? $"To tell models apart that people tell apart, {judge} served here as well as people: {Format.Count(alike)} of {Format.Count(told)} pairs."
                : $"To tell models apart that people tell apart, {judge} was right in {Format.Count(alike)} of {Format.Count(told)} pairs and wrong or level in {Format.Count(told - alike)}.";
        }

        if (all > told)
        {
            yield return $"The other {Format.Count(all - told)} of {Format.Count(all)} pairs people do not tell apart by these ratings. There is no right order to find, and a judge's order of such models is not evidence.";
        }

        var open = First.Where(entry => OrderOf(entry.Methods) == Order.NotShown).Select(entry => DimensionText.InSentence(entry.Metric.Name)).ToArray();
        if (open.Length > 0)
        {
            yield return $"On {Format.List(open)} the interval reaches zero or below: whether the judge orders {Noun}s as people do is not shown.";
        }

        yield return SingleResponses();
        yield return People();
        yield return Level(judge);
        yield return $"This is one task with {Format.Counted(First.Max(entry => entry.Methods.Items), "item")}. On your own material, let people grade a sample too and compare before a judge replaces them.";
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
            : $"Its level is not that of people ({Format.List([.. shifted.Select(entry => $"{DimensionText.InSentence(entry.Metric.Name)} {Format.WithSign(entry.Metric.Unit, entry.Methods.MeanDifference.Value)} {(entry.Metric.Unit == Unit.Percent ? "points" : "grades")}")])}): never set figures by {judge} beside figures by people.";
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

    private static string JudgeName(Method programs) => programs.View is { } view
        ? view.IsAverage ? $"The {view.JudgeName}" : view.JudgeName
        : programs.Name;

    private static string Correlation(MethodAgreement methods) => methods.SpearmanInterval is { } interval
        ? $"(Spearman {Coefficient(methods.Spearman)}, {Format.Coefficient(interval.Low)} to {Format.Coefficient(interval.High)})"
        : $"(Spearman {Coefficient(methods.Spearman)}, no interval)";

    private static string Coefficient(double? value) => value is { } known ? Format.Coefficient(known) : "unknown";

    private static Order OrderOf(MethodAgreement methods) => methods.SpearmanInterval switch
    {
        { Low: >= Close } => Order.AsPeople,
        { Low: > 0 } => Order.SameDirection,
        _ => Order.NotShown,
    };

    private static string OrderWords(Order order) => order switch
    {
        Order.AsPeople => "much as people do",
        Order.SameDirection => "in the direction that people do",
        _ => "in an order not shown to be that of people",
    };

    /// <summary>What the interval of the correlation over models leaves open.</summary>
    private enum Order
    {
        NotShown,
        SameDirection,
        AsPeople,
    }
}
