using System.CommandLine;
using CrmBench.Cli.Console;
using CrmBench.Core.Model;

namespace CrmBench.Cli.Commands;

/// <summary>The option <c>--base-url</c>: where the site is published, if not where <c>site.json</c> says.</summary>
internal static class BaseUrl
{
    /// <summary>The option, which refuses what <see cref="Parse"/> does not understand.</summary>
    public static Option<string?> Option()
    {
        var option = new Option<string?>("--base-url") { Description = Wording.BaseUrlOption, HelpName = "URL" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Parse(text) is null)
            {
                result.AddError(Wording.BaseUrlNotUsable(text));
            }
        });
        return option;
    }

    /// <summary>The address with a final slash; null where the text is not an http or https address without query and fragment.</summary>
    public static Uri? Parse(string? text) =>
        text is not null
        && Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && !text.Contains('?', StringComparison.Ordinal) && !text.Contains('#', StringComparison.Ordinal)
            ? address
            : null;

    /// <summary>The catalogue with another base address, or as it is where there is none.</summary>
    public static Catalogue Override(Catalogue catalogue, Uri? baseUrl) =>
        baseUrl is null ? catalogue : catalogue with { Site = catalogue.Site with { BaseUrl = baseUrl } };
}
