namespace CrmBench.Tests.Support;

/// <summary>The standard output of <c>crmbench serve</c>, which says its address in one line: <c>Serving http://localhost:8080/ - ...</c>.</summary>
public sealed class ServedAddress : StringWriter
{
    private readonly TaskCompletionSource<Uri> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The address, once it was said.</summary>
    public Task<Uri> Told => _told.Task;

    public override void WriteLine(string? value) => _told.TrySetResult(new Uri(value!.Split(' ')[1]));
}
