using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Import.Kernel;

namespace CrmBench.Import;

/// <content>The mapping: how the table is read by <c>crmbench import csv</c>.</content>
public sealed partial class BoardProposal
{
    /// <summary>The mapping, as a file two folders below the root of the repository.</summary>
    public string Mapping() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", $"../../data/{FormVersion.Folder}/{MappingForm.Mapping.SchemaName}");
        json.WriteNumber(FileForm.VersionName, FormVersion.Newest);
        WriteWriting(json, _table.Used);
        if (_table.Task is { } task)
        {
            WriteNames(json, "use_cases", UseCases.Select(useCase => (useCase.Name!, useCase.Id)));
        }

        if (_table.Value is not null)
        {
            WriteNames(json, "metrics", Metrics.Select(metric => (metric.Column.Name, metric.Id)));
        }

        json.WriteStartObject("columns");
        json.WriteString("model", _table.Model);
        WriteColumn(json, "use_case", _table.Task);
        WriteColumn(json, "evaluated_on", _table.Evaluated);
        WriteVariant(json);
        json.WriteEndObject();
        json.WriteStartObject("constants");
        json.WriteString("submitted_by", _choices.SubmittedBy);
        json.WriteEndObject();
        json.WriteStartArray("tables");
        foreach (var part in Parts())
        {
            json.WriteStartObject();
            json.WriteString("table", "scores");
            part(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private IEnumerable<Action<Utf8JsonWriter>> Parts()
    {
        if (_table.Value is { } value)
        {
            // Shares and percentages stand in one column; which is which, the metric says.
            foreach (var group in Metrics.GroupBy(metric => (metric.Column.IsShare, metric.Column.Factor)))
            {
                yield return json => WriteRows(json, value, [.. group], group.Key.IsShare, group.Key.Factor);
            }
        }
        else
        {
            foreach (var group in Metrics.GroupBy(metric => metric.UseCase))
            {
                yield return json => WriteColumns(json, [.. group], group.Key);
            }
        }
    }

    private void WriteRows(Utf8JsonWriter json, string value, ImmutableArray<Measured> metrics, bool areShares, decimal factor)
    {
        json.WriteStartObject("columns");
        json.WriteString("metric", _table.Metric!);
        if (factor == 1)
        {
            json.WriteString("value", value);
        }
        else
        {
            json.WriteStartObject("value");
            json.WriteString("column", value);
            json.WriteNumber("factor", factor);
            json.WriteEndObject();
        }

        WriteColumn(json, "n", _table.Count);
        json.WriteEndObject();
        WriteUseCase(json, _table.Task is null ? Whole : null);
        json.WriteStartObject("where");
        json.WriteStartObject(_table.Metric!);
        json.WriteTexts("one_of", metrics.Select(metric => metric.Column.Name));
        json.WriteEndObject();
        json.WriteEndObject();
        if (areShares)
        {
            json.WriteBoolean("shares_are_percent", true);
        }
    }

    private void WriteColumns(Utf8JsonWriter json, ImmutableArray<Measured> metrics, NewUseCase? useCase)
    {
        // Beside tasks, what belongs to no task belongs to the model as a whole.
        WriteUseCase(json, useCase?.Id ?? (AreTasks || _table.Task is not null ? null : Whole));
        json.WriteStartObject("metric_columns");
        foreach (var metric in metrics)
        {
            var column = metric.Column;
            var count = !AreTasks && column.Unit is Unit.Percent or Unit.Grade ? _table.Count : null;
            if (!column.IsShare && column.Factor == 1 && count is null && column.Error is null)
            {
                json.WriteString(metric.Id, column.Name);
                continue;
            }

            json.WriteStartObject(metric.Id);
            json.WriteString("column", column.Name);
            if (column.IsShare)
            {
                json.WriteBoolean("share", true);
            }

            if (column.Factor != 1)
            {
                json.WriteNumber("factor", column.Factor);
            }

            WriteColumn(json, "n", count);
            WriteColumn(json, "se", column.Error);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUseCase(Utf8JsonWriter json, string? id)
    {
        if (id is not null)
        {
            json.WriteStartObject("constants");
            json.WriteString("use_case", id);
            json.WriteEndObject();
        }
    }

    private static void WriteWriting(Utf8JsonWriter json, TableWriting writing)
    {
        if (writing.Encoding != MappingForm.Encodings[0])
        {
            json.WriteString("encoding", writing.Encoding);
        }

        json.WriteString("delimiter", MappingForm.Delimiters.First(known => known.Character == writing.Delimiter).Word);
        json.WriteString("decimal", writing.Decimal.ToString());
        if (writing.Thousands is { } sign)
        {
            json.WriteString("thousands", sign.ToString());
        }

        if (!writing.Missing.IsEmpty)
        {
            json.WriteTexts("missing", writing.Missing.Order(StringComparer.Ordinal));
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<(string Theirs, string Ours)> names)
    {
        json.WriteStartObject(property);
        foreach (var (theirs, ours) in names)
        {
            json.WriteString(theirs, ours);
        }

        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, string ours, string? theirs)
    {
        if (theirs is not null)
        {
            json.WriteString(ours, theirs);
        }
    }

    private void WriteVariant(Utf8JsonWriter json)
    {
        switch (_table.Variant)
        {
            case []:
                break;
            case [var only]:
                json.WriteString("variant", only);
                break;
            case [var first, .. var others]:
                json.WriteStartObject("variant");
                json.WriteString("column", first);
                json.WriteTexts("joined", others);
                json.WriteString("separator", ", ");
                json.WriteEndObject();
                break;
        }
    }
}
