using System.Collections.Immutable;
using System.Globalization;
using CrmBench.Core.Model;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;

namespace CrmBench.Data.Entries;

/// <summary>A release that is about to be filled in; it begins as a draft.</summary>
/// <param name="Benchmark">Identifier of the benchmark.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Date">The day it will be closed.</param>
public sealed record NewRelease(string Benchmark, string Id, DateOnly Date)
{
    /// <summary>The release it begins as a copy of, without its submissions; null for none.</summary>
    public Release? From { get; init; }

    /// <summary>Identifiers of the use cases it covers; null for all.</summary>
    public ImmutableArray<string>? UseCases { get; init; }

    /// <summary>What changed since the release before, or null for a blank.</summary>
    public string? Changes { get; init; }

    /// <summary>What a reader must know before comparing, where it is no copy of another release.</summary>
    public ImmutableArray<string> KnownLimits { get; init; } = [];

    /// <summary>The folder, from <c>data/</c>.</summary>
    public string Folder => $"benchmarks/{Benchmark}/releases/{Id}";

    /// <summary>The identifier that a release has unless somebody names another: <c>2026-08</c>.</summary>
    public static string UsualId(DateOnly date) => date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The files of the folder, the explanation among them.</summary>
    public ImmutableArray<OutputFile> ToFiles() =>
    [
        new OutputFile($"{Folder}/{ReleaseForms.Release.Name}", Json()),
        new OutputFile($"{Folder}/README.md", Explanation()),
    ];

    /// <summary>The submissions of the release it is a copy of, byte for byte, in the new folder; withdrawn ones stay behind.</summary>
    /// <param name="repository">The repository.</param>
    public ImmutableArray<OutputFile> SubmissionsFrom(FileTree repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        if (From is not { } from)
        {
            return [];
        }

        var old = $"benchmarks/{Benchmark}/releases/{from.Id}/";
        return
        [
            .. from submission in @from.Submissions
               where submission.Withdrawn is null
               let path = $"data/{old}submissions/{submission.Id}"
               from entry in repository.List(path)
               where entry.Kind == EntryKind.File
               select new OutputFile(
                   $"{Folder}/submissions/{submission.Id}/{entry.Name}",
                   System.Text.Encoding.UTF8.GetString(repository.Read($"{path}/{entry.Name}"))),
        ];
    }

    private string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", ReleaseForms.Release.SchemaReference($"{Folder}/{ReleaseForms.Release.Name}"));
        json.WriteNumber(FileForm.VersionName, FormVersion.Newest);
        json.WriteString("date", Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("status", "draft");
        json.WriteString("changes", Changes ?? Blank.For("what changed since the release before"));
        json.WriteTexts("known_limits", From is { } known ? known.KnownLimits.Select(limit => Copied(known, limit)) : KnownLimits);
        if (UseCases is { } useCases)
        {
            json.WriteTexts("use_cases", useCases);
        }

        if (From is { RankByReason: { } reason } from)
        {
            json.WriteString("rank_by", from.RankBy);
            json.WriteString("rank_by_reason", Copied(from, reason));
        }

        json.WriteEndObject();
    });

    // What was true of one release need not be of the next: somebody must have read it.
    private static string Copied(Release from, string text) => Blank.Copied(from.Id, text);

    private string Explanation() => EntryReadme.Write(
        $"Release {Id}",
        [
            "This folder is one release, and a draft: submissions can still be added, in folders below `submissions/`.",
            $"`crmbench new submission --benchmark {Benchmark} --release {Id}` makes such a folder.",
            $"What it took over from the release before begins with `{Blank.Mark}`: read it, and keep it without these words, or remove it.",
            .. From?.RankByReason is null ? Array.Empty<string>() :
            [
                "`rank_by` was copied, too: it orders the board by another dimension than the benchmark does. Remove it with its reason if the reason is gone.",
            ],
            "Until it is frozen, readers see the release before first. Once it is complete, write `frozen` under `status`: from then on a correction is a new entry.",
            "This file is for you and is not read; it may be removed.",
        ],
        [(ReleaseForms.Release.Name, FormDictionary.Of(ReleaseForms.Release))]);
}
