using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Data.Values;
using CrmBench.Data.Writing;
using CrmBench.Import;
using CrmBench.Import.Kernel;

namespace CrmBench.Cli.Commands;

/// <summary><c>crmbench import</c>: from another tool's files to submissions.</summary>
internal static class ImportCommand
{
    public static int Run(ImportCall call, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var catalogue = terminal.Step(Wording.Reading, () => CatalogueReader.Read(call.Root, diagnostics));
        if (catalogue is null || diagnostics.HasErrors)
        {
            return terminal.Stop(diagnostics.ToSorted(), catalogue?.Site.BaseUrl);
        }

        // Warnings of the data there is are for crmbench check.
        diagnostics = new DiagnosticBag();
        var files = Files(call, diagnostics);
        var found = diagnostics;
        var result = Import(call.Options);
        if (!result.OpenMethods.IsEmpty && terminal.CanAsk)
        {
            if (Answers(result, terminal) is not { } methods)
            {
                return ExitCodes.WrongUse;
            }

            result = Import(call.Options with { Methods = methods });
        }

        ImmutableArray<(string Folder, int Rows)> kept = [];
        if (call.Replace && !found.HasErrors)
        {
            result = ImportWriter.Join(result, call.Data, found, out kept);
        }
        else if (!call.Replace)
        {
            var shown = Shown(call.Data, call.Root);
            found.Report(ImportWriter.Existing(result, call.Data).Select(folder => ImportProblems.SubmissionExists(shown + folder)));
        }

        if (!found.HasErrors && !result.Files.IsEmpty)
        {
            terminal.Step(Wording.CheckingImport, () => ImportWriter.Check(result, new DiskTree(call.Root), found));
        }

        Report(call, result, terminal);
        if (found.HasErrors)
        {
            return terminal.Stop(found.ToSorted(), catalogue.Site.BaseUrl);
        }

        terminal.Warn(found.ToSorted(), catalogue.Site.BaseUrl);
        if (result.Files.IsEmpty)
        {
            terminal.WriteError(Wording.NothingToImport);
            return ExitCodes.InputProblems;
        }

        ImportWriter.Write(result, call.Data, () => terminal.Did(Wording.FilesWritten));
        foreach (var (folder, rows) in kept)
        {
            terminal.WriteError(Wording.Kept(folder, rows));
        }

        terminal.Say(Wording.Imported(result, Shown(call.Data, call.Root)));
        return ExitCodes.Right;

        ImportResult Import(ImportOptions options)
        {
            found = new DiagnosticBag();
            found.Report(diagnostics.ToSorted());
            return terminal.Step(Wording.Importing, () => Importer.Import(call.Format, files, options, catalogue, found));
        }
    }

    // Who judged what; null where the answers ended.
    private static ImmutableDictionary<string, string>? Answers(ImportResult result, Terminal terminal)
    {
        var questions = new Questions(terminal);
        var methods = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var open in result.OpenMethods)
        {
            var answer = questions.Need(
                "--method",
                null,
                Wording.WhoJudged(open),
                text => open.Methods.Any(method => method.Id == text) ? null : Wording.NoSuchMethod(text, open.Methods));
            methods.AddRange(open.Metrics.Select(metric => KeyValuePair.Create(metric, answer)));
        }

        if (questions.AllWell)
        {
            return methods.ToImmutable();
        }

        questions.Refuse();
        return null;
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var format = new Argument<string>("format") { Description = Wording.ImportFormatArgument };
        format.AcceptOnlyFromAmong([.. ImportFormats.All.Select(known => known.Name)]);
        var paths = new Argument<string[]>("path") { Description = Wording.ImportPaths, Arity = ArgumentArity.OneOrMore };
        var benchmark = Text("--benchmark", "ID", Wording.BenchmarkOption);
        var release = Text("--release", "ID", Wording.ReleaseOption);
        var model = Text("--model", "NAME", Wording.ModelOption);
        var submittedBy = Text("--submitted-by", "NAME", Wording.SubmittedByOption);
        var method = Text("--method", "ID", Wording.MethodOption);
        var useCase = Text("--use-case", "ID", Wording.UseCaseOption);
        var variant = Text("--variant", "TEXT", Wording.VariantOption);
        var modelMap = Text("--model-map", "FILE", Wording.ModelMapOption);
        var mapping = Text("--mapping", "FILE", Wording.MappingOption);
        var url = Text("--source-url", "URL", Wording.SourceUrlOption);
        var title = Text("--source-title", "TEXT", Wording.SourceTitleOption);
        var licence = Text("--source-licence", "TEXT", Wording.SourceLicenceOption);
        var date = Text("--source-date", "DATE", Wording.SourceDateOption);
        var output = Text("--out", "DIR", Wording.OutOption);
        var report = Text("--report", "FILE", Wording.ReportOption);
        var provider = Text("--provider", "NAME", Wording.ProviderOption);
        var addModels = new Option<bool>("--add-models") { Description = Wording.AddModelsOption };
        var free = new Option<bool>("--free") { Description = Wording.FreeOption };
        var replace = new Option<bool>("--replace") { Description = Wording.ReplaceOption };
        var command = new Command("import", Wording.Import)
        {
            format, paths, benchmark, release, model, submittedBy, method, useCase, variant, modelMap, addModels, provider, mapping, url, title,
            licence, date, free, output, report, replace,
        };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            string?[] named = [.. result.GetValue(paths) ?? [], result.GetValue(modelMap), result.GetValue(mapping)];
            foreach (var path in named.OfType<string>())
            {
                var full = repository.FullPath(path);
                if (!Path.Exists(full))
                {
                    result.AddError(path.StartsWith('-') ? Wording.UnknownOption(path) : Wording.NoSuchPath(path, NearestPath.Of(path, repository)));
                }
                else if (DiskEntry.KindOf(RealPath.Of(full)) == EntryKind.Other)
                {
                    result.AddError(Wording.NeitherFileNorFolder(path));
                }
            }

            foreach (var path in named[^2..].OfType<string>())
            {
                if (new FileInfo(repository.FullPath(path)) is { Exists: true, Length: > LargestFile.Table })
                {
                    result.AddError(Wording.TooLarge(path, Measure.Bytes(LargestFile.Table)));
                }
            }

            if (result.GetValue(date) is { } day && Day(day) is null)
            {
                result.AddError(Wording.DateNotUsable(day));
            }
        });
        command.SetAction(parsed =>
        {
            var root = repository.Find(parsed);
            var options = new ImportOptions
            {
                Benchmark = parsed.GetValue(benchmark),
                Release = parsed.GetValue(release),
                Model = parsed.GetValue(model),
                SubmittedBy = parsed.GetValue(submittedBy),
                Method = parsed.GetValue(method),
                UseCase = parsed.GetValue(useCase),
                Variant = parsed.GetValue(variant),
                ModelMap = Named(parsed.GetValue(modelMap), repository),
                Mapping = Named(parsed.GetValue(mapping), repository),
                AddModels = parsed.GetValue(addModels),
                Provider = parsed.GetValue(provider),
                ModelsFile = InData(root, "models.csv"),
                ProvidersFile = InData(root, "providers.csv"),
                Free = parsed.GetValue(free),
                SourceUrl = parsed.GetValue(url),
                SourceTitle = parsed.GetValue(title),
                SourceLicence = parsed.GetValue(licence),
                SourceDate = parsed.GetValue(date) is { } day ? Day(day) : null,
            };
            return Run(
                new ImportCall(
                    root,
                    ImportFormats.Find(parsed.GetValue(format)!)!,
                    [.. (parsed.GetValue(paths) ?? []).Select(path => (path, repository.FullPath(path)))],
                    options,
                    parsed.GetValue(output) is { } folder ? repository.FullPath(folder) : Path.Combine(root, "data"),
                    parsed.GetValue(report) is { } file ? repository.FullPath(file) : null,
                    parsed.GetValue(replace)),
                terminal);
        });
        return command;
    }

    /// <summary>The lines that the help of a format says beyond the command's.</summary>
    public static IEnumerable<string> HelpOf(ParseResult parsed) =>
        parsed.CommandResult.Command.Name == "import" && parsed.Action is HelpAction && parsed.Tokens.Any(token => token.Value == "csv")
            ? Wording.MappingHelp.Split('\n')
            : [];

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ImportFile? Named(string? path, RepositoryOption repository) =>
        path is null ? null : new ImportFile(path.Replace('\\', '/'), File.ReadAllBytes(repository.FullPath(path)));

    // What is no file, or too large, is told when the data are read.
    private static ImportFile? InData(string root, string name) =>
        $"data/{name}" is var path && new DiskTree(root) is var tree && tree.KindOf(path) == EntryKind.File && tree.LengthOf(path) <= LargestFile.Table
            ? new ImportFile(path, tree.Read(path))
            : null;

    private static List<ImportFile> Files(ImportCall call, DiagnosticBag diagnostics)
    {
        var files = new List<ImportFile>();
        foreach (var (typed, full) in call.Paths)
        {
            var isFolder = Directory.Exists(full);
            var found = isFolder ? InFolder(typed, full, call.Format, diagnostics) : [(typed, full)];
            if (found.IsEmpty)
            {
                diagnostics.Report(ImportProblems.NoFiles(typed, call.Format));
            }

            files.AddRange(found.Select(file => ImportFile.Read(file.Shown.Replace('\\', '/'), file.Full, diagnostics)).OfType<ImportFile>()
                .Select(file => file with { IsFound = isFolder }));
        }

        return files;
    }

    // Somebody who names a link means what it leads to; a link that merely lies in a folder could lead anywhere.
    private static ImmutableArray<(string Shown, string Full)> InFolder(string typed, string full, ImportFormat format, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var files = new DiskTree(full).FilesBelow("", found);
        var shown = typed.Replace('\\', '/').TrimEnd('/');
        diagnostics.Report(found.ToSorted().Select(problem =>
            problem with { Place = problem.Place with { Path = problem.Place.Path == "." ? shown : $"{shown}/{problem.Place.Path}" } }));
        return
        [
            .. files.Where(file => format.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Select(file => (Shown: Path.Combine(typed, file), Full: Path.Combine(full, file)))
                .OrderBy(file => file.Shown, StringComparer.Ordinal),
        ];
    }

    private static void Report(ImportCall call, ImportResult result, Terminal terminal)
    {
        if (call.Report is { } path)
        {
            StagedWriter.Write(
                RealPath.Of(Path.GetDirectoryName(path) ?? path), [new OutputFile(Path.GetFileName(path), result.ReportAsCsv())], [], mayReplace: _ => true);
        }

        foreach (var line in Wording.LeftOut(result.Report))
        {
            terminal.WriteError(line);
        }

        foreach (var line in Wording.Models(result))
        {
            terminal.WriteError(line);
        }
    }

    private static string Shown(string folder, string root) =>
        (OutputFolder.IsWithin(folder, root) ? Path.GetRelativePath(root, folder) : folder).Replace('\\', '/').TrimEnd('/') + "/";
}

/// <summary>What <c>crmbench import</c> was asked for.</summary>
/// <param name="Root">Full path of the repository.</param>
/// <param name="Format">The format.</param>
/// <param name="Paths">Files and folders as they were typed, with their full paths.</param>
/// <param name="Options">What the files do not say.</param>
/// <param name="Data">Full path of the folder that stands for <c>data/</c>.</param>
/// <param name="Report">Full path of the report to write, or null.</param>
/// <param name="Replace">Whether submissions that are there already are replaced.</param>
internal sealed record ImportCall(
    string Root,
    ImportFormat Format,
    ImmutableArray<(string Typed, string Full)> Paths,
    ImportOptions Options,
    string Data,
    string? Report,
    bool Replace);
