using System.Globalization;

namespace CrmBench.Mutation;

/// <summary>Which tests reach which faults, and how long they take.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<int, List<(TestCase Test, long Milliseconds)>> _tests = [];
    private readonly HashSet<int> _once = [];

    /// <summary>Tests of a few milliseconds, of all classes.</summary>
    public List<(TestCase Test, long Milliseconds)> Quickest { get; } = [];

    /// <summary>How many tests there are.</summary>
    public int Tests { get; private set; }

    /// <summary>Whether a fault is in what the program computes once, before any test asks for it.</summary>
    public bool IsReachedOnce(int mutant) => _once.Contains(mutant);

    /// <summary>The tests that reach a fault, the quickest first.</summary>
    public IEnumerable<(TestCase Test, long Milliseconds)> TestsOf(int mutant) => _tests.GetValueOrDefault(mutant) ?? [];

    /// <summary>Whether any test reaches a fault.</summary>
    public bool IsReached(int mutant) => IsReachedOnce(mutant) || _tests.ContainsKey(mutant);

    /// <summary>Reads what <see cref="Worker.Cover"/> wrote.</summary>
    public static Coverage Read(string file)
    {
        var coverage = new Coverage();
        foreach (var line in File.ReadLines(file))
        {
            var parts = line.Split('\t');
            var numbers = parts[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));
            if (parts[0] == "once")
            {
                coverage._once.UnionWith(numbers);
                continue;
            }

            var test = (new TestCase(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture)), long.Parse(parts[3], CultureInfo.InvariantCulture));
            coverage.Tests++;
            if (test.Item2 < 10)
            {
                coverage.Quickest.Add(test);
            }

            foreach (var number in numbers)
            {
                if (!coverage._tests.TryGetValue(number, out var tests))
                {
                    coverage._tests[number] = tests = [];
                }

                tests.Add(test);
            }
        }

        foreach (var tests in coverage._tests.Values)
        {
            tests.Sort((one, other) => one.Milliseconds.CompareTo(other.Milliseconds));
        }

        return coverage;
    }
}
