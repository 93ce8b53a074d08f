using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads a benchmark's folder: <c>benchmark.json</c>, <c>use-cases.csv</c> and the releases.</summary>
internal static class BenchmarkReader
{
    /// <summary>The benchmark, or null after a report: without <c>benchmark.json</c> its releases cannot be read.</summary>
    public static Benchmark? Read(FileTree tree, string path, string id, KnownNames models, Noun subject, DiagnosticBag diagnostics)
    {
        var folder = Folder.Open(tree, path, ["benchmark.json", "use-cases.csv"], ["releases"], diagnostics);
        if (folder.Json(BenchmarkForms.Benchmark) is not { } json)
        {
            return null;
        }

        ImmutableArray<Method> methods = [.. json.Children("methods", Unique(json, MethodReader.Read, views => views[0].Id)).SelectMany(views => views)];
        MethodReader.CheckNames(json, methods);
        foreach (var method in methods.Where(method => ReservedNames.Releases.Contains(method.Id)))
        {
            json.Fail(Problems.ReservedName(json.PlaceOf("methods"), "method", method.Id));
        }

        var profiles = json.Children("profiles", Unique(json, ReadProfile, profile => profile.Id));

        // After an error, a name that the file means to declare may be missing here.
        var areAll = json.Complete;
        var profileNames = new KnownNames("profile", "benchmark.json", [.. profiles.Select(profile => profile.Id)], areAll);
        var declared = methods.Where(method => method.IsDeclared).Select(method => method.Id);
        var dimensions = new DimensionReader(new MethodNames(new KnownNames("method", "benchmark.json", [.. declared], areAll), methods));
        var read = json.Children("dimensions", dimensions.Read);
        var rankBy = json.Reference("rank_by", new KnownNames("dimension", "benchmark.json", [.. dimensions.Ids], IsWhole(dimensions.Ids)));

        var inReleases = folder.OpenFolder("releases");
        var defaultRelease = json.OptionalReference("default_release", new KnownNames("release", inReleases.Path, [.. inReleases.Folders]));

        using var table = folder.Table(BenchmarkForms.UseCases);
        var useCases = table is not null ? UseCasesReader.Read(table, profileNames, diagnostics)
            : folder.Has(BenchmarkForms.UseCases.Name) ? null
            : UseCasesReader.Whole;
        var benchmark = new Benchmark
        {
            Id = id,
            Aliases = Aliases.Of(json),
            Name = json.Text("name"),
            ShortName = json.Text("short_name"),
            Question = json.Text("question"),
            Summary = json.Text("summary"),
            Invented = json.Flag("invented"),
            ConfidenceLevel = json.Number("confidence_level"),
            Holm = json.OptionalWord("comparisons") == "holm",
            RankBy = rankBy,
            DefaultRelease = defaultRelease,
            Unranked = json.OptionalText("unranked"),
            ReferenceModels = json.References("reference_models", models),
            CallNoun = json.Text("call_noun"),
            Subject = subject,
            UseCaseNoun = NounReader.Read(json, "use_case_noun") ?? Noun.UseCase,
            Methods = methods,
            Profiles = profiles,
            Dimensions = read,
            UseCaseWeights = Weights(json, useCases),
            UseCases = useCases?.UseCases ?? [],
            Releases = [],
        };
        return json.ReportUnknownProperties() && useCases is not null
            ? benchmark with { Releases = ReadReleases(tree, inReleases, benchmark, useCases.Names, models, diagnostics) }
            : null;
    }

    // An identifier that was wrong is empty here.
    private static bool IsWhole(IReadOnlyCollection<string> ids) => ids.Count > 0 && !ids.Contains("");

    private static Func<JsonObject, T?> Unique<T>(JsonObject json, Func<JsonObject, T> read, Func<T, string> id)
    {
        var firsts = new FirstPlaces<string>();
        return child =>
        {
            var value = read(child);
            if (id(value).Length > 0 && firsts.Before(id(value), child.PlaceOf("id")) is { } first)
            {
                json.Fail(Problems.DuplicateIdentifier(new Located<string>(id(value), child.PlaceOf("id")), first));
            }

            return value;
        };
    }

    private static Profile ReadProfile(JsonObject json) => new(
        json.IdentifierText("id"),
        json.Text("name"),
        json.Whole("input_tokens"),
        json.Whole("output_tokens"));

    private static ImmutableSortedDictionary<string, double> Weights(JsonObject json, UseCasesReader.Result? useCases)
    {
        var weights = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        json.FreeProperties("use_case_weights", (child, name) =>
        {
            if (useCases is { Names: { AreAll: true } names } && !names.Contains(name.Value))
            {
                child.Fail(Problems.UnknownName(name, names));
            }

            weights[name.Value] = child.Number(name.Value);
        });
        return weights.ToImmutable();
    }

    private static ImmutableArray<Release> ReadReleases(
        FileTree tree, Folder inReleases, Benchmark benchmark, KnownNames useCases, KnownNames models, DiagnosticBag diagnostics)
    {
        var names = new SubmissionNames(benchmark, useCases, models);
        var releases = InParallel.Read(inReleases.Folders, diagnostics, (id, bag) =>
        {
            if (ReservedNames.Releases.Contains(id) || benchmark.Methods.Any(method => method.Id == id))
            {
                bag.Report(Problems.ReservedName(new SourcePlace(inReleases.PathOf(id)), "release", id));
            }

            return ReleaseReader.Read(tree, inReleases.PathOf(id), id, names, bag);
        });
        Aliases.CheckTaken(
            "release",
            inReleases.Folders,
            [.. releases.OfType<Release>().SelectMany(release => release.Aliases, (release, alias) => (release.Id, alias))],
            id => ReservedNames.Releases.Contains(id) || benchmark.Methods.Any(method => method.Id == id),
            diagnostics);
        foreach (var (release, first) in ReadAlike.Of(releases.OfType<Release>(), release => release.Name))
        {
            diagnostics.Report(Problems.NameTaken(new SourcePlace($"{inReleases.PathOf(release.Id)}/release.json"), "release", release.Name, first.Id));
        }

        return [.. releases.OfType<Release>().OrderByDescending(release => release.Date).ThenByDescending(release => release.Id, StringComparer.Ordinal)];
    }
}

/// <summary>Reads <c>use-cases.csv</c>.</summary>
internal static class UseCasesReader
{
    /// <summary>What was read.</summary>
    /// <param name="UseCases">The use cases whose rows were right, in the order of the file.</param>
    /// <param name="Names">The use cases that are declared, even if their rows have errors.</param>
    public sealed record Result(ImmutableArray<UseCase> UseCases, KnownNames Names);

    /// <summary>Of a benchmark without use cases.</summary>
    public static Result Whole { get; } = new([UseCase.Whole], new KnownNames("use case", "use-cases.csv", [UseCase.Whole.Id]));

    /// <summary>All use cases.</summary>
    public static Result Read(CsvTable table, KnownNames profiles, DiagnosticBag diagnostics)
    {
        var (id, name, area, type) = (table.Column("id"), table.Column("name"), table.Column("area"), table.Column("type"));
        var (profile, calls) = (table.Column("profile"), table.Column("calls_per_year"));
        var (input, output) = (table.Column("input_tokens"), table.Column("output_tokens"));
        var former = table.Column("aliases");
        var (group, task) = (table.Column("task_group"), table.Column("task"));
        var useCases = ImmutableArray.CreateBuilder<UseCase>();
        var declared = new List<string>();
        var aliases = new List<(string Owner, Alias Alias)>();
        var firsts = new FirstPlaces<string>();
        var looks = new Looks();
        while (table.Read())
        {
            var useCase = new UseCase
            {
                Id = table.UniqueIdentifier(id, firsts),
                Aliases = Aliases.Of(table, former),
                Name = table.Name(name),
                Area = table.Name(area),
                Type = table.Name(type),
                Profile = table.OptionalReference(profile, profiles),
                CallsPerYear = table.OptionalWhole(calls),
                InputTokens = table.OptionalCount(input),
                OutputTokens = table.OptionalCount(output),
                Group = table.Name(group),
                Task = table.Name(task),
            };
            declared.Add(useCase.Id);
            aliases.AddRange(useCase.Aliases.Select(alias => (useCase.Id, alias)));
            table.CheckLook(name, looks);
            if (table.Complete)
            {
                useCases.Add(useCase);
            }
        }

        Aliases.CheckTaken("use case", declared, aliases, diagnostics);
        return new Result(useCases.ToImmutable(), new KnownNames(
            "use case", "use-cases.csv", [.. declared.Where(name => name.Length > 0)], table.IsSound && !declared.Contains("")));
    }
}
