using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmBench.Core.Model;

namespace CrmBench.Tests.Fuzzing;

/// <summary>
/// What a file says, read a second time by means that share nothing with the program's readers: texts as they stand, numbers as decimal
/// arithmetic reads them. What the program takes must be that.
/// </summary>
internal static class Meaning
{
    /// <summary>Compares what was read with what a file says.</summary>
    public static void AssertRead(string path, byte[] content, Catalogue catalogue)
    {
        var text = new UTF8Encoding(false, true).GetString(content).TrimStart('\uFEFF');
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(text);
            AssertJson(path, json.RootElement, catalogue);
        }
        else
        {
            AssertTable(path, Table(text), catalogue);
        }
    }

    private static void AssertTable(string path, List<Dictionary<string, string>> rows, Catalogue catalogue)
    {
        IEnumerable<string> Texts(string column) => rows.Select(row => row.GetValueOrDefault(column, ""));
        IEnumerable<double> Numbers(string column) =>
            Texts(column).Where(text => text.Length > 0).Select(text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        void Same<T>(IEnumerable<T> expected, IEnumerable<T> read) => Assert.Equal(expected.Order(), read.Order());

        switch (path.Split('/')[^1])
        {
            case "models.csv":
                Same(Texts("id"), catalogue.Models.Keys);
                Same(Texts("name"), catalogue.Models.Values.Select(model => model.Name));
                Same(Texts("notes"), catalogue.Models.Values.Select(model => model.Notes ?? ""));
                break;
            case "providers.csv":
                Same(Texts("id"), catalogue.Providers.Keys);
                Same(Texts("name"), catalogue.Providers.Values.Select(provider => provider.Name));
                break;
            case "prices.csv":
                Same(Numbers("input_usd_per_mtok"), catalogue.Prices.Select(price => price.InputUsdPerMillion));
                break;
            case "use-cases.csv":
                Assert.Equal(Texts("id"), catalogue.Benchmarks.Single().UseCases.Select(useCase => useCase.Id));
                Assert.Equal(Texts("name"), catalogue.Benchmarks.Single().UseCases.Select(useCase => useCase.Name));
                break;
            case "scores.csv":
                Same(Numbers("value").Select(Measured), Submission(path, catalogue).Scores.Select(score => score.Value));
                break;
            case "costs.csv":
                Same(
                    rows.Where(row => row["usd"].Length > 0).Select(row => double.Parse(row["usd"], CultureInfo.InvariantCulture) / double.Parse(row["per"], CultureInfo.InvariantCulture)),
                    Submission(path, catalogue).Costs.Select(cost => cost.UsdPerCall).OfType<double>());
                break;
            case "latencies.csv":
                Same(Numbers("seconds").Select(Measured), Submission(path, catalogue).Calls.Select(call => call.Seconds).OfType<double>());
                break;
            case "ratings.csv":
                var ratings = Submission(path, catalogue).Ratings!;
                Assert.Equal(rows.Count, ratings.UseCase.Length);
                Assert.Equal(Texts("item"), ratings.Item.Select(item => ratings.Items[item]));
                Assert.Equal(Texts("rater"), ratings.Rater.Select(rater => ratings.Raters[rater]));
                for (var m = 0; m < ratings.Metrics.Length; m++)
                {
                    Assert.Equal(
                        Numbers(ratings.Metrics[m]).Sum(), ratings.Values[m].Where(rating => rating != RatingTable.Missing).Sum(rating => (double)rating));
                }

                break;
        }
    }

    private static void AssertJson(string path, JsonElement json, Catalogue catalogue)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        string?[] List(string name, Func<JsonElement, string?> each) =>
            json.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(each)] : [];
        switch (path.Split('/')[^1])
        {
            case "site.json":
                Assert.Equal((Text("title"), Text("description")), (catalogue.Site.Title, catalogue.Site.Description));
                break;
            case "benchmark.json":
                var benchmark = catalogue.Benchmarks.Single();
                Assert.Equal((Text("name"), Text("question")), (benchmark.Name, benchmark.Question));
                Assert.Equal(List("dimensions", dimension => dimension.GetProperty("name").GetString()), benchmark.Dimensions.Select(dimension => dimension.Name));
                break;
            case "release.json":
                var release = catalogue.Benchmarks.Single().Releases.Single();
                Assert.Equal(Text("changes"), release.Changes);
                Assert.Equal(List("known_limits", limit => limit.GetString()), release.KnownLimits);
                break;
            case "submission.json":
                var submission = Submission(path, catalogue);
                Assert.Equal(
                    (Text("model"), Text("variant") ?? "", Text("submitted_by")), (submission.Model, submission.Variant, submission.SubmittedBy));
                Assert.Equal(List("sources", source => source.GetProperty("title").GetString()), submission.Sources.Select(source => source.Title));
                Assert.Equal(List("known_issues", issue => issue.GetString()), submission.KnownIssues);
                var settings = json.TryGetProperty("settings", out var given) ? given.EnumerateObject().ToList() : [];
                Assert.Equal(settings.Count, submission.Settings.Count);
                Assert.All(settings, setting => Assert.Equal(setting.Value.GetString(), submission.Settings[setting.Name]));
                break;
        }
    }

    // What is nearer to nothing than any measurement counts as nothing.
    private static double Measured(double number) => Math.Abs(number) < 1e-60 ? 0 : number;

    private static Submission Submission(string path, Catalogue catalogue) =>
        catalogue.Benchmarks.Single().Releases.Single().Submissions.Single(submission => submission.Id == path.Split('/')[^2]);

    /// <summary>The rows of a table after RFC 4180, sign by sign, by the names of its header.</summary>
    public static List<Dictionary<string, string>> Table(string text)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var (isQuoted, wasQuoted) = (false, false);
        void EndRecord()
        {
            record.Add(field.ToString());
            field.Clear();
            // An empty line is none, unless its emptiness is quoted.
            if (record is not [""] || wasQuoted)
            {
                records.Add(record);
            }

            (record, wasQuoted) = ([], false);
        }

        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (isQuoted)
            {
                if (sign != '"')
                {
                    field.Append(sign);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (sign == '"' && field.Length == 0)
            {
                (isQuoted, wasQuoted) = (true, true);
            }
            else if (sign == ',')
            {
                record.Add(field.ToString());
                field.Clear();
            }
            else if (sign is '\n' or '\r')
            {
                EndRecord();
            }
            else
            {
                field.Append(sign);
            }
        }

        if (field.Length > 0 || record.Count > 0 || wasQuoted)
        {
            EndRecord();
        }

        return [.. records.Skip(1).Select(row => records[0].Zip(row).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }
}
