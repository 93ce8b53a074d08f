using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A prose file made ready: its front matter and its HTML.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Description">One sentence, or empty.</param>
/// <param name="Body">The text with its links made whole.</param>
internal sealed record Text(string Title, string Description, Html Body);

/// <summary>A page of the site that is prose and little else.</summary>
internal static class TextPage
{
    /// <summary>A page of one or several texts below one another.</summary>
    public static ScriptObject Model(SiteIndex index, string path, string section, string heading, params Text[] texts)
    {
        var model = new PageHead
        {
            Path = path,
            Title = texts[0].Title,
            Description = texts[0].Description,
            Section = section,
            Heading = heading,
        }.Model(index);
        model["lead"] = texts[0].Description;
        model["bodies"] = Models.List(texts, text => text.Body);
        model["files"] = null;
        model["boards"] = null;
        model["commands"] = null;
        model["contents"] = Contents.Model(texts.SelectMany(text => Contents.Of(text.Body)));
        return model;
    }
}
