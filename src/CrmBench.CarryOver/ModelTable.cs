using System.Collections.Immutable;
using CrmBench.CarryOver.Agents;
using CrmBench.CarryOver.Models;
using CrmBench.CarryOver.Sources;
using CrmBench.Data.Files;
using CrmBench.Data.Writing;

namespace CrmBench.CarryOver;

/// <summary>Writes <c>models.csv</c>: what we know by hand, with the dates of release that the sources state.</summary>
internal static class ModelTable
{
    /// <summary>The file, by identifier.</summary>
    /// <param name="source">Where the dates are read.</param>
    /// <param name="invented">The invented models of the demonstration.</param>
    public static OutputFile Produce(SourceFolder source, ImmutableArray<KnownModel> invented)
    {
        var released = ReleaseDates(source);
        var models = KnownModels.All.Values.Concat(invented).OrderBy(model => model.Id, StringComparer.Ordinal).ToImmutableArray();
        return new OutputFile("models.csv", TableText.Write(
            models,
            [
                new("id", model => model.Id, Always: true),
                new("name", model => model.Name, Always: true),
                new("provider", model => model.Provider, Always: true),
                new("released", model => released.GetValueOrDefault(model.Id, ""), Always: true),
                new("openness", model => model.Openness, Always: true),
                new("notes", model => model.Notes, Always: true),
            ]));
    }

    private static ImmutableDictionary<string, string> ReleaseDates(SourceFolder source)
    {
        var dates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (submission, _) in AgentBoards.Carried(source))
        {
            var (model, date) = (KnownModels.ForTauName(submission.Model.Value), submission.ModelReleased);
            if (dates.TryGetValue(model, out var other) && other != date)
            {
                throw new InvalidDataException($"The source gives two dates of release for {model}: {other} and {date}.");
            }

            dates[model] = date;
        }

        return dates.ToImmutable();
    }
}
