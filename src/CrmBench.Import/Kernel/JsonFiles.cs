using CrmBench.Core.Diagnostics;

namespace CrmBench.Import.Kernel;

/// <summary>Goes through the files of an import: reads those of the format, reports the others, and notes what nobody read.</summary>
/// <param name="job">The import.</param>
internal sealed class JsonFiles(ImportJob job)
{
    private readonly List<(ImportFile File, Diagnostic Reason)> _passedOver = [];
    private bool _hasRead;

    /// <summary>Reads files that hold one JSON object each.</summary>
    /// <param name="job">The import.</param>
    /// <param name="files">The files.</param>
    /// <param name="lacking">Why an object is no file of the format, as in <c>it has no 'eval'</c>; null where it is one.</param>
    /// <param name="read">Reads one; false where it could not be read as a whole, after a report.</param>
    public static void Read(
        ImportJob job, IEnumerable<ImportFile> files, Func<ForeignValue, string?> lacking, Func<ImportFile, ForeignValue, bool> read) =>
        new JsonFiles(job).Read(
            files, ForeignFile.Open, roots => WrongFormat(job, roots[0], lacking), (file, roots) => read(file, roots[0]));

    /// <summary>Reads files, however many values they hold.</summary>
    /// <param name="files">The files.</param>
    /// <param name="open">Opens one, or gives null after a report.</param>
    /// <param name="refusal">Why its values are none of the format, or why they are not to be imported; null where they are.</param>
    /// <param name="read">Reads one; false where it could not be read as a whole, after a report.</param>
    public void Read(
        IEnumerable<ImportFile> files,
        Func<ImportFile, DiagnosticBag, ForeignFile?> open,
        Func<IReadOnlyList<ForeignValue>, Diagnostic?> refusal,
        Func<ImportFile, IReadOnlyList<ForeignValue>, bool> read)
    {
        foreach (var file in files)
        {
            Read(file, open, refusal, read);
        }

        foreach (var (file, reason) in _passedOver)
        {
            if (_hasRead)
            {
                job.Leave(reason.Place, "(file)", file.Path, $"It is passed over in its folder. {reason.Message}");
            }
            else
            {
                job.Diagnostics.Report(reason);
            }
        }
    }

    /// <summary>What to say of a value that is no object of the format; null where it is one.</summary>
    public static Diagnostic? WrongFormat(ImportJob job, ForeignValue json, Func<ForeignValue, string?> lacking) =>
        (json.IsObject ? lacking(json) : $"it is {json.KindInWords}") is { } reason
            ? ImportProblems.WrongFormat(json.Place, job.Format, reason, FileKind.FormatOf(json))
            : null;

    private void Read(
        ImportFile file,
        Func<ImportFile, DiagnosticBag, ForeignFile?> open,
        Func<IReadOnlyList<ForeignValue>, Diagnostic?> refusal,
        Func<ImportFile, IReadOnlyList<ForeignValue>, bool> read)
    {
        // A file that nobody named may be of another kind; what is wrong with one of the right kind is said all the same.
        var opening = file.IsFound ? new DiagnosticBag() : job.Diagnostics;
        if (open(file, opening) is not { } foreign)
        {
            Refuse(file, opening);
            return;
        }

        ForeignValue[] roots = [.. foreign.Roots];
        if (refusal(roots) is { } reason)
        {
            if (file.IsFound)
            {
                _passedOver.Add((file, reason));
            }
            else
            {
                job.Diagnostics.Report(reason);
            }

            return;
        }

        _hasRead = true;
        if (read(file, roots))
        {
            job.LeaveRest(foreign);
        }

        if (file.IsFound)
        {
            job.Diagnostics.Report(opening.ToSorted());
        }
    }

    private void Refuse(ImportFile file, DiagnosticBag opening)
    {
        if (!file.IsFound)
        {
            return;
        }

        foreach (var problem in opening.ToSorted())
        {
            if (problem.Code == ImportProblems.AnotherKindCode)
            {
                _passedOver.Add((file, problem));
            }
            else
            {
                job.Diagnostics.Report(problem);
            }
        }
    }
}
