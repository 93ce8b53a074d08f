using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Formats;

/// <summary>A submission to the tau-bench leaderboard as its JSON file tells it; texts are empty where it says nothing.</summary>
/// <param name="Id">Identifier in the source: its folder.</param>
/// <param name="Model">What the source calls the model.</param>
/// <param name="Domains">The domains with results, in the source's order.</param>
internal sealed record TauSubmission(string Id, Located<string> Model, ImmutableArray<TauDomain> Domains)
{
    private static readonly ImmutableArray<string> s_powers = ["pass_1", "pass_2", "pass_3", "pass_4"];

    public required string SubmittedBy { get; init; }

    public required string SubmittedOn { get; init; }

    public string EvaluatedOn { get; init; } = "";

    /// <summary>Version of the benchmark, as written.</summary>
    public string Version { get; init; } = "";

    /// <summary>The model, or for voice the version of the set-up, that plays the customer.</summary>
    public string UserSimulator { get; init; } = "";

    /// <summary><c>standard</c> or <c>custom</c>.</summary>
    public string Type { get; init; } = "standard";

    public string ReasoningEffort { get; init; } = "";

    /// <summary>Whether agent and customer speak.</summary>
    public bool IsVoice { get; init; }

    /// <summary>The day the model came out.</summary>
    public string ModelReleased { get; init; } = "";

    /// <summary>What the source says on verification.</summary>
    public string VerificationDetails { get; init; } = "";

    /// <summary>Reads a submission, or gives null after a report.</summary>
    /// <param name="file">The file.</param>
    /// <param name="json">Its one value.</param>
    /// <param name="diagnostics">Takes the reports.</param>
    public static TauSubmission? Read(ImportFile file, ForeignValue json, DiagnosticBag diagnostics)
    {
        var model = json.RequiredText("model_name");
        var submittedBy = json.RequiredText("submitting_organization");
        var submittedOn = json.RequiredText("submission_date") is null ? null : Day(json, "submission_date", diagnostics);
        var methodology = json.Object("methodology");
        var metrics = json.Object("interaction_metrics")?.Object("domains");
        ImmutableArray<TauDomain> domains =
        [
            .. (json.Object("results")?.Members() ?? [])
                .Select(member => Domain(member.Name, member.Value, metrics, diagnostics))
                .OfType<TauDomain>(),
        ];
        return model is null || submittedBy is null || submittedOn is null ? null : new TauSubmission(file.Stem, model, domains)
        {
            SubmittedBy = ForeignText.Line(submittedBy.Value),
            SubmittedOn = submittedOn,
            EvaluatedOn = Day(methodology, "evaluation_date", diagnostics),
            Version = Line(methodology, "tau2_bench_version"),
            UserSimulator = Line(methodology, "user_simulator"),
            Type = json.TextOf("submission_type") is { } type ? ForeignText.Line(type) : "standard",
            ReasoningEffort = Line(json, "reasoning_effort"),
            IsVoice = json.TextOf("modality") == "voice",
            ModelReleased = Day(json.Object("model_release"), "release_date", diagnostics),
            VerificationDetails = Line(methodology?.Object("verification"), "details"),
        };
    }

    /// <summary>Why an object is no such submission; null where it is one.</summary>
    public static string? Lacking(ForeignValue json) =>
        !json.Has("model_name") ? "it has no 'model_name'"
        : !json.Has("results") ? "it has no 'results'"
        : !json.Has("submitting_organization") ? "it has no 'submitting_organization'"
        : null;

    private static TauDomain? Domain(Located<string> name, ForeignValue results, ForeignValue? metrics, DiagnosticBag diagnostics)
    {
        if (!TauDomain.IsKnown(name.Value))
        {
            results.Leave("This domain is not known here: the number of its tasks is needed.");
            return null;
        }

        if (!results.IsObject)
        {
            diagnostics.Report(Problems.WrongType(results.Place, $"'{name.Value}'", results.KindInWords, "an object"));
            return null;
        }

        var spoken = metrics?.Object(name.Value);
        return new TauDomain(name.Value)
        {
            PassPercents = [.. s_powers.Select(power => Percent(results, power, diagnostics))],
            Cost = Number(results, "cost"),
            Retrieval = Line(results, "retrieval_config"),
            ResponseLatency = Number(spoken, "response_latency_mean"),
            YieldLatency = Number(spoken, "yield_latency_mean"),
            InterruptionRate = Number(spoken, "agent_interruption_rate"),
            ResponseRate = Number(spoken, "response_rate"),
        };
    }

    private static string Line(ForeignValue? json, string name) => ForeignText.Line(json?.TextOf(name) ?? "");

    private static string Day(ForeignValue? json, string name, DiagnosticBag diagnostics)
    {
        if (json?.LocatedText(name) is not { Value.Length: > 0 } text)
        {
            return "";
        }

        if (!ValueText.TryDate(text.Value, out _))
        {
            diagnostics.Report(Problems.DateInvalid(text));
        }

        return text.Value;
    }

    private static string Percent(ForeignValue results, string name, DiagnosticBag diagnostics)
    {
        var percent = Number(results, name);
        if (percent.Length > 0 && DecimalText.Parse(percent) is < 0 or > 100)
        {
            diagnostics.Report(ImportProblems.FigureOutOfRange(results.NumberOf(name)!, name, "from 0 to 100 percent"));
            return "";
        }

        return percent;
    }

    // As printed, since digits say how exact a figure is; only powers of ten are written out.
    private static string Number(ForeignValue? json, string name) =>
        json?.NumberOf(name) is { } number && json.DecimalOf(name) is { } value
            ? number.Value.Contains('e', StringComparison.OrdinalIgnoreCase) ? DecimalText.Of(value) : number.Value
            : "";
}

/// <summary>What a text and a voice submission to tau-bench have in common on their way into <c>data/</c>.</summary>
internal static class TauFolder
{
    /// <summary>Identifier of the leaderboard among a submission's sources; the first one.</summary>
    public const string LeaderboardSource = "tau-bench";

    private const string Commit = "a2c024725189473d2d7cea3a5cfdbcc67478e41f";
    private const string Submissions =
        $"https://github.com/sierra-research/tau2-bench/blob/{Commit}/web/leaderboard/public/submissions";

    private const string Verified = "Verified evaluation with full trajectory data";

    /// <summary>The folder without scores and costs.</summary>
    /// <param name="submission">The submission in the source.</param>
    /// <param name="model">Our identifier of its model.</param>
    /// <param name="benchmark">Identifier of our benchmark.</param>
    /// <param name="release">Identifier of our release.</param>
    /// <param name="trials">Trials of each task, as a text.</param>
    public static SubmissionFolder Of(TauSubmission submission, string model, string benchmark, string release, string trials)
    {
        var variant = Variant(submission);
        return new SubmissionFolder
        {
            Benchmark = benchmark,
            Release = release,
            Id = Slug.Of(variant.Length == 0 ? model : $"{model}-{variant}"),
            Model = model,
            Variant = variant,
            SubmittedBy = submission.SubmittedBy,
            SubmittedOn = submission.SubmittedOn,
            EvaluatedOn = submission.EvaluatedOn,
            Method = "automated",
            Settings = Settings(submission, trials),
            Sources =
            [
                new SourceEntry(
                    LeaderboardSource,
                    $"tau-bench leaderboard, submission {submission.Id}",
                    $"{Submissions}/{submission.Id}/submission.json",
                    "MIT",
                    "2026-08-18",
                    Note(submission)),
            ],
            VerifiedBy = submission.VerificationDetails.StartsWith(Verified, StringComparison.Ordinal)
                ? "The leaderboard's maintainers (Sierra), from the recorded conversations"
                : "",
            KnownIssues = [.. KnownIssues(submission)],
        };
    }

    /// <summary>The money of the domains that have any.</summary>
    public static ImmutableArray<CostRow> Costs(TauSubmission submission) =>
    [
        .. submission.Domains.Where(domain => domain.Cost.Length > 0).Select(domain =>
            new CostRow(domain.Cost, "1") { UseCase = domain.UseCase, Source = LeaderboardSource }),
    ];

    private static string Note(TauSubmission submission)
    {
        var solved = submission.Domains.Select(domain => domain.PassPercents[0]).Where(percent => percent.Length > 0);
        var excess = solved.FirstOrDefault(figure => DecimalText.WithoutBinaryExcess(figure) != figure);
        var note = submission.IsVoice
            ? "Shares of solved tasks as printed there; the rates of turn-taking, from 0 to 1 there, are percent here."
            : "Figures as printed there.";
        return excess is null
            ? note
            : $"{note} A value such as {excess} is written {DecimalText.WithoutBinaryExcess(excess)}: the rest is the noise of a "
                + "binary fraction.";
    }

    private static string Variant(TauSubmission submission) => submission.ReasoningEffort switch
    {
        "enabled" => "reasoning",
        "none" => "no reasoning",
        var effort => effort,
    };

    private static ImmutableSortedDictionary<string, string> Settings(TauSubmission submission, string trials)
    {
        var retrieval = submission.Domains.Select(domain => domain.Retrieval).Where(config => config.Length > 0).Distinct();
        return ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal,
            [
                KeyValuePair.Create("Benchmark version", submission.Version),
                KeyValuePair.Create("Reasoning effort", submission.ReasoningEffort),
                KeyValuePair.Create("Search in banking", string.Join(", ", retrieval)),
                KeyValuePair.Create("Simulated customer", Named(submission.UserSimulator)),
                KeyValuePair.Create("Trials per task", trials),
                KeyValuePair.Create("Type of submission", submission.Type),
            ]);
    }

    // The source calls the model as its interface does; its name begins with capital letters.
    private static string Named(string model) => model.StartsWith("gpt-", StringComparison.Ordinal) ? $"GPT{model[3..]}" : model;

    private static IEnumerable<string> KnownIssues(TauSubmission submission)
    {
        if (TauRemarks.For(submission.Id) is { } remark)
        {
            yield return remark;
        }

        if (submission.VerificationDetails.Contains("Trajectories suppressed", StringComparison.Ordinal))
        {
            yield return "The source calls this a preliminary comparison and keeps the recorded conversations to itself.";
        }

        if (string.CompareOrdinal(submission.EvaluatedOn, submission.SubmittedOn) > 0)
        {
            yield return $"The source dates the evaluation ({submission.EvaluatedOn}) after the submission ({submission.SubmittedOn}): "
                + "its entry was updated later.";
        }

        if (submission.EvaluatedOn.Length > 0 && string.CompareOrdinal(submission.EvaluatedOn, submission.ModelReleased) < 0)
        {
            yield return $"The source dates the evaluation ({submission.EvaluatedOn}) before the model's release "
                + $"({submission.ModelReleased}).";
        }

        if (DateOfId(submission.Id) is { } dateOfId && submission.ModelReleased.Length > 0
            && string.CompareOrdinal(dateOfId, submission.ModelReleased) < 0
            && string.CompareOrdinal(submission.SubmittedOn, submission.ModelReleased) >= 0)
        {
            yield return $"The source's folder carries the date {dateOfId}, which is wrong: "
                + $"the model came out on {submission.ModelReleased}.";
        }
    }

    // Identifiers end in a date, with hyphens or, in one case, underscores; those dates and the models' do not always agree.
    private static string? DateOfId(string id) =>
        id.Length >= 10 && id[^10..].Replace('_', '-') is var date && ValueText.TryDate(date, out _) ? date : null;
}

/// <summary>A domain's results in a submission to tau-bench; figures are the texts printed there, empty where there are none.</summary>
/// <param name="Name">The source's name, such as <c>banking_knowledge</c>.</param>
internal sealed record TauDomain(string Name)
{
    /// <summary>Number of tasks of each domain.</summary>
    private static readonly ImmutableDictionary<string, int> s_tasks = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("airline", 50),
            KeyValuePair.Create("retail", 114),
            KeyValuePair.Create("telecom", 114),
            KeyValuePair.Create("banking_knowledge", 97),
        ]);

    /// <summary>Percent of tasks solved in all of one to four trials, in this order.</summary>
    public required ImmutableArray<string> PassPercents { get; init; }

    /// <summary>US dollars a task.</summary>
    public string Cost { get; init; } = "";

    /// <summary>How the agent searches the knowledge base.</summary>
    public string Retrieval { get; init; } = "";

    /// <summary>Mean seconds until the agent answers; voice only, as the three after it.</summary>
    public string ResponseLatency { get; init; } = "";

    /// <summary>Mean seconds until the agent stops when it is interrupted.</summary>
    public string YieldLatency { get; init; } = "";

    /// <summary>Interruptions by the agent a turn of the caller, from 0 to 1.</summary>
    public string InterruptionRate { get; init; } = "";

    /// <summary>Share of the caller's turns that got an answer, from 0 to 1.</summary>
    public string ResponseRate { get; init; } = "";

    /// <summary>Our identifier of the domain.</summary>
    public string UseCase => Name.Replace('_', '-');

    /// <summary>Number of its tasks.</summary>
    public int Tasks => s_tasks[Name];

    /// <summary>Whether the source has a domain of this name.</summary>
    public static bool IsKnown(string name) => s_tasks.ContainsKey(name);
}
