using System.Globalization;
using CrmBench.Tests.Support;

namespace CrmBench.Tests.Core.Statistics;

/// <summary>A CSV file of published numbers, without quotes in it, whose cells are found by column name.</summary>
internal sealed class OracleTable
{
    private readonly string[] _columns;

    private OracleTable(string path)
    {
        var lines = File.ReadAllLines(path);
        _columns = lines[0].Split(',');
        Rows = [.. lines.Skip(1).Select(line => new Row(this, line.Split(',')))];
    }

    public IReadOnlyList<Row> Rows { get; }

    public static OracleTable Read(string name) =>
        new(Repository.PathOf("tests", "CrmBench.Tests", "Core", "Statistics", "Oracles", name));

    public static OracleTable ReadShared(params ReadOnlySpan<string> parts) => new(SharedData.PathOf(parts));

    internal sealed class Row(OracleTable table, string[] cells)
    {
        public string this[string column] => cells[Array.IndexOf(table._columns, column)];

        public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);
    }
}
