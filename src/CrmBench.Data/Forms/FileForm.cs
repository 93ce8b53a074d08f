namespace CrmBench.Data.Forms;

/// <summary>
/// The version of all forms together. It rises by one when a file that was right would be wrong or mean something else;
/// a new optional property or column does not raise it, nor does a limit that no file written by people comes near.
/// </summary>
internal static class FormVersion
{
    /// <summary>The oldest version that is still read.</summary>
    public const int Oldest = 0;

    /// <summary>The version that is written.</summary>
    public const int Newest = 1;

    /// <summary>Folder of the schemas of the newest version, from <c>data/</c> and from the root of the site.</summary>
    public const string Folder = "schema/v1";
}

/// <summary>A kind of JSON file.</summary>
/// <param name="Path">Where it stands, from <c>data/</c>, with what differs in angle brackets; a bare name where it stands anywhere.</param>
/// <param name="Meaning">What it holds, in a sentence or two.</param>
/// <param name="Root">Its properties, without <c>$schema</c> and <c>schema</c>, which every file has.</param>
internal sealed record FileForm(string Path, string Meaning, ObjectForm Root)
{
    /// <summary>The property that names the version.</summary>
    public const string VersionName = "schema";

    private static readonly PropertyForm Version = new(VersionName, ValueForm.Whole(Values.NumberRange.Count), "The version of this form");

    /// <summary>Its name: <c>submission.json</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Name of its JSON Schema: <c>submission.schema.json</c>.</summary>
    public string SchemaName => $"{Name[..^".json".Length]}.schema.json";

    /// <summary>All properties: the two that every file has, then its own.</summary>
    public ObjectForm Whole { get; } = Root with
    {
        Properties =
        [
            new("$schema", ValueForm.Text, "The JSON Schema of this form, for editors; a path that begins with a point, or an https address")
            {
                IsOptional = true,
            },
            Version,
            .. Root.Properties,
        ],
    };

    /// <summary>The way from the folder of a file to its schema, as it is written under <c>$schema</c>.</summary>
    /// <param name="path">Path of the file from <c>data/</c>.</param>
    public string SchemaReference(string path)
    {
        var up = path.Count(character => character == '/');
        return (up == 0 ? "./" : string.Concat(Enumerable.Repeat("../", up))) + $"{FormVersion.Folder}/{SchemaName}";
    }
}
