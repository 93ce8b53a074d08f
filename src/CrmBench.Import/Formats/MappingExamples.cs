using System.Collections.Immutable;

namespace CrmBench.Import.Formats;

/// <summary>Three tables as people have them, and the mappings they are imported with: for the help text, the guide and the dictionary.</summary>
public static class MappingExamples
{
    /// <summary>What each shows, the table and its mapping; both end in a line feed.</summary>
    public static ImmutableArray<(string Title, string Table, string Mapping)> All { get; } =
    [
        (
            "A sheet with a column for each metric: semicolons, decimal commas, signs of percent, N/A. " +
            "People graded, a program tested safety; grades and costs become two tables of one submission.",
            """
            Model;Vendor;Task;Factual;Complete;Ratings;Safe;USD per call;Seconds
            Acme One;Acme;Calls;3,45;3,20;40;97,5 %;0,0031;2,4
            Acme Two;Acme;Calls;3,10;3,05;40;N/A;0,0012;1,9

            """.ReplaceLineEndings("\n"),
            """
            {
              "$schema": "./data/schema/v1/mapping.schema.json",
              "schema": 1,
              "delimiter": ";",
              "decimal": ",",
              "missing": ["N/A"],
              "use_cases": { "Calls": "call-summary" },
              "columns": { "model": "Model", "provider": "Vendor", "use_case": "Task" },
              "tables": [
                {
                  "table": "scores",
                  "metric_columns": {
                    "factuality": { "column": "Factual", "method": "manual", "n": "Ratings" },
                    "completeness": { "column": "Complete", "method": "manual", "n": "Ratings" },
                    "safety": { "column": "Safe", "method": "automated" },
                    "seconds": "Seconds"
                  }
                },
                { "table": "costs", "columns": { "usd": "USD per call" } }
              ]
            }

            """.ReplaceLineEndings("\n")
        ),
        (
            "Single ratings with a column for each rater. A use case is named in two columns, and an item by the number of its row.",
            """
            System,Kind,Language,Anna,Ben
            Acme One,Call,English,4,3
            Acme One,Call,English,3,3
            Acme One,Mail,English,2,

            """.ReplaceLineEndings("\n"),
            """
            {
              "schema": 1,
              "table": "ratings",
              "use_cases": { "Call, English": "call-summary", "Mail, English": "email-draft" },
              "columns": {
                "model": "System",
                "use_case": { "column": "Kind", "joined": ["Language"], "separator": ", " }
              },
              "constants": { "item": "row-{row}", "method": "manual" },
              "raters": {
                "person-1": { "factuality": "Anna" },
                "person-2": { "factuality": "Ben" }
              }
            }

            """.ReplaceLineEndings("\n")
        ),
        (
            "One metric a row, percentages from 0 to 1 with their intervals, rows that are not final left out. " +
            "For a workbook, \"sheet\" and \"header_row\" say where the table stands.",
            """
            system,task,test,mean,low,high,tests,state
            acme-one,call-summary,Safety,0.95,0.91,0.98,200,final
            acme-one,email-draft,Safety,0.5,0.2,0.8,10,draft
            acme-two,call-summary,Safety,0.9,0.85,0.94,200,final

            """.ReplaceLineEndings("\n"),
            """
            {
              "schema": 1,
              "table": "scores",
              "columns": {
                "model": "system", "use_case": "task", "metric": "test",
                "value": "mean", "low": "low", "high": "high", "n": "tests"
              },
              "constants": { "method": "automated", "level": "0.95" },
              "shares_are_percent": true,
              "where": { "state": "final" }
            }

            """.ReplaceLineEndings("\n")
        ),
    ];

    /// <summary>The examples in Markdown, under headings of a level.</summary>
    /// <param name="heading">The signs before a heading: <c>###</c>.</param>
    public static string Markdown(string heading) => string.Join('\n', All.Select((example, i) => FormattableString.Invariant(
        $"{heading} Table {i + 1}\n\n{example.Title}\n\n```\n{example.Table}```\n\n```json\n{example.Mapping}```\n")));
}
