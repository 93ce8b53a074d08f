namespace CrmBench.Import.Kernel;

/// <summary>A file to import from, held in memory.</summary>
/// <param name="Path">Path for diagnostics, with forward slashes; its last part may name the submission.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ImportFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>
    /// Whether it was found in a folder that somebody named, and not named itself: then a manifest or a schema beside the results is
    /// passed over, with a note in the report, and no reason to refuse them.
    /// </summary>
    public bool IsFound { get; init; }

    /// <summary>Name without folder and extension; the folder's name where the file is called <c>submission.json</c>.</summary>
    // tau-bench names the folder after the submission and every file in it alike.
    public string Stem
    {
        get
        {
            var parts = Path.Split('/');
            var name = parts[^1] == "submission.json" && parts.Length > 1 ? parts[^2] + ".json" : parts[^1];
            var dot = name.LastIndexOf('.');
            return dot > 0 ? name[..dot] : name;
        }
    }
}
