using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>The names of the methods that metrics may refer to, with the methods of their judges.</summary>
/// <param name="Declared">The names that a file may write.</param>
/// <param name="All">All methods, those of judges among them.</param>
internal sealed record MethodNames(KnownNames Declared, ImmutableArray<Method> All)
{
    /// <summary>Some methods, each followed by its judges.</summary>
    public ImmutableArray<string> WithJudges(ImmutableArray<string> declared) =>
        All.Any(method => !method.IsDeclared)
            ? [.. declared.SelectMany(id => All.Where(method => method.View?.Method == id).Select(method => method.Id).Prepend(id).Distinct())]
            : declared;
}

/// <summary>Reads a method. A method whose judges are shown one by one becomes several.</summary>
internal static class MethodReader
{
    /// <summary>What follows the method's name in the identifier of the average of its judges.</summary>
    private const string Average = "all";

    /// <summary>The method, or its views: by the default judge under its own identifier, by each other judge, and their average.</summary>
    public static Method[] Read(JsonObject json)
    {
        var method = new Method(json.IdentifierText("id"), json.Text("name"), (JudgedBy)json.Word("judged_by"), json.Text("description"));
        var judges = json.Children("judges", judge =>
            new ShownJudge(new Located<string>(judge.IdentifierText("rater"), judge.PlaceOf("rater")), judge.Text("name")));
        if (judges.IsEmpty)
        {
            return [method];
        }

        if (method.JudgedBy == JudgedBy.People)
        {
            json.Fail(Problems.JudgesOfPeople(json.PlaceOf("judges"), method.Id));
        }

        var firsts = new FirstPlaces<string>();
        foreach (var rater in judges.Select(judge => judge.Rater).Where(rater => rater.Value.Length > 0))
        {
            if (firsts.Before(rater.Value, rater.Place) is { } first)
            {
                json.Fail(Problems.DuplicateIdentifier(rater, first));
            }
        }

        Method View(string id, string name, string called, bool isDefault, IEnumerable<string> raters) => method with
        {
            Id = id,
            Name = $"{method.Name}, {called}",
            View = new JudgeView
            {
                Method = method.Id,
                MethodName = method.Name,
                JudgeName = name,
                Raters = raters.ToFrozenSet(StringComparer.Ordinal),
                IsDefault = isDefault,
            },
        };

        var views = judges.Select((judge, i) =>
            View(i == 0 ? method.Id : $"{method.Id}-{judge.Rater.Value}", judge.Name, $"judged by {judge.Name}", i == 0, [judge.Rater.Value]));
        return judges.Length == 1
            ? [.. views]
            : [.. views, View($"{method.Id}-{Average}", $"mean of {judges.Length} judges", $"mean of {judges.Length} judges", false, judges.Select(judge => judge.Rater.Value))];
    }

    /// <summary>Reports judges whose boards would have the name of another method, or of the average of the judges.</summary>
    public static void CheckNames(JsonObject json, ImmutableArray<Method> methods)
    {
        foreach (var taken in methods.Where(method => method.Id.Length > 0).GroupBy(method => method.Id).Where(group => group.Count() > 1))
        {
            if (taken.FirstOrDefault(method => !method.IsDeclared) is { View: { } view })
            {
                json.Fail(Problems.JudgeNameTaken(new Located<string>(view.JudgeName, json.PlaceOf("methods")), taken.Key));
            }
        }

        foreach (var (method, first) in ReadAlike.Of(methods.Where(method => method.IsDeclared), method => method.Name))
        {
            json.Fail(Problems.NameTaken(json.PlaceOf("methods"), "method", method.Name, first.Id));
        }
    }

    private sealed record ShownJudge(Located<string> Rater, string Name);
}
