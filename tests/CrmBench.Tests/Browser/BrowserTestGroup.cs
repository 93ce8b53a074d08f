namespace CrmBench.Tests.Browser;

/// <summary>The tests that share one browser and one built site; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTestGroup : ICollectionFixture<ChromiumFixture>, ICollectionFixture<ServedSite>
{
    public const string Name = "Browser";
}
