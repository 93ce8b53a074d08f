using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Import;

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
            return Stop(diagnostics, catalogue?.Site.BaseUrl, terminal);
        }

        // Warnings of the data there is are for crmbench check.
        diagnostics = new DiagnosticBag();
        var files = Files(call, diagnostics);
        var result = terminal.Step(Wording.Importing, () => Importer.Import(call.Format, files, call.Options, catalogue, diagnostics));
        if (!call.Replace)
        {
            var shown = Shown(call.Data, call.Root);
            diagnostics.Report(ImportWriter.Existing(result, call.Data).Select(folder => ImportProblems.SubmissionExists(shown + folder)));
        }

        Report(call, result, terminal);
        if (diagnostics.HasErrors)
        {
            return Stop(diagnostics, catalogue.Site.BaseUrl, terminal);
        }

        terminal.Warn(diagnostics.ToSorted(), catalogue.Site.BaseUrl);
        if (result.Files.IsEmpty)
        {
            terminal.Complain(Wording.NothingToImport);
            return ExitCodes.InputProblems;
        }

        ImportWriter.Write(result, call.Data);
        terminal.Say(Wording.Imported(result, Shown(call.Data, call.Root)));
        return ExitCodes.Right;
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
        var replace = new Option<bool>("--replace") { Description = Wording.ReplaceOption };
        var command = new Command("import", Wording.Import)
        {
            format, paths, benchmark, release, model, submittedBy, method, useCase, variant, modelMap, mapping, url, title, licence, date,
            output, report, replace,
        };
        repository.Require(command);
        command.Validators.Add(result =>
        {
            string?[] named = [.. result.GetValue(paths) ?? [], result.GetValue(modelMap), result.GetValue(mapping)];
            foreach (var missing in named.OfType<string>().Where(path => !Path.Exists(repository.FullPath(path))))
            {
                result.AddError(missing.StartsWith('-') ? Wording.UnknownOption(missing) : Wording.NoSuchPath(missing, NearestPath.Of(missing, repository)));
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

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static ImportFile? Named(string? path, RepositoryOption repository) =>
        path is null ? null : new ImportFile(path.Replace('\\', '/'), File.ReadAllBytes(repository.FullPath(path)));

    private static List<ImportFile> Files(ImportCall call, DiagnosticBag diagnostics)
    {
        var files = new List<ImportFile>();
        foreach (var (typed, full) in call.Paths)
        {
            var isFolder = Directory.Exists(full);
            var found = isFolder ? InFolder(typed, full, call.Format) : [(typed, full)];
            if (found.IsEmpty)
            {
                diagnostics.Report(ImportProblems.NoFiles(typed, call.Format));
            }

            files.AddRange(found.Select(file => new ImportFile(file.Shown.Replace('\\', '/'), File.ReadAllBytes(file.Full)) { IsFound = isFolder }));
        }

        return files;
    }

    private static ImmutableArray<(string Shown, string Full)> InFolder(string typed, string full, ImportFormat format) =>
    [
        .. Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Where(file => format.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Select(file => (Shown: Path.Combine(typed, Path.GetRelativePath(full, file)), Full: file))
            .OrderBy(file => file.Shown, StringComparer.Ordinal),
    ];

    private static void Report(ImportCall call, ImportResult result, Terminal terminal)
    {
        if (call.Report is { } path)
        {
            File.WriteAllText(path, result.ReportAsCsv());
        }

        foreach (var line in Wording.LeftOut(result.Report))
        {
            terminal.Complain(line);
        }

        if (!result.UnknownModels.IsEmpty)
        {
            terminal.Complain(Wording.RowsForModels);
            foreach (var model in result.UnknownModels)
            {
                terminal.Complain(model.Row);
            }
        }
    }

    private static int Stop(DiagnosticBag diagnostics, Uri? address, Terminal terminal)
    {
        var sorted = diagnostics.ToSorted();
        terminal.Complain(sorted, Wording.NothingWritten(sorted), address);
        return ExitCodes.InputProblems;
    }

    private static string Shown(string folder, string root) =>
        (OutputFolder.IsWithin(folder, root) ? Path.GetRelativePath(root, folder) : folder).Replace('\\', '/').TrimEnd('/') + "/";
}
