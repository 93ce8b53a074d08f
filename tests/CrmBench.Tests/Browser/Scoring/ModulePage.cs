using System.Text;

namespace CrmBench.Tests.Browser.Scoring;

/// <summary>A page of the built site that runs its modules for a test: what readers get, with fingerprints and policy.</summary>
public sealed class ModulePage : IAsyncDisposable
{
    private readonly OpenPage _opened;
    private readonly ServedSite _site;

    private ModulePage(OpenPage opened, ServedSite site) => (_opened, _site) = (opened, site);

    /// <summary>Opens the plainest page of the site.</summary>
    public static async Task<ModulePage> OpenAsync(ChromiumFixture chromium, ServedSite site) =>
        new(await chromium.OpenAsync(site.Server.AddressOf("404.html"), new View()), site);

    /// <summary>Runs a function of the modules and one argument, and gives what it returns.</summary>
    /// <param name="modules">Names of the modules without <c>.js</c>; the function gets them as one object by name.</param>
    /// <param name="function">JavaScript, such as <c>({ format }, value) => format.usd(value)</c>.</param>
    /// <param name="argument">Its second argument.</param>
    public Task<T> RunAsync<T>(string[] modules, string function, object argument) => _opened.Page.EvaluateAsync<T>(
        $$"""
        async ([names, addresses, argument]) => {
          const modules = {};
          for (let i = 0; i < names.length; i++) {
            modules[names[i].replace("-", "")] = await import(addresses[i]);
          }
          return ({{function}})(modules, argument);
        }
        """,
        new object[] { modules, modules.Select(AddressOf).ToArray(), argument });

    /// <summary>The text of a file of the site.</summary>
    public string TextOf(string path) => Encoding.UTF8.GetString(_site.Files[path]);

    public ValueTask DisposeAsync() => _opened.DisposeAsync();

    private string AddressOf(string module) => _site.Server.AddressOf(_site.Files.Keys.Single(path =>
        path.StartsWith($"assets/js/{module}.", StringComparison.Ordinal) && path.Split('.').Length == 3));
}
