namespace CrmBench.Site.Publishing;

/// <summary>Tells browsers that the site loads nothing from elsewhere.</summary>
public static class ContentSecurityPolicy
{
    /// <summary>
    /// The content of <c>&lt;meta http-equiv="Content-Security-Policy"&gt;</c>: everything from this server only, the given scripts in the
    /// page, and style attributes (charts and bars place themselves with them), but no style elements.
    /// </summary>
    /// <param name="scripts">The scripts that stand in pages.</param>
    public static string For(params IEnumerable<InlineScript> scripts)
    {
        var allowed = string.Join(' ', scripts.Select(script => script.PolicySource).Prepend("'self'"));
        return $"default-src 'none'; script-src {allowed}; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";
    }
}
