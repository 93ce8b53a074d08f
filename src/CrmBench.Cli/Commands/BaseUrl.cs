namespace CrmBench.Cli.Commands;

/// <summary>Reads the option <c>--base-url</c>.</summary>
internal static class BaseUrl
{
    /// <summary>The address with a final slash; null where the text is not an http or https address without query and fragment.</summary>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && !text.Contains('?', StringComparison.Ordinal) && !text.Contains('#', StringComparison.Ordinal)
            ? address
            : null;
}
