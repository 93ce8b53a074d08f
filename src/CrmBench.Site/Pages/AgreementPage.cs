using System.Collections.Immutable;
using CrmBench.Core.Model;
using CrmBench.Core.Scoring;
using CrmBench.Core.Statistics;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>Whether a release's raters agree with each other, programs with people, and who judged its own kind.</summary>
internal static class AgreementPage
{
    public static ScriptObject Model(SiteIndex index, ScoredBenchmark scored, ScoredRelease release, AgreementReport agreement, Text? prose)
    {
        var benchmark = scored.Benchmark;
        var finding = AgreementFinding.Of(index, benchmark, release.Release, agreement);
        var inFront = Addresses.AgreementInFront(scored) == release;
        var trail = new List<(string, string)> { (benchmark.ShortName, Addresses.Benchmark(benchmark)) };
        if (!inFront && Addresses.AgreementInFront(scored) is not null)
        {
            trail.Add(("Agreement", Addresses.Agreement(benchmark)));
        }

        var model = new PageHead
        {
            Path = Addresses.Agreement(scored, release),
            Title = inFront ? $"Agreement, {benchmark.ShortName}" : $"Agreement, {benchmark.ShortName}, {ReleaseText.Name(release.Release)}",
            Description = $"How far the raters of {benchmark.Name} agree with each other, and whether judging programs agree with people.",
            Section = "methodology",
            Heading = finding is null ? $"Do the raters of {benchmark.ShortName} agree?" : $"Do automatic judges agree with people on {benchmark.ShortName}?",
            Trail = trail,
            Crumb = inFront ? "Agreement" : ReleaseText.Name(release.Release),
            Invented = benchmark.Invented,
            Styles = BoardTable.Styles,
            Scripts = ["js/figures.js"],
            Methodology = Addresses.Methodology(benchmark),
        }.Model(index);

        var rankBy = benchmark.Dimensions.First(dimension => dimension.Id == release.Release.RankBy);
        var withKappa = agreement.Metrics.SelectMany(metric => metric.Raters).Any(raters => raters.WeightedKappa is not null);
        model["answer"] = VerdictText.Answer(Answering(agreement, rankBy));
        model["kind"] = ReleaseText.KindBeginning(benchmark, release.Release);
        model["finding"] = finding?.Verdict();
        model["finding_figures"] = finding?.Figures();
        model["other_judges"] = finding?.Others();
        model["meaning"] = finding?.Meaning();
        model["judges"] = finding?.Rows();
        model["several_judges"] = finding?.SeveralJudges;
        model["several_metrics"] = finding?.SeveralMetrics;
        model["release"] = release.Release.Id;
        model["release_path"] = Addresses.Board(scored, release, release.Boards[0]);
        model["date"] = Format.Date(release.Release.Date);
        model["iso_date"] = Format.IsoDate(release.Release.Date);
        model["releases"] = Releases(scored, release);
        model["level"] = Format.Level(benchmark.ConfidenceLevel);
        model["with_kappa"] = withKappa;
        model["raters"] = Models.List(
            agreement.Metrics.SelectMany(metric => metric.AmongRaters, (metric, raters) => (metric.Metric, Raters: raters)),
            entry => Raters(benchmark, release.Release, entry.Metric, entry.Raters, rankBy));
        var oneMethodOfPeople = agreement.Metrics.SelectMany(metric => metric.Methods).Select(methods => methods.People.Id).Distinct().Count() == 1;
        model["between"] = Models.List(
            agreement.Metrics.SelectMany(metric => metric.Methods, (metric, methods) => (metric.Metric, Methods: methods)),
            entry => Between(benchmark, release.Release, entry.Metric, entry.Methods, oneMethodOfPeople));
        model["one_kind"] = OneKind(agreement);
        model["shared"] = Shared(index, benchmark, release.Release, agreement);
        model["several_pairs"] = agreement.Metrics.Any(metric => metric.Methods.Length > 1);
        model["one_metric"] = agreement.Metrics.Length == 1;
        model["has_judges"] = release.Release.Submissions.Any(submission => !submission.Judges.IsEmpty);
        model["alpha_chart"] = AgreementCharts.Alpha(benchmark, agreement);
        model["difference_charts"] = AgreementCharts.Differences(benchmark, agreement);
        model["distributions"] = AgreementCharts.Distributions(agreement);
        model["methodology"] = Addresses.Methodology(benchmark);
        model["prose"] = prose?.Body;
        model["contents"] = Contents.Model(
        [
            .. finding is null ? Array.Empty<(string, string)>() : [("judge-instead", "A judge instead of people?")],
            ("raters", "Do raters agree with each other?"),
            ("methods", "Do programs judge like people?"),
            ("own-provider", "Did judges rate their own kind?"),
            ("grades", "Which grades were given?"),
            .. prose is null ? [] : Contents.Of(prose.Body),
        ]);
        return model;
    }

    /// <summary>The metrics that the answer speaks of: those counted in the ranking, or all where none of these was rated.</summary>
    private static ImmutableArray<MetricAgreement> Answering(AgreementReport agreement, Dimension rankBy)
    {
        var counted = CountedMetrics.Of(rankBy).ToHashSet();
        var answering = agreement.Metrics.Where(metric => counted.Contains(metric.Metric)).ToImmutableArray();
        return answering.IsEmpty ? agreement.Metrics : answering;
    }

    private static ScriptArray Releases(ScoredBenchmark scored, ScoredRelease current)
    {
        var rated = scored.Releases
            .Where(release => release.HasAgreement && (ReferenceEquals(release, current) || !scored.IsDraftBehind(release)))
            .ToArray();
        return Models.List(rated.Length > 1 ? rated : [], release => new ScriptObject
        {
            ["name"] = ReleaseText.Name(release.Release),
            ["path"] = Addresses.Agreement(scored, release),
            ["current"] = ReferenceEquals(release, current),
        });
    }

    private static ScriptObject Raters(
        Benchmark benchmark, Release release, Metric metric, RaterAgreement raters, Dimension rankBy) => new()
        {
            ["metric"] = metric.Name,
            ["counted"] = CountedMetrics.Of(rankBy).Contains(metric),
            ["method"] = raters.Method.Name,
            ["coefficient"] = raters.Measurement == MeasurementLevel.Ordinal ? "ordinal" : "nominal",
            ["alpha"] = Figure.Coefficient(FigureKey.Raters(release, benchmark.Id, metric, raters, "alpha"), raters.Alpha, raters.Interval),
            ["kappa"] = Figure.Coefficient(FigureKey.Raters(release, benchmark.Id, metric, raters, "kappa"), raters.WeightedKappa),
            ["raters"] = Format.Count(raters.Raters),
            ["responses"] = Format.Count(raters.Responses),
            ["ratings"] = Format.Count(raters.Ratings),
            ["items"] = Format.Count(raters.Items),
            ["verdict"] = VerdictText.Word(raters.Verdict),
            ["meaning"] = VerdictText.Meaning(raters.Verdict),
        };

    private static ScriptObject Between(Benchmark benchmark, Release release, Metric metric, MethodAgreement methods, bool oneMethodOfPeople)
    {
        string Key(string figure) => FigureKey.Methods(release, benchmark.Id, metric, methods, figure);
        var interval = methods.MeanDifference.ToInterval(new(benchmark.ConfidenceLevel));
        return new ScriptObject
        {
            ["metric"] = metric.Name,
            ["methods"] = oneMethodOfPeople
                ? JudgeText.Name(methods.Programs)
                : $"{JudgeText.Name(methods.Programs)} against {DimensionText.InSentence(methods.People.Name)}",
            ["models"] = Format.Count(methods.Submissions),
            ["responses"] = Format.Count(methods.Responses),
            ["spearman"] = Figure.Coefficient(Key("spearman"), methods.Spearman),
            ["kendall"] = Figure.Coefficient(Key("kendall"), methods.KendallTauB),
            ["by_response"] = Figure.Coefficient(Key("responses"), methods.SpearmanOfResponses),
            ["difference"] = Figure.Difference(Key("difference"), metric.Unit, methods.MeanDifference.Value, interval),
            ["words"] = Milder(metric, methods.MeanDifference.Value, interval),
        };
    }

    /// <summary>Which way programs lean, said only where the interval leaves zero behind.</summary>
    private static string Milder(Metric metric, double difference, Interval? interval) => interval switch
    {
        null => "no interval",
        { Low: <= 0, High: >= 0 } => "no difference shown",
        _ => difference > 0 == (metric.Better == Direction.Higher) ? "programs are milder" : "programs are stricter",
    };

    /// <summary>Why there is nothing to compare, or null where there is.</summary>
    private static string? OneKind(AgreementReport agreement)
    {
        if (agreement.Metrics.Any(metric => !metric.Methods.IsEmpty))
        {
            return null;
        }

        var kinds = agreement.Metrics.SelectMany(metric => metric.Raters).Select(raters => raters.Method.JudgedBy).Distinct().ToArray();
        return kinds switch
        {
            [JudgedBy.People] => "Only people rated in this release. Whether programs would judge alike stays open.",
            [JudgedBy.Programs] => "Only programs rated in this release. Whether people would judge alike stays open.",
            _ => "People and programs rated different responses in this release. Whether they judge alike stays open.",
        };
    }

    /// <summary>One row a judged submission; a model that judged in several ways is named once.</summary>
    private static ScriptArray Shared(SiteIndex index, Benchmark benchmark, Release release, AgreementReport agreement) =>
        Models.List(agreement.SharedProviders.GroupBy(shared => (shared.Submission.Id, Provider: shared.Provider.Id)), judged =>
        {
            var (submission, provider) = (judged.First().Submission, judged.First().Provider);
            var model = index.Scored.Catalogue.Models[submission.Model];
            return new ScriptObject
            {
                ["label"] = submission.LabelWith(model),
                ["path"] = Addresses.ModelOn(model.Id, benchmark, release),
                ["judges"] = Models.List(judged.Select(shared => shared.Judge).DistinctBy(judge => JudgeText.Name(index.Scored.Catalogue, judge)), judge => new ScriptObject
                {
                    ["name"] = JudgeText.Name(index.Scored.Catalogue, judge),
                    ["path"] = judge.Model is { } id ? Addresses.Model(id) : null,
                    ["itself"] = judge.Model == model.Id,
                }),
                ["provider"] = provider.Name,
                ["provider_path"] = Addresses.Provider(provider.Id),
            };
        });
}
