using System.Collections.Immutable;
using System.Text.Json;
using CrmBench.Core.Diagnostics;
using CrmBench.Data.Csv;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>
/// A benchmark that is about to be filled in: what it measures, a table of use cases, and a first release as a draft.
/// </summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Release">Identifier of the first release.</param>
/// <param name="Date">The day the first release will be closed.</param>
public sealed record NewBenchmark(string Id, string Name, string Release, DateOnly Date)
{
    private const string Site = "site.json";

    /// <summary>The question the board answers, or null for a blank.</summary>
    public string? Question { get; init; }

    /// <summary>One sentence on what is measured, or null for a blank.</summary>
    public string? Summary { get; init; }

    /// <summary>Name in switchers, or null for the full one.</summary>
    public string? ShortName { get; init; }

    /// <summary>Whether all its results are invented.</summary>
    public bool IsInvented { get; init; }

    /// <summary>The use cases; none for a blank row.</summary>
    public ImmutableArray<NewUseCase> UseCases { get; init; } = [];

    /// <summary>What it measures; null for four dimensions as a start.</summary>
    public NewMeasures? Measures { get; init; }

    /// <summary>What a reader of its first release must know before comparing.</summary>
    public ImmutableArray<string> KnownLimits { get; init; } = [];

    /// <summary>What was assumed and somebody should look at, a sentence each, for the explanation beside the files.</summary>
    public ImmutableArray<string> ToReview { get; init; } = [];

    /// <summary>The folder, from <c>data/</c>.</summary>
    public string Folder => $"benchmarks/{Id}";

    /// <summary>The files of the folder, the explanation among them.</summary>
    public ImmutableArray<OutputFile> ToFiles() =>
    [
        new OutputFile($"{Folder}/{BenchmarkForms.Benchmark.Name}", JsonText.Write(WriteJson)),
        new OutputFile($"{Folder}/{BenchmarkForms.UseCases.Name}", UseCasesText()),
        new OutputFile($"{Folder}/README.md", Explanation()),
        .. new NewRelease(Id, Release, Date) { Changes = "The first release.", KnownLimits = KnownLimits }.ToFiles(),
    ];

    /// <summary>
    /// <c>site.json</c> with the benchmark at the end of its list and everything else as it is written; null where the list cannot be
    /// found or has the benchmark already.
    /// </summary>
    /// <param name="repository">The repository.</param>
    public OutputFile? Listed(FileTree repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var bytes = repository.Read($"data/{Site}");
        var unreported = new DiagnosticBag();
        if (SourceTextReader.Decode(Site, bytes, unreported) is not { } text
            || JsonTree.Parse(text, unreported) is not { Kind: JsonValueKind.Object } root
            || root.Members.FirstOrDefault(member => member.Name == "benchmarks")?.Value is not { Kind: JsonValueKind.Array } list
            || list.Items is not [.., var last]
            || list.Items.Exists(item => item.Text == Id))
        {
            return null;
        }

        // After the last entry, separated from it as it is from the one before.
        var separator = list.Items is [.., var before, _] ? text.TextOf(before.End, last.Offset) : ", ";
        var edited = EditedText.Apply(text.Utf8.Span, [new TextEdit(last.End, 0, $"{separator}\"{Id}\"")]);
        var mark = bytes.Length > text.Utf8.Length ? "\uFEFF" : "";
        return new OutputFile(Site, mark + System.Text.Encoding.UTF8.GetString(edited.Utf8.Span));
    }

    private string UseCasesText()
    {
        var columns = BenchmarkForms.UseCases.Columns;
        var useCases = UseCases.IsEmpty ? [new NewUseCase(Blank.Mark)] : UseCases;
        var measures = Measures ?? UsualDimensions.Measures;
        return CsvWriter.Write(
            [.. columns.Select(column => column.Name)],
            useCases.Select(useCase => (ImmutableArray<string>)
            [
                .. columns.Select(column => column.Name switch
                {
                    "id" => useCase.Id,
                    "name" => useCase.Name ?? Blank.Mark,
                    "area" => useCase.Area ?? Blank.Mark,
                    "type" => useCase.Name is null ? Blank.Mark : "",
                    "profile" => measures.Profiles.IsEmpty ? "" : measures.Profiles[0].Id,
                    _ => "",
                }),
            ]));
    }

    private string Explanation() => EntryReadme.Write(
        Name,
        [
            .. Measures is null
                ? new[]
                {
                    "This folder is one benchmark. The places to fill in begin with `" + Blank.Mark + "`.",
                    "The four dimensions are a start: change them, their metrics, scales and tiers until they are what you measure. Nothing about them is in the program.",
                }
                : ["This folder is one benchmark. Everything in it can be changed: names, descriptions, units, directions, and what counts."],
            .. ToReview,
            $"Prose goes into `content/benchmarks/{Id}.md` (method and limits) and `content/use-cases/{Id}/<use case>.md`.",
            $"`crmbench check data/{Folder}` says what is still open, and what is wrong where.",
            "This file is for you and is not read; it may be removed.",
        ],
        [
            (BenchmarkForms.Benchmark.Name, FormDictionary.Of(BenchmarkForms.Benchmark)),
            (BenchmarkForms.UseCases.Name, FormDictionary.Of(BenchmarkForms.UseCases)),
            (ReleaseForms.Release.Path[ReleaseForms.Release.Path.IndexOf("releases/", StringComparison.Ordinal)..], FormDictionary.Of(ReleaseForms.Release)),
        ]);

    private void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("$schema", BenchmarkForms.Benchmark.SchemaReference($"{Folder}/{BenchmarkForms.Benchmark.Name}"));
        json.WriteNumber(FileForm.VersionName, FormVersion.Newest);
        json.WriteString("name", Name);
        json.WriteString("short_name", ShortName ?? Name);
        json.WriteString("question", Question ?? Blank.For("the question the board answers; its heading"));
        json.WriteString("summary", Summary ?? Blank.For("one sentence on what was measured"));
        json.WriteBoolean("invented", IsInvented);
        json.WriteNumber("confidence_level", 0.95m);
        (Measures ?? UsualDimensions.Measures).Write(json);
        json.WriteEndObject();
    }
}
