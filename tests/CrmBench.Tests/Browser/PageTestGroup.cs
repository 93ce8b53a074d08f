namespace CrmBench.Tests.Browser;

/// <summary>The tests that look at pages of every kind as they come; beside those of <see cref="BrowserTestGroup"/>, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class PageTestGroup : ICollectionFixture<ChromiumFixture>, ICollectionFixture<ServedSite>
{
    public const string Name = "Pages in the browser";
}
