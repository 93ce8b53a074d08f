using System.Collections.Frozen;
using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Files;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;

namespace CrmBench.Data.Reading;

/// <summary>Reads a release's folder: <c>release.json</c> and the submissions.</summary>
internal static class ReleaseReader
{
    /// <summary>The release, or null after a report; its submissions are checked even then.</summary>
    public static Release? Read(FileTree tree, string path, string id, SubmissionNames names, DiagnosticBag diagnostics)
    {
        var folder = Folder.Open(tree, path, ["release.json"], ["submissions"], diagnostics);
        var release = folder.Json(ReleaseForms.Release) is { } json ? ReadJson(json, id, names) : null;

        ImmutableArray<string> all = [.. names.Benchmark.UseCases.Select(useCase => useCase.Id)];
        var context = new SubmissionContext(names, id, (release?.UseCases ?? all).ToFrozenSet(StringComparer.Ordinal));
        var submissions = ReadSubmissions(tree, folder, context, diagnostics);
        return release is null ? null : release with { Submissions = submissions };
    }

    private static Release? ReadJson(JsonObject json, string id, SubmissionNames names)
    {
        var covered = json.References("use_cases", names.UseCases);
        var isCovered = json.Has("use_cases") ? covered.Contains : (Func<string, bool>)(_ => true);
        var rankBy = json.OptionalReference("rank_by", names.Dimensions);
        var reason = json.OptionalText("rank_by_reason");
        if (json.Has("rank_by") != json.Has("rank_by_reason"))
        {
            var (there, missing) = json.Has("rank_by") ? ("rank_by", "rank_by_reason") : ("rank_by_reason", "rank_by");
            json.Fail(Problems.RankByHalf(json.PlaceOf(there), missing));
        }

        var release = new Release
        {
            Id = id,
            GivenName = json.OptionalText("name"),
            Aliases = Aliases.Of(json),
            Date = json.Date("date"),
            Status = (ReleaseStatus)json.Word("status"),
            Changes = json.Text("changes"),
            KnownLimits = [.. json.Texts("known_limits").Select(limit => limit.Value)],
            UseCases = [.. names.Benchmark.UseCases.Select(useCase => useCase.Id).Where(isCovered)],
            RankBy = rankBy ?? names.Benchmark.RankBy,
            RankByReason = reason,
            Submissions = [],
        };
        return json.ReportUnknownProperties() ? release : null;
    }

    private static ImmutableArray<Submission> ReadSubmissions(
        FileTree tree, Folder folder, SubmissionContext context, DiagnosticBag diagnostics)
    {
        var inSubmissions = folder.OpenFolder("submissions");
        var submissions = InParallel.Read(
            inSubmissions.Folders, diagnostics, (id, bag) => SubmissionReader.Read(tree, inSubmissions.PathOf(id), id, context, bag));
        return [.. submissions.OfType<Submission>()];
    }
}
