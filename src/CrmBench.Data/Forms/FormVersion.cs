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
