using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Entries;
using CrmBench.Data.Forms;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;

namespace CrmBench.Import.Kernel;

/// <summary>One import while it runs: what is known, what has been found, and what has been left out.</summary>
internal sealed class ImportJob
{
    private readonly ImportOptions _options;
    private readonly Catalogue _catalogue;
    private readonly List<Unmapped> _report = [];
    private readonly ModelAdditions _additions;
    private readonly Dictionary<string, (Metric Metric, ImportTarget Target, SourcePlace Place)> _openMethods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownModel> _unknownModels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SubmissionFolder Folder, SourcePlace Place)> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Folder, string Model, string Variant), SubmissionDraft> _drafts = [];
    private readonly Dictionary<string, ImportTarget?> _targets = new(StringComparer.Ordinal);

    public ImportJob(ImportFormat format, ImportOptions options, Catalogue catalogue, DiagnosticBag diagnostics)
    {
        (Format, _options, _catalogue, Diagnostics) = (format, options, catalogue, diagnostics);
        var mapped = options.ModelMap is { } map
            ? ImportMapping.ReadModels(map, catalogue.Models, diagnostics)
            : ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);
        Models = new ModelNames(catalogue.Models.Values, catalogue.Providers.Values, mapped);
        _additions = new ModelAdditions(Models, options.ModelsFile, options.ProvidersFile, options.Provider);
        if (options.SourceUrl is { } url && !ValueText.TryAddress(url.Replace("{file}", "file", StringComparison.Ordinal), out _))
        {
            diagnostics.Report(ImportProblems.SourceNotHttps(new SourcePlace("--source-url"), url));
        }
    }

    /// <summary>The format.</summary>
    public ImportFormat Format { get; }

    /// <summary>What somebody said about the import.</summary>
    public ImportOptions Options => _options;

    /// <summary>Takes all problems.</summary>
    public DiagnosticBag Diagnostics { get; }

    /// <summary>The names of models.</summary>
    public ModelNames Models { get; }

    /// <summary>The benchmark and release to import into, or null after a report.</summary>
    /// <param name="file">The file, for reports.</param>
    /// <param name="benchmark">The format's own benchmark, or null where somebody has to name it.</param>
    /// <param name="release">The format's own release, or null.</param>
    public ImportTarget? Target(ImportFile file, string? benchmark = null, string? release = null)
    {
        var place = new SourcePlace(file.Path);
        if ((_options.Benchmark ?? benchmark) is not { } id)
        {
            Diagnostics.Report(ImportProblems.BenchmarkNotNamed(place, _catalogue.Benchmarks.Select(known => known.Id)));
            return null;
        }

        var key = $"{id}/{_options.Release ?? release}";
        if (!_targets.TryGetValue(key, out var target))
        {
            _targets.Add(key, target = FindTarget(place, id, _options.Release ?? release));
        }

        return target;
    }

    /// <summary>Our identifier of a model, or null after a report.</summary>
    /// <param name="name">What the file calls it.</param>
    /// <param name="formatNames">Our identifiers by names that the format is known to use, or null.</param>
    /// <param name="details">What the file says of the model besides, should it have to be added; null for nothing.</param>
    public string? Model(Located<string> name, ImmutableDictionary<string, string>? formatNames = null, NewModel? details = null)
    {
        if (Models.Find(name.Value) is { } id)
        {
            return id;
        }

        if (formatNames?.GetValueOrDefault(name.Value) is { } declared && Models.Has(declared))
        {
            Models.Match(name.Value, declared);
            return declared;
        }

        if (_options.AddModels)
        {
            return _additions.Add(this, name, details);
        }

        if (!_unknownModels.ContainsKey(name.Value))
        {
            var unknown = _additions.Unknown(name, details);
            _unknownModels.Add(name.Value, unknown);
            Diagnostics.Report(ImportProblems.UnknownModel(unknown));
        }

        return null;
    }

    /// <summary>The method of a metric's figures that say nothing of it; null where there are several and somebody has to be asked.</summary>
    public string? MethodOf(Metric metric, ImportTarget target, SourcePlace place)
    {
        var said = _options.Methods.GetValueOrDefault(metric.Id) ?? _options.Method;
        if (said is not null && metric.Methods.Contains(said))
        {
            return said;
        }

        if (metric.Methods is [var only])
        {
            return only;
        }

        _openMethods.TryAdd(metric.Id, (metric, target, place));
        return null;
    }

    /// <summary>Our identifier of the model that a file names or, where it names none, of the one that somebody named; null after a report.</summary>
    /// <param name="name">What the file calls it, or null.</param>
    /// <param name="file">Where the file begins.</param>
    public string? Model(Located<string>? name, SourcePlace file)
    {
        if (name is { Value.Length: > 0 })
        {
            return Model(name);
        }

        if (_options.Model is { } said)
        {
            return Model(new Located<string>(said, new SourcePlace("--model")));
        }

        Diagnostics.Report(ImportProblems.ModelNotNamed(file));
        return null;
    }

    /// <summary>The draft of a model's submission; files about the same one share it.</summary>
    public SubmissionDraft Draft(ImportTarget target, string model, string variant, SourcePlace place)
    {
        var key = ($"{target.Benchmark.Id}/{target.Release.Id}", model, variant);
        if (!_drafts.TryGetValue(key, out var draft))
        {
            _drafts.Add(key, draft = new SubmissionDraft(this, target, model, variant, place));
        }

        return draft;
    }

    /// <summary>The source that a file is, or null after a report.</summary>
    /// <param name="file">The file.</param>
    /// <param name="id">Identifier of the source.</param>
    /// <param name="title">Title, unless somebody gave one.</param>
    /// <param name="url">Address that the format or the file knows, or null.</param>
    /// <param name="licence">Licence that the format or the file knows, or null.</param>
    /// <param name="date">Date that the file knows, as written in our files, or empty.</param>
    /// <param name="note">What a reader should know of how the figures were taken over.</param>
    public SourceEntry? Source(ImportFile file, string id, string title, string? url, string? licence, string date, string note)
    {
        var address = _options.SourceUrl?.Replace("{file}", Uri.EscapeDataString(file.Stem), StringComparison.Ordinal) ?? url;
        if (address is null)
        {
            Diagnostics.Report(ImportProblems.SourceMissing(new SourcePlace(file.Path)));
            return null;
        }

        return new SourceEntry(
            id,
            ForeignText.Line(_options.SourceTitle ?? title),
            address,
            _options.SourceLicence ?? licence ?? "Not stated",
            _options.SourceDate is { } day ? Dates.Of(day) : date,
            note);
    }

    /// <summary>Takes note of what is left out.</summary>
    public void Leave(SourcePlace place, string field, string value, string reason) =>
        _report.Add(new Unmapped(place, field, Invisible.Shown(value), 1, reason));

    /// <summary>Takes note of everything in a file that nobody asked for.</summary>
    public void LeaveRest(ForeignFile file) => _report.AddRange(file.Remaining());

    /// <summary>Takes note of every column that nobody asked for.</summary>
    public void LeaveRest(ForeignTable table) => _report.AddRange(table.Remaining());

    /// <summary>Adds a finished submission, without what it may not say.</summary>
    public void Add(SubmissionFolder whole, SourcePlace place)
    {
        var folder = WithinLimits(WithoutZeroCosts(whole, place));
        if (folder.Costs.IsEmpty && folder.Scores.IsEmpty && folder.Calls.IsEmpty && folder.Ratings.IsEmpty && folder.ItemSums.IsEmpty)
        {
            // Whatever else was reported is the reason.
            if (!Diagnostics.HasErrors)
            {
                Diagnostics.Report(ImportProblems.NothingMapped(place, folder.Benchmark));
            }

            return;
        }

        var path = $"{SubmissionFolder.Root(folder.Benchmark, folder.Release)}/{folder.Id}";
        if (!_folders.TryAdd(path, (folder, place)))
        {
            Diagnostics.Report(ImportProblems.SameSubmission(place, path, _folders[path].Place));
        }
    }

    /// <summary>The submissions so far, in the order they were added.</summary>
    public IEnumerable<SubmissionFolder> Folders => _folders.Values.Select(entry => entry.Folder);

    /// <summary>Builds all drafts and gives the result.</summary>
    public ImportResult Finish()
    {
        var open = ReportOpenMethods();

        // A model of which a table says nothing hinders no other; where none says anything, the first draft says so.
        foreach (var draft in _drafts.Values.All(draft => draft.IsEmpty) ? _drafts.Values : _drafts.Values.Where(draft => !draft.IsEmpty))
        {
            if (draft.Build() is { } folder)
            {
                Add(folder, draft.Place);
            }
        }

        foreach (var draft in _drafts.Values.Where(draft => draft.IsEmpty))
        {
            Leave(draft.Place, "model", draft.Model, "Not one figure of this model could be mapped.");
        }

        return new ImportResult(
            Diagnostics.HasErrors ? [] : [.. Folders],
            Diagnostics.HasErrors ? [] : [.. _additions.Files],
            [
                .. _report.Distinct()
                    .OrderBy(left => left.Place.Path, StringComparer.Ordinal)
                    .ThenBy(left => left.Place.Line)
                    .ThenBy(left => left.Place.Column),
            ],
            [.. _unknownModels.Values])
        {
            Matches = [.. Models.Matches],
            AddedRows = [.. _additions.Rows],
            OpenMethods = open,
        };
    }

    // A question for each choice of methods, not for each metric.
    private ImmutableArray<OpenMethods> ReportOpenMethods()
    {
        var questions = ImmutableArray.CreateBuilder<OpenMethods>();
        foreach (var group in _openMethods.Values.GroupBy(open => string.Join(' ', open.Metric.Methods)))
        {
            var (first, target, place) = group.First();
            ImmutableArray<Method> methods = [.. target.Benchmark.Methods.Where(method => first.Methods.Contains(method.Id))];
            ImmutableArray<string> metrics = [.. group.Select(open => open.Metric.Id)];
            Diagnostics.Report(ImportProblems.MethodNotSaid(place, metrics, methods));
            questions.Add(new OpenMethods(metrics, methods));
        }

        return questions.ToImmutable();
    }

    // Tools say as much as they like; our texts have an end, and what goes beyond it is cut.
    private static SubmissionFolder WithinLimits(SubmissionFolder folder) => folder with
    {
        Variant = ForeignText.Name(folder.Variant, ValueForm.MostOfName),
        SubmittedBy = ForeignText.Cut(folder.SubmittedBy, ValueForm.MostOfName),
        VerifiedBy = ForeignText.Cut(folder.VerifiedBy, ValueForm.MostOfName),
        Settings = folder.Settings.Take(SubmissionForms.Some).ToImmutableSortedDictionary(
            setting => ForeignText.Name(setting.Key, ValueForm.MostOfName), setting => ForeignText.Cut(setting.Value, ValueForm.MostOfText), StringComparer.Ordinal),
        Sources =
        [
            .. folder.Sources.Select(source => source with
            {
                Title = ForeignText.Cut(source.Title, ValueForm.MostOfName),
                Licence = ForeignText.Cut(source.Licence, ValueForm.MostOfName),
                Note = ForeignText.Cut(source.Note, ValueForm.MostOfText),
            }),
        ],
        KnownIssues = [.. folder.KnownIssues.Take(SubmissionForms.Some).Select(issue => ForeignText.Cut(issue, ValueForm.MostOfText))],
    };

    // A price of exactly 0 mostly stands for one that nobody knew, and leads every tier and frontier.
    private SubmissionFolder WithoutZeroCosts(SubmissionFolder folder, SourcePlace place)
    {
        var inUsd = _catalogue.Benchmarks.First(benchmark => benchmark.Id == folder.Benchmark).AllMetrics
            .Where(metric => metric.Unit == Unit.Usd)
            .Select(metric => metric.Id)
            .ToHashSet(StringComparer.Ordinal);
        var costs = folder.Costs.Where(cost => IsZero(cost.Usd)).ToList();
        var scores = folder.Scores.Where(score => inUsd.Contains(score.Metric) && IsZero(score.Value)).ToList();
        if (_options.Free || (costs.Count == 0 && scores.Count == 0))
        {
            return folder;
        }

        foreach (var at in costs.Select(cost => cost.UseCase + cost.Profile).Concat(scores.Select(score => score.UseCase + score.Profile)))
        {
            Leave(place, $"{folder.Id}: {(at.Length == 0 ? "cost" : $"cost of {at}")}", "0",
                "A cost of exactly 0 mostly means that it is not known. If it is free, confirm that with --free.");
        }

        return folder with
        {
            Costs = [.. folder.Costs.Select(cost => IsZero(cost.Usd) ? cost with { Usd = "" } : cost).Where(cost => cost.Usd.Length > 0 || cost.Band.Length > 0)],
            Scores = [.. folder.Scores.Except(scores)],
        };
        static bool IsZero(string text) => DraftNumber.TryParse(text, out var number) && number == 0;
    }

    private void Require(SourcePlace place, string? name, KnownNames known)
    {
        if (name is not null && !known.Contains(name))
        {
            Diagnostics.Report(ImportProblems.TargetUnknown(place, name, known));
        }
    }

    private static string Releases(string benchmark) => $"data/benchmarks/{benchmark}/releases";

    private ImportTarget? FindTarget(SourcePlace place, string benchmarkId, string? releaseId)
    {
        if (_catalogue.Benchmarks.FirstOrDefault(known => known.Id == benchmarkId) is not { } benchmark)
        {
            var known = new KnownNames("benchmark", "data/site.json", [.. _catalogue.Benchmarks.Select(each => each.Id)]);
            Diagnostics.Report(ImportProblems.TargetUnknown(place, benchmarkId, known));
            return null;
        }

        // Releases come newest first.
        var release = releaseId is not null
            ? benchmark.Releases.FirstOrDefault(known => known.Id == releaseId)
            : benchmark.Releases.FirstOrDefault(known => known.Status == ReleaseStatus.Draft) ?? benchmark.Front;
        if (release is null)
        {
            var known = new KnownNames("release", Releases(benchmarkId), [.. benchmark.Releases.Select(each => each.Id)]);
            Diagnostics.Report(ImportProblems.TargetUnknown(place, releaseId ?? "", known));
            return null;
        }

        if (release.Status == ReleaseStatus.Frozen)
        {
            var folder = new SourcePlace($"{Releases(benchmarkId)}/{release.Id}");
            Diagnostics.Report(ImportProblems.ReleaseFrozen(folder, benchmarkId, release.Id));
        }

        var mapping = _options.Mapping is { } file ? ImportMapping.Read(file, benchmark, Diagnostics) : ImportMapping.Empty;
        var covered = benchmark with { UseCases = [.. benchmark.UseCases.Where(useCase => release.UseCases.Contains(useCase.Id))] };
        Require(place, _options.UseCase, new KnownNames("use case", "use-cases.csv", [.. covered.UseCases.Select(useCase => useCase.Id)]));
        Require(place, _options.Method, new KnownNames("method", "benchmark.json", [.. benchmark.DeclaredMethods.Select(method => method.Id)]));
        return new ImportTarget(new DefinedNames(covered, mapping), mapping, release);
    }
}
