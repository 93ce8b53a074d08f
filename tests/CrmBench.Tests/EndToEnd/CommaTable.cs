namespace CrmBench.Tests.EndToEnd;

/// <summary>A table without quoted fields, read the shortest way: an oracle must not share the reader it checks.</summary>
internal static class CommaTable
{
    public static IEnumerable<Dictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
