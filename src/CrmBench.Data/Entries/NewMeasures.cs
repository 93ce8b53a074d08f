using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>What a new benchmark measures, and how: the middle of its <c>benchmark.json</c>.</summary>
/// <param name="CallNoun">What one call is called.</param>
/// <param name="Methods">Its methods, the default first; one at least.</param>
/// <param name="Profiles">The token counts that cost and speed refer to; none where they refer to use cases.</param>
/// <param name="Dimensions">Its dimensions in the order of their columns; one at least, and the first orders the board.</param>
public sealed record NewMeasures(
    string CallNoun, ImmutableArray<NewMethod> Methods, ImmutableArray<NewProfile> Profiles, ImmutableArray<NewDimension> Dimensions)
{
    /// <summary>Writes the properties from <c>rank_by</c> to <c>dimensions</c>.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("rank_by", Dimensions[0].Id);
        json.WriteString("call_noun", CallNoun);
        WriteList(json, "methods", Methods, method =>
        {
            json.WriteString("id", method.Id);
            json.WriteString("name", method.Name);
            json.WriteString("judged_by", method.JudgedBy == JudgedBy.People ? "people" : "programs");
            json.WriteString("description", method.Description);
        });
        if (!Profiles.IsEmpty)
        {
            WriteList(json, "profiles", Profiles, profile =>
            {
                json.WriteString("id", profile.Id);
                json.WriteString("name", profile.Name);
                json.WriteNumber("input_tokens", profile.InputTokens);
                json.WriteNumber("output_tokens", profile.OutputTokens);
            });
        }

        WriteList(json, "dimensions", Dimensions, dimension => WriteDimension(json, dimension));
    }

    private static void WriteDimension(Utf8JsonWriter json, NewDimension dimension)
    {
        json.WriteString("id", dimension.Id);
        json.WriteString("name", dimension.Name);
        json.WriteString("description", dimension.Description);
        WriteList(json, "metrics", dimension.Metrics, metric => WriteMetric(json, metric));
        if (dimension.Tiers is { } tiers)
        {
            json.WriteStartObject("tiers");
            json.WriteString("rule", "thresholds");
            WriteList(json, "bands", tiers.Bands, band =>
            {
                json.WriteString("id", band.Id);
                json.WriteString("name", band.Name);
                if (band.UpTo is { } bound)
                {
                    json.WriteNumber("up_to", bound);
                }
            });
            json.WriteString("reason", tiers.Reason);
            json.WriteEndObject();
        }
    }

    private static void WriteMetric(Utf8JsonWriter json, NewMetric metric)
    {
        json.WriteString("id", metric.Id);
        json.WriteString("name", metric.Name);
        json.WriteString("description", metric.Description);
        json.WriteString("unit", metric.Unit.ToString().ToLowerInvariant());
        if (metric.UnitName.Length > 0)
        {
            json.WriteString("unit_name", metric.UnitName);
        }

        json.WriteString("better", metric.LowerIsBetter ? "lower" : "higher");
        json.WriteTexts("methods", metric.Methods);
        if (!metric.IsCounted)
        {
            json.WriteBoolean("counted", false);
        }

        if (metric.Scale is not { } scale)
        {
            return;
        }

        json.WriteStartObject("scale");
        json.WriteNumber("lowest", scale.Lowest);
        json.WriteNumber("highest", scale.Highest);
        if (!scale.Grades.IsEmpty)
        {
            WriteList(json, "grades", scale.Grades, grade =>
            {
                json.WriteNumber("value", grade.Value);
                json.WriteString("name", grade.Name);
                json.WriteString("meaning", grade.Meaning);
            });
        }

        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string property, ImmutableArray<T> items, Action<T> properties)
    {
        json.WriteStartArray(property);
        foreach (var item in items)
        {
            json.WriteStartObject();
            properties(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A method of a new benchmark: its identifier, its name, who judges, and who grades what and how in a sentence.</summary>
public sealed record NewMethod(string Id, string Name, JudgedBy JudgedBy, string Description);

/// <summary>A profile of a new benchmark.</summary>
public sealed record NewProfile(string Id, string Name, int InputTokens, int OutputTokens);

/// <summary>A dimension of a new benchmark; its counted metrics share unit, direction and scale.</summary>
public sealed record NewDimension(string Id, string Name, string Description, ImmutableArray<NewMetric> Metrics)
{
    /// <summary>Its bands of cost, or null for none.</summary>
    public NewTiers? Tiers { get; init; }
}

/// <summary>A metric of a new benchmark, with the identifiers of the methods that fill it.</summary>
public sealed record NewMetric(
    string Id, string Name, string Description, Unit Unit, bool LowerIsBetter, ImmutableArray<string> Methods)
{
    /// <summary>Whether it enters the dimension's mean.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>What a number is of, as "tokens"; empty with any other unit.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>The scale of its grades, or null.</summary>
    public NewScale? Scale { get; init; }
}

/// <summary>A scale of grades; what the grades mean may stay open.</summary>
public sealed record NewScale(int Lowest, int Highest, ImmutableArray<(int Value, string Name, string Meaning)> Grades);

/// <summary>Bands of cost, cheapest first, each up to its bound in US dollars a call; the last has none.</summary>
public sealed record NewTiers(ImmutableArray<(string Id, string Name, decimal? UpTo)> Bands, string Reason);

/// <summary>A use case of a new benchmark; a name or area of null leaves a blank.</summary>
public sealed record NewUseCase(string Id, string? Name = null, string? Area = null);
