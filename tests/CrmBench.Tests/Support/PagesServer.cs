using System.Net;
using System.Net.Sockets;

namespace CrmBench.Tests.Support;

/// <summary>
/// Serves a site from memory on the loopback address with the manners of GitHub Pages: everything below a base path, a folder
/// through its <c>index.html</c>, a folder without its slash redirected, <c>name</c> through <c>name.html</c>, and
/// <c>404.html</c> with status 404 for the rest.
/// </summary>
public sealed class PagesServer : IAsyncDisposable
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".xml"] = "application/xml",
        [".csv"] = "text/csv; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly HttpListener _listener;
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly string _basePath;
    private readonly Task _loop;

    private PagesServer(HttpListener listener, string origin, string basePath, IReadOnlyDictionary<string, byte[]> files)
    {
        (_listener, _basePath, _files) = (listener, basePath, files);
        Origin = origin;
        Root = new Uri(origin + basePath);
        _loop = Task.Run(AnswerAsync);
    }

    /// <summary>Scheme, host and port, without a final slash.</summary>
    public string Origin { get; }

    /// <summary>Address of the site's root, with a final slash.</summary>
    public Uri Root { get; }

    /// <summary>Serves files until disposed.</summary>
    /// <param name="files">Contents by path below the site's root, with forward slashes: <c>models/index.html</c>.</param>
    /// <param name="basePath">Path of the root on its server; begins and ends with a slash.</param>
    public static PagesServer Start(IReadOnlyDictionary<string, byte[]> files, string basePath = "/")
    {
        // Another process may take the port between our look and our use of it.
        for (var attempt = 1; ; attempt++)
        {
            var origin = $"http://127.0.0.1:{FreePort()}";
            var listener = new HttpListener { Prefixes = { origin + "/" } };
            try
            {
                listener.Start();
                return new PagesServer(listener, origin, basePath, files);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                listener.Close();
            }
        }
    }

    /// <summary>Address of a page.</summary>
    /// <param name="path">Path below the site's root: <c>models/</c>.</param>
    public string AddressOf(string path) => new Uri(Root, path).AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        // Closing stops as well. After a stop it would take the port once more for a moment, which another test may have by then.
        _listener.Close();
        await _loop;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or InvalidOperationException)
            {
                return;
            }

            try
            {
                Answer(context.Request.Url!.AbsolutePath, context.Response);
                context.Response.Close();
            }
            catch (HttpListenerException)
            {
                // The browser went away in the middle of an answer.
            }
        }
    }

    private void Answer(string path, HttpListenerResponse response)
    {
        var file = Uri.UnescapeDataString(path.StartsWith(_basePath, StringComparison.Ordinal) ? path[_basePath.Length..] : "");
        if (path + "/" == _basePath || (path.StartsWith(_basePath, StringComparison.Ordinal) && _files.ContainsKey($"{file}/index.html")))
        {
            response.StatusCode = 301;
            response.RedirectLocation = path + "/";
        }
        else if (!path.StartsWith(_basePath, StringComparison.Ordinal))
        {
            response.StatusCode = 404;
        }
        else if (Find(file) is { } name)
        {
            Send(name, response);
        }
        else
        {
            response.StatusCode = 404;
            Send("404.html", response);
        }
    }

    private string? Find(string file)
    {
        string[] candidates = file.Length == 0 || file.EndsWith('/') ? [file + "index.html"] : [file, file + ".html"];
        return candidates.FirstOrDefault(_files.ContainsKey);
    }

    private void Send(string name, HttpListenerResponse response)
    {
        if (_files.TryGetValue(name, out var content))
        {
            response.ContentType = MediaTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
            response.ContentLength64 = content.Length;
            response.OutputStream.Write(content);
        }
    }
}
