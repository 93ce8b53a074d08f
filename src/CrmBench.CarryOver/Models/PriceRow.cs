namespace CrmBench.CarryOver.Models;

/// <summary>A row of <c>prices.csv</c>; every field is the text that is written.</summary>
internal sealed record PriceRow(
    string Model, string Input, string Output, string CachedInput, string ValidFrom, string ValidTo, string Source);
