using System.Text.Json;

namespace CrmBench.Site.Browser;

/// <summary>Writes columns of values as JSON arrays.</summary>
internal sealed class ColumnWriter(Utf8JsonWriter json)
{
    /// <summary>A number, or null.</summary>
    public void Write(string name, double? number)
    {
        json.WritePropertyName(name);
        WriteNumber(number);
    }

    /// <summary>A column of numbers, left out where none of them is known.</summary>
    public void Write(string name, IEnumerable<double?> numbers)
    {
        var all = numbers.ToArray();
        if (all.Any(number => number is not null))
        {
            json.WritePropertyName(name);
            Write(all);
        }
    }

    /// <summary>A column of numbers.</summary>
    public void Write(IEnumerable<double?> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            WriteNumber(number);
        }

        json.WriteEndArray();
    }

    /// <summary>A column of texts.</summary>
    public void Write(string name, IEnumerable<string> texts)
    {
        json.WritePropertyName(name);
        Write(texts);
    }

    /// <summary>A column of texts.</summary>
    public void Write(IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A column of whole numbers that are all known.</summary>
    public void WriteAll(string name, IEnumerable<int> numbers)
    {
        json.WritePropertyName(name);
        WriteAll(numbers);
    }

    /// <summary>A column of whole numbers that are all known.</summary>
    public void WriteAll(IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private void WriteNumber(double? number)
    {
        if (number is { } value)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
