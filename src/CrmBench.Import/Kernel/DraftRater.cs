using CrmBench.Core.Model;

namespace CrmBench.Import.Kernel;

/// <summary>Who or what rated a sample.</summary>
/// <param name="Name">Name; at most 80 characters.</param>
/// <param name="By">A person, or a program or model.</param>
/// <param name="Model">What the file calls the judging model, or null where there is none or it is not named.</param>
internal sealed record DraftRater(string Name, JudgedBy By, string? Model = null);
