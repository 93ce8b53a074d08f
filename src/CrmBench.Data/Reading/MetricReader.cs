using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads the metrics of one <c>benchmark.json</c>; identifiers are unique over all its dimensions.</summary>
/// <param name="methods">The benchmark's methods.</param>
internal sealed class MetricReader(MethodNames methods)
{
    private readonly FirstPlaces<string> _firsts = new();

    /// <summary>Whether two metrics can be averaged: the same unit, direction and scale.</summary>
    public static bool AreAlike(Metric a, Metric b) =>
        a.Unit == b.Unit && a.UnitName == b.UnitName && a.Better == b.Better
        && (a.Unit != Unit.Grade || (a.Scale?.Lowest == b.Scale?.Lowest && a.Scale?.Highest == b.Scale?.Highest));

    /// <summary>One metric with its parts.</summary>
    public Metric? Read(JsonObject json)
    {
        var metric = ReadPlain(json);
        var parts = json.Children("parts", part =>
        {
            var read = ReadPlain(part);
            if (!AreAlike(read, metric))
            {
                part.Fail(Problems.PartDiffers(part.Place, read.Id, metric.Id));
            }

            return read;
        });
        return metric with { Parts = parts };
    }

    private Metric ReadPlain(JsonObject json)
    {
        var id = new Located<string>(json.IdentifierText("id"), json.PlaceOf("id"));
        if (id.Value is "item" or "criterion" or "rater")
        {
            json.Fail(Problems.MetricNameTaken(id));
        }
        else if (id.Value.Length > 0 && _firsts.Before(id.Value, id.Place) is { } first)
        {
            json.Fail(Problems.DuplicateIdentifier(id, first));
        }

        // Only ratings differ by judge; published figures, seconds and money are the same on the board of each judge.
        var declared = json.References("methods", methods.Declared);
        var scale = json.OptionalChild("scale", ReadScale);
        var metric = new Metric
        {
            Id = id.Value,
            Name = json.Text("name"),
            Description = json.Text("description"),
            Unit = (Unit)json.Word("unit"),
            UnitName = json.OptionalText("unit_name") ?? "",
            Decimals = json.OptionalWhole("decimals"),
            Better = (Direction)json.Word("better"),
            Methods = scale is null ? declared : methods.WithJudges(declared),
            Counted = json.Flag("counted", absent: true),
            Scale = scale,
            Statistic = (Statistic)json.Word("statistic"),
            PassPower = json.OptionalWhole("pass_power"),
        };
        CheckKind(json, metric);
        return metric;
    }

    private static void CheckKind(JsonObject json, Metric metric)
    {
        // A unit that could not be read has been reported; a second message about its scale would mislead.
        if (!json.Complete)
        {
            return;
        }

        if (metric.Unit == Unit.Grade && metric.Scale is null)
        {
            json.Fail(Problems.ScaleMissing(json.Place, metric.Id));
        }

        if (metric is { Scale: not null, Unit: not (Unit.Grade or Unit.Percent) }
            or { Scale: not null and not { Lowest: 0 }, Unit: Unit.Percent })
        {
            json.Fail(Problems.ScaleNotAllowed(json.PlaceOf("scale"), metric.Id));
        }

        if (metric.UnitName.Length > 0 ? metric.Unit is not (Unit.Number or Unit.Count) : metric.Unit == Unit.Number)
        {
            json.Fail(Problems.UnitName(metric.UnitName.Length > 0 ? json.PlaceOf("unit_name") : json.Place, metric));
        }

        if (metric.PassPower is not null && metric.Unit != Unit.Percent)
        {
            json.Fail(Problems.KindAgainstUnit(json.PlaceOf("pass_power"), "pass_power", Unit.Percent));
        }

        if (metric.Statistic != Statistic.Mean && metric.Unit != Unit.Seconds)
        {
            json.Fail(Problems.KindAgainstUnit(json.PlaceOf("statistic"), "statistic", Unit.Seconds));
        }
    }

    private static RatingScale? ReadScale(JsonObject json)
    {
        var lowest = json.Whole("lowest");
        var highest = json.Whole("highest");
        var grades = json.Children("grades", grade =>
            new Located<Grade>(
                new Grade(grade.Whole("value"), grade.Text("name"), grade.Text("meaning")),
                grade.PlaceOf("value")));
        if (!json.Complete)
        {
            return null;
        }

        if (highest <= lowest)
        {
            json.Fail(Problems.ScaleUpsideDown(json.Place, lowest, highest));
            return null;
        }

        var values = new HashSet<int>();
        foreach (var grade in grades)
        {
            if (grade.Value.Value < lowest || grade.Value.Value > highest || !values.Add(grade.Value.Value))
            {
                json.Fail(Problems.GradeOffScale(grade.Place, grade.Value.Value));
            }
        }

        return new RatingScale(lowest, highest, [.. grades.Select(grade => grade.Value).OrderByDescending(grade => grade.Value)]);
    }
}
