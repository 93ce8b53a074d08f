using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Site.Pages;

/// <summary>Writes on which boards each model has rows, for a search that begins with a model and not with a board; <c>elsewhere.js</c> reads it.</summary>
internal static class WhereFile
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    /// <summary>
    /// The file: each model with a row by name, what else it can be found by, and its rows: the key of the board, the submission, and what
    /// tells it from others of the model. Of each benchmark these are the rows of the release in which the model is shown.
    /// </summary>
    public static SiteFile Write(SitePaths paths, SiteIndex index) => new(paths.FileOf(Addresses.Where), FileBytes.OfJson(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartArray("models");
        foreach (var card in index.Models)
        {
            var shown = index.ShownOf(card);
            if (shown.IsEmpty)
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("name", card.Name);
            json.WriteString("also", string.Join(' ', [card.Id, .. card.Aliases, index.Scored.Catalogue.Providers[card.Provider].Name]));
            json.WriteStartArray("rows");
            foreach (var entry in shown)
            {
                json.WriteStartArray();
                json.WriteStringValue(Addresses.BoardKey(entry.Board));
                json.WriteStringValue(entry.Row.Submission.Id);
                json.WriteStringValue(entry.Row.Label);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
