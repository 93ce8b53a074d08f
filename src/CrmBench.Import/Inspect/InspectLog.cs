using System.Text.Json;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.Inspect;

/// <summary>What a log says of the run as a whole.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="UseCase">Identifier of the task's use case, or null where only samples may name one.</param>
/// <param name="Model">What the log calls the model.</param>
/// <param name="Eval">Its <c>eval</c>.</param>
internal sealed record InspectLog(string Task, string? UseCase, string Model, ForeignValue Eval)
{
    /// <summary>Which run it is; of two logs with one name the second is the same log again.</summary>
    public required string Run { get; init; }

    /// <summary>Identifier of the source.</summary>
    public required string Source { get; init; }

    /// <summary>How often each sample was run, at least once.</summary>
    public int Epochs { get; } = Eval.Object("config")?.DecimalOf("epochs") is { } epochs and >= 1 and < 1_000_000 ? (int)epochs : 1;

    /// <summary>The first of the reducers that the log names, which make one value of several epochs; empty where it names none.</summary>
    public string Reducer { get; } = Eval.Object("config")?.Find("epochs_reducer") switch
    {
        { Kind: JsonValueKind.Array } list => list.Items().FirstOrDefault()?.Text ?? "",
        { } single => single.Text,
        null => "",
    };

    /// <summary>What the log calls the grading model, or null.</summary>
    public string? Judge { get; } = Eval.Object("model_roles")?.Object("grader")?.TextOf("model");
}
