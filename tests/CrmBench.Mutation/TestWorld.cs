using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Xunit.Sdk;
using Xunit.v3;

namespace CrmBench.Mutation;

/// <summary>One row of a test.</summary>
/// <param name="Type">Full name of its class.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Row">Which row of a theory, from 0.</param>
internal sealed record TestCase(string Type, string Method, int Row)
{
    public override string ToString() => $"{Type}\t{Method}\t{Row}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static TestCase Parse(string line)
    {
        var parts = line.Split('\t');
        return new TestCase(parts[0], parts[1], int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>
/// The tests and the program with all its faults, loaded apart from every other world: whatever is computed once and kept is computed
/// here anew. Runs tests one by one, as their framework would, in no more time than they take.
/// </summary>
internal sealed class TestWorld : AssemblyLoadContext
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly string _bin;
    private readonly Assembly _tests;
    private readonly FieldInfo _active;
    private readonly FieldInfo _reached;
    private readonly Dictionary<string, object?[]> _fixtures = [];
    private readonly Dictionary<(string, string), (MethodInfo Method, object?[][] Rows)> _methods = [];

    public TestWorld(string bin)
        : base(isCollectible: true)
    {
        _bin = bin;
        _tests = LoadFromAssemblyPath(Path.Combine(bin, "CrmBench.Tests.dll"));
        var mutants = LoadFromAssemblyName(new AssemblyName("CrmBench.Core")).GetType("CrmBench.Mutation.Switch", throwOnError: true)!;
        _active = mutants.GetField("Active")!;
        _reached = mutants.GetField("Reached")!;
    }

    /// <summary>The fault that is switched on; -1 for none.</summary>
    public int Active
    {
        set => _active.SetValue(null, value);
    }

    /// <summary>Begins to write down which faults are reached.</summary>
    public bool[] Record(int mutants)
    {
        var reached = new bool[mutants];
        _reached.SetValue(null, reached);
        return reached;
    }

    /// <summary>Computes what the program and its own tests compute once, so that no fault is in it.</summary>
    public void Warm()
    {
        foreach (var type in ((string[])["CrmBench.Core", "CrmBench.Data"]).SelectMany(name => LoadFromAssemblyName(new AssemblyName(name)).GetTypes())
            .Concat(_tests.GetTypes().Where(type => type.Namespace is { } space && (space.StartsWith("CrmBench.Tests.Core", StringComparison.Ordinal) || space.StartsWith("CrmBench.Tests.Data", StringComparison.Ordinal))))
            .Where(type => !type.ContainsGenericParameters))
        {
            try
            {
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
                foreach (var field in type.GetFields(Static).Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Lazy<>)))
                {
                    field.FieldType.GetProperty("Value")!.GetValue(field.GetValue(null));
                }
            }
            catch (Exception trouble) when (trouble is TypeInitializationException or TargetInvocationException)
            {
                // It will fail again in the test that needs it.
            }
        }
    }

    /// <summary>All tests below a namespace that need nothing shared between classes.</summary>
    public IEnumerable<TestCase> Cases(string space)
    {
        foreach (var type in _tests.GetTypes().Where(type => type.Namespace is { } own && (own + ".").StartsWith(space + ".", StringComparison.Ordinal) && !type.IsAbstract).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => !IsFixture(type, parameter.ParameterType))))
            {
                continue;
            }

            foreach (var method in type.GetMethods().Where(method => method.GetCustomAttributes().Any(attribute => attribute is IFactAttribute { Explicit: false })))
            {
                var rows = Find(type.FullName!, method.Name).Rows.Length;
                for (var row = 0; row < rows; row++)
                {
                    yield return new TestCase(type.FullName!, method.Name, row);
                }
            }
        }
    }

    /// <summary>Runs a test.</summary>
    /// <returns>What it says is wrong; null where nothing is.</returns>
    public string? Run(TestCase test)
    {
        // In a context of its own: a test may set a culture and leave it.
        try
        {
            Task.Run(() => RunAsync(test)).GetAwaiter().GetResult();
            return null;
        }
        catch (Exception failure)
        {
            var told = (failure as TargetInvocationException)?.InnerException ?? failure;
            return told.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal) ? null : $"{told.GetType().Name}: {told.Message}";
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Only what differs between worlds is loaded again; the rest is compiled to machine code once.
        var file = Path.Combine(_bin, assemblyName.Name + ".dll");
        return assemblyName.Name is { } name && (name.StartsWith("CrmBench.", StringComparison.Ordinal) || name is "crmbench" or "carry-over") && File.Exists(file)
            ? LoadFromAssemblyPath(file)
            : null;
    }

    private async Task RunAsync(TestCase test)
    {
        var (method, rows) = Find(test.Type, test.Method);
        var type = method.DeclaringType!;
        object? instance = null;
        try
        {
            instance = method.IsStatic ? null : Activator.CreateInstance(type, await FixturesAsync(type));
            if (instance is Xunit.IAsyncLifetime begun)
            {
                await begun.InitializeAsync();
            }

            switch (method.Invoke(instance, rows[test.Row]))
            {
                case Task task:
                    await task;
                    break;
                case ValueTask task:
                    await task;
                    break;
            }
        }
        finally
        {
            switch (instance)
            {
                case IAsyncDisposable ended:
                    await ended.DisposeAsync();
                    break;
                case IDisposable ended:
                    ended.Dispose();
                    break;
            }
        }
    }

    private async Task<object?[]> FixturesAsync(Type type)
    {
        if (!_fixtures.TryGetValue(type.FullName!, out var fixtures))
        {
            fixtures = [.. type.GetConstructors().Single().GetParameters().Select(parameter => Activator.CreateInstance(parameter.ParameterType))];
            foreach (var fixture in fixtures.OfType<Xunit.IAsyncLifetime>())
            {
                await fixture.InitializeAsync();
            }

            _fixtures[type.FullName!] = fixtures;
        }

        return fixtures;
    }

    private static bool IsFixture(Type type, Type parameter) =>
        type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(Xunit.IClassFixture<>) && face.GetGenericArguments()[0] == parameter);

    private (MethodInfo Method, object?[][] Rows) Find(string type, string name)
    {
        if (!_methods.TryGetValue((type, name), out var found))
        {
            var method = _tests.GetType(type, throwOnError: true)!.GetMethod(name)!;
            IDataAttribute[] data = [.. method.GetCustomAttributes().OfType<IDataAttribute>()];
            found = (method, data.Length == 0
                ? [[]]
                : [.. data.SelectMany(rows => rows.GetData(method, new DisposalTracker()).AsTask().GetAwaiter().GetResult()).Select(row => Fitting(method, row.GetData()))]);
            _methods[(type, name)] = found;
        }

        return found;
    }

    // A whole number may stand for any other kind of number, and the last arguments may be a list.
    private static object?[] Fitting(MethodInfo method, object?[] given)
    {
        var parameters = method.GetParameters();
        var fitting = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (parameters[i].IsDefined(typeof(ParamArrayAttribute)) && !(given.Length == parameters.Length && (given[i] is null || type.IsInstanceOfType(given[i]))))
            {
                var rest = Array.CreateInstance(type.GetElementType()!, given.Length - i);
                ((IList)given[i..]).CopyTo(rest, 0);
                fitting[i] = rest;
                continue;
            }

            var value = i < given.Length ? given[i] : parameters[i].DefaultValue;
            var plain = Nullable.GetUnderlyingType(type) ?? type;
            fitting[i] = value is IConvertible && !plain.IsInstanceOfType(value) && plain.IsPrimitive | plain == typeof(decimal)
                ? Convert.ChangeType(value, plain, System.Globalization.CultureInfo.InvariantCulture)
                : value;
        }

        return fitting;
    }
}
