using CrmBench.CarryOver;
using CrmBench.CarryOver.Sources;

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
if (!source.Exists)
{
    await Console.Error.WriteLineAsync("The folder of source data is not there. Name it: carry-over <folder>.");
    return 64;
}

var files = CarriedFiles.Produce(source);
new DataFolder(Path.Combine(repository, "data")).Write(files);
Console.WriteLine($"Wrote {files.Length} files.");
return 0;
