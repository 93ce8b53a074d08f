using CrmBench.CarryOver;
using CrmBench.CarryOver.Published;

// Usage: carry-over [folder of source data]; without it, the folder shared/data beside the repository.
var repository = Directory.GetCurrentDirectory();
while (!File.Exists(Path.Combine(repository, "CrmBench.sln")))
{
    if (Path.GetDirectoryName(repository) is not { } parent)
    {
        await Console.Error.WriteLineAsync("This is no place within the repository: CrmBench.sln is not above it.");
        return 64;
    }

    repository = parent;
}

var source = new SourceFolder(args is [var folder] ? folder : Path.Combine(repository, "..", "shared", "data"));
var inputs = SourceFolder.Inputs(repository);
if (!source.Exists && args.Length > 0)
{
    await Console.Error.WriteLineAsync("The folder of source data is not there. Name it: carry-over <folder>.");
    return 64;
}

var files = source.Exists ? CarriedFiles.Produce(source, inputs) : CarriedFiles.ProduceFromInputs(inputs);
new DataFolder(Path.Combine(repository, "data")).Write(files);
Console.WriteLine(source.Exists
    ? $"Wrote {files.Length} files."
    : $"Wrote {files.Length} files of the boards whose sources lie in the repository. Name the folder of the others: carry-over <folder>.");
return 0;
