using CrmBench.Core.Diagnostics;

namespace CrmBench.Data;

public static partial class Problems
{
    private static IEnumerable<ProblemKind> Kinds()
    {
        const Severity Error = Severity.Error;
        const Severity Warning = Severity.Warning;
        return
        [
            new("CB0101", Error, "A file is missing", "Add the file; data/README.md says what belongs in it."),
            new("CB0102", Error, "A file is empty", "Write its content, or remove the file where it is optional."),
            new("CB0103", Error, "A file is too large", "Split it, or publish aggregates instead of single rows."),
            new("CB0104", Error, "A file is not UTF-8", "Save it as UTF-8; editors and spreadsheets offer this when saving."),
            new("CB0105", Error, "A file is UTF-16", "Save it as UTF-8; spreadsheets call it 'CSV UTF-8'."),
            new("CB0106", Error, "An invisible character stands in a file", "Remove the control or direction character."),
            new("CB0107", Error, "A symbolic link stands in the data", "Replace the link by the file itself."),
            new("CB0108", Warning, "A file or folder is not part of the data", "Remove it, or correct its name."),
            new("CB0109", Error, "A folder's name is not an identifier", "Use lower-case letters, digits, points and hyphens."),
            new("CB0110", Error, "A name is reserved", "Choose another name: the site has a page of this name."),

            new("CB0201", Error, "JSON has an error", "Correct the text at the place named; comments and trailing commas are not allowed."),
            new("CB0202", Error, "JSON ends too early", "Add what is missing: the file was cut off or a bracket or quote is not closed."),
            new("CB0203", Error, "A property is unknown", "Correct its name or remove it."),
            new("CB0204", Error, "A property stands twice", "Keep one of the two."),
            new("CB0205", Error, "A property is missing", "Add the property."),
            new("CB0206", Error, "A property has a value of the wrong type", "Write a value of the type named."),
            new("CB0207", Error, "The version of a form is newer than the program", "Update crmbench."),
            new("CB0208", Error, "A list is empty", "Add at least one entry."),

            new("CB0301", Error, "A column is unknown", "Correct its name, remove it, or let its name begin with x_."),
            new("CB0302", Error, "A column is missing", "Add the column to the header and to every row."),
            new("CB0303", Error, "A column stands twice", "Keep one of the two."),
            new("CB0304", Error, "A row has more or fewer fields than the header", "Check the commas; text with a comma needs quotes."),
            new("CB0305", Error, "A quote is not closed", "Close the quote; a quote inside a field is written twice."),
            new("CB0306", Error, "A quote stands in the wrong place", "Put the whole field in quotes and write quotes inside it twice."),
            new("CB0307", Error, "There are too many columns", "Use the columns of data/README.md."),
            new("CB0308", Error, "Fields are not separated by commas", "Save the file with commas between the fields."),
            new("CB0309", Error, "A table has no rows", "Add rows, or remove the file where it is optional."),
            new("CB0310", Error, "A file has too many problems to list", "Correct the problems listed first, and check again."),
            new("CB0311", Warning, "The last line is not ended", "Check that no row is cut off, and end the last line with a line break."),

            new("CB0401", Error, "A value is missing", "Write the value."),
            new("CB0402", Error, "Something is not an identifier", "Use lower-case letters, digits, points and hyphens."),
            new("CB0403", Error, "Something is not a number", "Write digits with a point for decimals: 77.47."),
            new("CB0404", Error, "A number has a sign of percent or currency", "Write the number alone."),
            new("CB0405", Error, "A number has a comma", "Write a point before decimals, and nothing between thousands."),
            new("CB0406", Error, "A word or sign stands for a missing number", "Leave the field empty."),
            new("CB0407", Error, "A number is not finite", "Leave the field empty where there is no value."),
            new("CB0408", Error, "A number is out of range", "Write a number within the range named."),
            new("CB0409", Error, "Something is not a whole number", "Write digits only."),
            new("CB0410", Error, "Something is not a date", "Write year, month and day: 2026-08-04."),
            new("CB0411", Error, "Something is not an https address", "Write the whole address, beginning with https://."),
            new("CB0412", Error, "A word is not one of those allowed", "Use one of the words named."),
            new("CB0413", Error, "A text is too long", "Shorten it."),
            new("CB0414", Error, "A name has stray white space", "Remove spaces around it and line breaks in it."),
            new("CB0415", Error, "An identifier stands twice", "Give each its own identifier, or remove one."),
            new("CB0416", Error, "A name is not known", "Correct the name, or declare it."),

            new("CB0501", Error, "The featured benchmark is not listed", "Name one of the listed benchmarks."),
            new("CB0502", Error, "A listed benchmark has no folder", "Add the folder, or remove the benchmark from site.json."),
            new("CB0503", Warning, "A benchmark is not listed", "Add it to benchmarks in site.json; until then it is not shown."),
            new("CB0504", Error, "The base address has the wrong form", "End it with a slash, without query or fragment."),
            new("CB0505", Error, "An alias is taken", "Remove the alias: it is another model's name."),
            new("CB0506", Error, "Spans of prices overlap", "End one price on the day the next begins."),
            new("CB0507", Error, "A span of prices is empty", "The day it ended must lie after its first day."),

            new("CB0601", Error, "A scale is missing", "Add the scale with its lowest and highest grade."),
            new("CB0602", Error, "A scale does not fit the unit", "Remove the scale; percent may only have 0 to 1."),
            new("CB0603", Error, "A scale is upside down", "The highest grade must lie above the lowest."),
            new("CB0604", Error, "A grade is off its scale or stands twice", "Describe each grade of the scale once."),
            new("CB0605", Error, "Counted metrics differ", "Metrics that enter one mean share unit, direction and scale."),
            new("CB0606", Error, "A dimension counts no metric", "Let at least one metric be counted."),
            new("CB0607", Error, "Tiers do not fit the dimension", "Only a dimension in US dollars has tiers."),
            new("CB0608", Error, "Bounds of tiers are wrong", "Bounds rise, the last band has none; published bands have none at all."),
            new("CB0609", Error, "A part differs from its metric",
                "A part has no parts and shares unit, direction and scale with its metric."),
            new("CB0610", Error, "A kind of metric does not fit its unit", "pass^k is a percentage; percentiles are of seconds."),
            new("CB0611", Error, "A metric's name is taken by a column", "Choose another identifier than item or rater."),

            new("CB0701", Error, "A use case is not part of the release", "Add it to use_cases in release.json, or remove the row."),
            new("CB0702", Error, "An order and its reason must stand together", "Write both rank_by and rank_by_reason, or neither."),
            new("CB0703", Error, "A submission has no data", "Add scores.csv, ratings.csv, latencies.csv or costs.csv."),
            new("CB0704", Error, "A row names both a use case and a profile", "Leave one of the two empty."),
            new("CB0705", Error, "A figure stands twice", "Keep one of the two rows."),
            new("CB0706", Error, "A rating stands twice", "One rater judges one response once."),
            new("CB0707", Error, "A method does not fill the metric", "Use one of the metric's methods, or add it in benchmark.json."),
            new("CB0708", Error, "Half an interval is missing", "Write both low and high, or neither."),
            new("CB0709", Error, "An interval is upside down", "The low end must not lie above the high end."),
            new("CB0710", Error, "Successes and trials disagree", "Successes need trials and cannot exceed them."),
            new("CB0711", Error, "pass^k lacks its counts", "Write the tasks in n and the trials of each task, at least k, in trials, or neither."),
            new("CB0712", Error, "A value is off the metric's scale", "Write a value within the scale."),
            new("CB0713", Error, "A rating is off the scale", "Write a grade of the scale."),
            new("CB0714", Error, "A metric is not rated", "Ratings are of metrics with a scale and without parts."),
            new("CB0715", Error, "Seconds and status disagree", "A call that ended well has seconds, every other has none."),
            new("CB0716", Error, "A cost is empty", "Write usd, band or both."),
            new("CB0717", Error, "A withdrawal lies before its submission", "Correct one of the two dates."),
            new("CB0718", Error, "A judging model rates for people", "Give the judge a method that is judged by programs."),

            new("CB0801", Warning, "A mean is impossible", "Check the mean and n: no whole ratings have this mean."),
            new("CB0802", Warning, "Percentages look like shares", "Multiply by 100 if 0.77 means 77 percent."),
            new("CB0803", Warning, "A submission looks copied", "Check that each submission has its own figures."),
            new("CB0804", Warning, "Most figures equal another submission's", "Check which of the two they belong to."),
            new("CB0805", Warning, "A rater always gives one grade", "Check that the ratings were really made."),
            new("CB0806", Warning, "An evaluation lies before its model", "Check evaluated_on and the model's day of release."),
            new("CB0807", Warning, "A date lies after the release", "Check the date and the date of the release."),
            new("CB0808", Warning, "An interval does not hold its estimate", "Check value, low and high."),
            new("CB0809", Warning, "pass^k rises with k", "Check the rows: solving a task every time cannot be easier than once."),
            new("CB0810", Warning, "Two submissions cannot be told apart", "Write in variant what sets them apart."),
            new("CB0811", Warning, "A judge rates nothing", "Check the judge's name: an unnamed rater counts as a person."),
            new("CB0812", Warning, "A value and its counts disagree", "Check value, successes and trials."),
            new("CB0813", Warning, "A correction lies before its result", "Check the date; before publication the figure itself is changed."),

            new("CB0937", Warning, "A share stands among percentages", "Multiply by 100 if 0.86 means 86 percent."),

            new("CB0931", Warning, "A file has an older version", "Run crmbench migrate, which rewrites it."),
            new("CB0932", Error, "A file of an older version cannot be migrated", "Correct it at the place named."),
            new("CB0933", Error, "A blank is not filled in", "Write the value in place of FILL IN, or remove what was not measured."),
        ];
    }
}
