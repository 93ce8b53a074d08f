namespace CrmBench.Data.Writing;

/// <summary>An entry under <c>sources</c>; date and note are empty where there is none.</summary>
internal sealed record SourceEntry(string Id, string Title, string Url, string Licence, string Date, string Note);
