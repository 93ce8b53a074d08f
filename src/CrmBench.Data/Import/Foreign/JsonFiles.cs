namespace CrmBench.Data.Import.Foreign;

/// <summary>Reads another tool's files that hold one JSON object each.</summary>
internal static class JsonFiles
{
    /// <summary>Reads each file of the right kind, reports the others, and notes what nobody asked for.</summary>
    /// <param name="job">The import.</param>
    /// <param name="files">The files.</param>
    /// <param name="lacking">Why an object is no file of the format, as in <c>it has no 'eval'</c>; null where it is one.</param>
    /// <param name="read">Reads one; false where it could not be read as a whole, after a report.</param>
    public static void Read(
        ImportJob job,
        IEnumerable<ImportFile> files,
        Func<ForeignValue, string?> lacking,
        Func<ImportFile, ForeignValue, bool> read)
    {
        foreach (var file in files)
        {
            if (ForeignFile.Open(file, job.Diagnostics) is not { } foreign)
            {
                continue;
            }

            var json = foreign.Roots.Single();
            if ((json.IsObject ? lacking(json) : $"it is {json.KindInWords}") is { } reason)
            {
                job.Diagnostics.Report(ImportProblems.WrongFormat(json.Place, job.Format, reason));
            }
            else if (read(file, json))
            {
                job.LeaveRest(foreign);
            }
        }
    }
}
