using Scriban.Runtime;

namespace CrmBench.Site.Pages;

/// <summary>A short list of names and what is known of each, as the partial <c>facts</c> shows it. What is not known is left out.</summary>
internal sealed class FactList
{
    private readonly ScriptArray _facts = [];

    /// <summary>Adds a fact, unless there is nothing to say.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What is known, or null or empty.</param>
    /// <param name="path">Path of the page of the site that tells more, or null.</param>
    /// <param name="url">Address elsewhere that tells more, or null.</param>
    public void Add(string name, string? text, string? path = null, string? url = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _facts.Add(new ScriptObject { ["name"] = name, ["text"] = text, ["path"] = path, ["url"] = url });
        }
    }

    /// <summary>The list for a template.</summary>
    public ScriptArray ToModel() => _facts;
}
