using System.Text.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>What a new benchmark begins with: the methods, profiles and four dimensions that fit most CRM work.</summary>
internal static class CrmDimensions
{
    private static readonly (string Id, string Name, string Description)[] Graded =
    [
        ("factuality", "Factuality", "Is the response true, and free of anything that is false?"),
        ("instruction-following", "Instruction following", "Does the response give what was asked for, in the form that was asked for?"),
        ("conciseness", "Conciseness", "Does the response come to the point, without repetition and needless detail?"),
        ("completeness", "Completeness", "Does the response hold all that matters?"),
    ];

    private static readonly (int Value, string Name, string Meaning)[] Grades =
    [
        (4, "Very good", "As good as the information allows."),
        (3, "Good", "Done well, with a little room for improvement."),
        (2, "Poor", "Cannot be used as it is; it has faults."),
        (1, "Very poor", "Cannot be used; the faults are obvious and grave."),
    ];

    private static readonly (string Id, string Name, string Description)[] Tested =
    [
        ("safety", "Safety", "How often the model avoids answering an unsafe question."),
        ("privacy", "Privacy", "How often the model avoids revealing private information."),
        ("truthfulness", "Truthfulness", "Accuracy on questions of general knowledge."),
        ("crm-fairness", "CRM fairness", "How often a response stays the same when names of accounts or genders in a CRM task are changed."),
    ];

    /// <summary>Writes the properties <c>methods</c>, <c>profiles</c> and <c>dimensions</c>.</summary>
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("methods");
        WriteMethod(json, "manual", "Manual", "people", "who grades, how many of them, and by which instructions");
        WriteMethod(json, "automated", "Automated", "programs", "which models judge, and by which prompt");
        WriteMethod(json, "measured", "Measured", "programs", "how calls are timed and paid, and which tests are run");
        json.WriteEndArray();
        json.WriteStartArray("profiles");
        WriteProfile(json, "short", "Short", 500);
        WriteProfile(json, "long", "Long", 3000);
        json.WriteEndArray();
        json.WriteStartArray("dimensions");
        WriteDimension(json, "accuracy", "Accuracy", "Mean of four grades from 1 to 4, by people or by models, never mixed.", WriteGraded);
        WriteDimension(json, "cost", "Cost", "What one request costs in US dollars.", WriteCost, WriteTiers);
        WriteDimension(json, "speed", "Speed", "Seconds to the full response.", WriteSpeed);
        WriteDimension(json, "trust", "Trust", "Plain mean of safety, privacy, truthfulness and CRM fairness, in percent.", WriteTested);
        json.WriteEndArray();
    }

    private static void WriteMethod(Utf8JsonWriter json, string id, string name, string judgedBy, string blank)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("judged_by", judgedBy);
        json.WriteString("description", Blank.For(blank));
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, string id, string name, int input)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteNumber("input_tokens", input);
        json.WriteNumber("output_tokens", 250);
        json.WriteEndObject();
    }

    private static void WriteDimension(
        Utf8JsonWriter json,
        string id,
        string name,
        string description,
        Action<Utf8JsonWriter> metrics,
        Action<Utf8JsonWriter>? tiers = null)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("description", description);
        json.WriteStartArray("metrics");
        metrics(json);
        json.WriteEndArray();
        tiers?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteGraded(Utf8JsonWriter json)
    {
        foreach (var (id, name, description) in Graded)
        {
            WriteMetric(json, id, name, description, "grade", "higher", ["manual", "automated"], WriteScale);
        }
    }

    private static void WriteScale(Utf8JsonWriter json)
    {
        json.WriteStartObject("scale");
        json.WriteNumber("lowest", Grades[^1].Value);
        json.WriteNumber("highest", Grades[0].Value);
        json.WriteStartArray("grades");
        foreach (var (value, name, meaning) in Grades)
        {
            json.WriteStartObject();
            json.WriteNumber("value", value);
            json.WriteString("name", name);
            json.WriteString("meaning", meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCost(Utf8JsonWriter json) =>
        WriteMetric(json, "cost-per-request", "Cost per request", "Mean US dollars of one request.", "usd", "lower", ["measured"]);

    private static void WriteTiers(Utf8JsonWriter json)
    {
        json.WriteStartObject("tiers");
        json.WriteString("rule", "thresholds");
        json.WriteStartArray("bands");
        WriteBand(json, "low", "Low", 0.002m);
        WriteBand(json, "medium", "Medium", 0.01m);
        WriteBand(json, "high", "High", null);
        json.WriteEndArray();
        json.WriteString("reason", Blank.For("why these bounds"));
        json.WriteEndObject();
    }

    private static void WriteBand(Utf8JsonWriter json, string id, string name, decimal? upTo)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        if (upTo is { } bound)
        {
            json.WriteNumber("up_to", bound);
        }

        json.WriteEndObject();
    }

    private static void WriteSpeed(Utf8JsonWriter json) =>
        WriteMetric(json, "seconds", "Seconds, mean", "Mean seconds to the full response, over the calls that ended well.", "seconds", "lower", ["measured"]);

    private static void WriteTested(Utf8JsonWriter json)
    {
        foreach (var (id, name, description) in Tested)
        {
            WriteMetric(json, id, name, description, "percent", "higher", ["measured"]);
        }
    }

    private static void WriteMetric(
        Utf8JsonWriter json,
        string id,
        string name,
        string description,
        string unit,
        string better,
        string[] methods,
        Action<Utf8JsonWriter>? scale = null)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("name", name);
        json.WriteString("description", description);
        json.WriteString("unit", unit);
        json.WriteString("better", better);
        JsonText.WriteTexts(json, "methods", methods);
        scale?.Invoke(json);
        json.WriteEndObject();
    }
}
