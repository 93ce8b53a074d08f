using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.TauBench;

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
            SubmittedBy = PlainText.Line(submittedBy.Value),
            SubmittedOn = submittedOn,
            EvaluatedOn = Day(methodology, "evaluation_date", diagnostics),
            Version = Line(methodology, "tau2_bench_version"),
            UserSimulator = Line(methodology, "user_simulator"),
            Type = json.TextOf("submission_type") is { } type ? PlainText.Line(type) : "standard",
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
        return new TauDomain(name.Value, results.Place)
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

    private static string Line(ForeignValue? json, string name) => PlainText.Line(json?.TextOf(name) ?? "");

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
        if (percent.Length > 0 && Figure.Parse(percent) is < 0 or > 100)
        {
            diagnostics.Report(ImportProblems.FigureOutOfRange(results.NumberOf(name)!, name, "from 0 to 100 percent"));
            return "";
        }

        return percent;
    }

    // As printed, since digits say how exact a figure is; only powers of ten are written out.
    private static string Number(ForeignValue? json, string name) =>
        json?.NumberOf(name) is { } number && json.DecimalOf(name) is { } value
            ? number.Value.Contains('e', StringComparison.OrdinalIgnoreCase) ? Figure.Of(value) : number.Value
            : "";
}
