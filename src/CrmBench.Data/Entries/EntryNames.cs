using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>
/// What is wrong with the names and values that somebody gives for a new submission, release or benchmark: a sentence, or null where
/// they can be used.
/// </summary>
public static class EntryNames
{
    /// <summary>An identifier for a name, to be offered.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">The identifier where the name has none in it.</param>
    public static string Suggested(string name, string otherwise) => Slug.Of(name) is var slug && Identifier.IsValid(slug) ? slug : otherwise;

    /// <summary>Whether a benchmark is there and can be read.</summary>
    public static string? Benchmark(Catalogue catalogue, string id, FileTree repository)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(repository);
        var known = new KnownNames("benchmark", "data/site.json", [.. catalogue.Benchmarks.Select(known => known.Id)]);
        return Unreadable(id, known, "data/benchmarks", repository);
    }

    /// <summary>Whether a release is there and can be read.</summary>
    public static string? Release(Benchmark benchmark, string id, FileTree repository)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(repository);
        var folder = $"data/benchmarks/{benchmark.Id}/releases";
        return Unreadable(id, new KnownNames("release", folder, [.. benchmark.Releases.Select(known => known.Id)]), folder, repository);
    }

    /// <summary>Whether a method is there.</summary>
    public static string? Method(Benchmark benchmark, string id)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        return Unknown(id, new KnownNames("method", "benchmark.json", [.. benchmark.DeclaredMethods.Select(known => known.Id)]));
    }

    /// <summary>Whether a use case is there.</summary>
    public static string? UseCase(Benchmark benchmark, string id)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        return Unknown(id, new KnownNames("use case", "use-cases.csv", [.. benchmark.UseCases.Select(known => known.Id)]));
    }

    /// <summary>The model of a name: its identifier, a former one, or how others write it.</summary>
    /// <param name="catalogue">The models.</param>
    /// <param name="name">The name.</param>
    /// <param name="files">The repository, whose files say which columns a new row has.</param>
    /// <param name="problem">What is wrong where there is none, with the row that would add it.</param>
    public static ModelCard? Model(Catalogue catalogue, string name, FileTree files, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(files);
        var names = new ModelNames(catalogue.Models.Values, catalogue.Providers.Values, ImmutableDictionary.Create<string, string>(StringComparer.Ordinal));
        if (names.Find(name) is { } id)
        {
            problem = null;
            return catalogue.Models[id];
        }

        var unknown = new ModelRows(names, Table(SiteForms.Models), Table(SiteForms.Providers))
            .Unknown(new Located<string>(name, new SourcePlace("")), details: null);
        problem = $"There is no model {Quoted(name)}. " + unknown.Nearest switch
        {
            [] => "",
            [var only] => $"Did you mean '{only}'? ",
            _ => $"Near names are {string.Join(", ", unknown.Nearest)}. ",
        } + $"A new one needs a row in data/models.csv: {unknown.Row}" +
            (unknown.ProviderRow.Length > 0 ? $" Its provider needs one in data/providers.csv: {unknown.ProviderRow}" : "");
        return null;

        byte[] Table(TableForm form) => files.Read($"data/{form.Name}");
    }

    /// <summary>Whether an identifier can be given to something new.</summary>
    /// <param name="kind">What is new: <c>release</c>.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="taken">Whether it is taken by a page of the site.</param>
    public static string? New(string kind, string id, bool taken = false) =>
        !Identifier.IsValid(id) ? Problems.IdentifierInvalid(new Located<string>(id, new SourcePlace(""))).Message
        : taken ? Problems.ReservedName(new SourcePlace(""), kind, id).Message
        : null;

    /// <summary>Whether a text is a day.</summary>
    public static string? Date(string text) =>
        ValueText.TryDate(text, out _) ? null : Problems.DateInvalid(new Located<string>(text, new SourcePlace(""))).Message;

    /// <summary>Whether a text is an https address.</summary>
    public static string? Address(string text) =>
        ValueText.TryAddress(text, out _) ? null : Problems.AddressInvalid(new Located<string>(text, new SourcePlace(""))).Message;

    /// <summary>Whether something is one of a few words.</summary>
    public static string? OneOf(string kind, string text, IReadOnlyCollection<string> words) =>
        Unknown(text, new KnownNames(kind, "this command", words));

    // What has errors of its own is not among the known names, though its folder is there.
    private static string? Unreadable(string id, KnownNames known, string folder, FileTree repository) =>
        !known.Contains(id) && repository.List(folder).Any(entry => entry.Name == id)
            ? $"The {known.Kind} '{id}' cannot be read as it is. Run 'crmbench check {folder}/{id}' and correct it first."
            : Unknown(id, known);

    private static string? Unknown(string name, KnownNames known) =>
        known.Contains(name) ? null : $"There is no {known.Kind} {Quoted(name)}. {known.Hint(name)}";

    private static string Quoted(string text) => $"'{Invisible.Shown(text)}'";
}
