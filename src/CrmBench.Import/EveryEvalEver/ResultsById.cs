using CrmBench.Core.Model;
using CrmBench.Import.Kernel;

namespace CrmBench.Import.EveryEvalEver;

/// <summary>What the results of aggregate files are here, by the identifier that instances refer to.</summary>
internal sealed class ResultsById
{
    private readonly Dictionary<string, Entry> _results = new(StringComparer.Ordinal);

    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Remembers a result; of two with one identifier, the first.</summary>
    public void Add(string id, Entry entry) => _results.TryAdd(id, entry);

    /// <summary>Remembers a result that is left out, unless it is known: its instances are then left out too, whatever their names are.</summary>
    public void LeaveOut(string id)
    {
        if (!_results.ContainsKey(id))
        {
            _leftOut.Add(id);
        }
    }

    /// <summary>Whether a result is one that is left out.</summary>
    public bool IsLeftOut(string id) => _leftOut.Contains(id) && !_results.ContainsKey(id);

    /// <summary>A result, or null.</summary>
    public Entry? Find(string id) => _results.GetValueOrDefault(id);

    /// <summary>A result.</summary>
    /// <param name="UseCase">Identifier of its use case.</param>
    /// <param name="Metric">Its metric.</param>
    /// <param name="Unit">How its score is written; its instances may be written otherwise.</param>
    /// <param name="Figure">Its score, or null where only the names are known.</param>
    /// <param name="Rater">Who or what scored.</param>
    internal sealed record Entry(string UseCase, Metric Metric, ForeignUnit Unit, ForeignFigure? Figure, DraftRater Rater);
}
