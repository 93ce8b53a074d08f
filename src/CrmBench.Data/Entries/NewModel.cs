using CrmBench.Core.Diagnostics;

namespace CrmBench.Data.Entries;

/// <summary>What a file says of a model beside its name; every text may be empty.</summary>
/// <param name="Provider">Who offers it: an identifier or a name.</param>
/// <param name="Openness">How far it can be had, in the words of <c>models.csv</c> or others.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Released">The day it became available.</param>
internal sealed record NewModel(Located<string> Provider, Located<string> Openness, Located<string> Licence, Located<string> Released);
