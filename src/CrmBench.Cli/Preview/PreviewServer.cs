using System.Net;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Site.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace CrmBench.Cli.Preview;

/// <summary>
/// Serves a site on this machine as GitHub Pages would: everything below the base path, a folder through its <c>index.html</c>, a folder
/// without its slash redirected, <c>name</c> through <c>name.html</c>, <c>404.html</c> with status 404 for the rest, no listings.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    // Where no port was asked for, the first free one of these.
    private const int FirstPort = 8080, Ports = 20;

    private static readonly FileExtensionContentTypeProvider MediaTypes = new();

    private readonly WebApplication _host;
    private readonly CancellationTokenSource _stopping = new();
    private PreviewState _state = PreviewState.Empty;
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PreviewServer(int port, string basePath)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, port);
        });
        _host = builder.Build();
        _host.Run(AnswerAsync);
        Address = new Uri($"http://localhost:{port}{basePath}");
    }

    /// <summary>Address of the site's home page.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server that has nothing to show yet.</summary>
    /// <param name="port">The port; null for the first free one from 8080 on.</param>
    /// <param name="basePath">Path of the site's root; begins and ends with a slash.</param>
    /// <exception cref="IOException">The port is taken, or all of those that were tried.</exception>
    public static async Task<PreviewServer> StartAsync(int? port, string basePath)
    {
        for (var tried = port ?? FirstPort; ; tried++)
        {
            var server = new PreviewServer(tried, basePath);
            try
            {
                await server._host.StartAsync();
                return server;
            }
            catch (IOException taken)
            {
                await server.DisposeAsync();
                if (port is not null)
                {
                    throw new IOException(Wording.PortTaken(tried), taken);
                }

                if (tried == FirstPort + Ports - 1)
                {
                    throw new IOException(Wording.PortsTaken(FirstPort, tried), taken);
                }
            }
        }
    }

    /// <summary>Shows another state from now on; pages that are open load themselves again.</summary>
    public void Show(PreviewState state)
    {
        Volatile.Write(ref _state, state);
        Interlocked.Exchange(ref _change, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _host.DisposeAsync();
        _stopping.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";

        // A page elsewhere could give this machine a name of its own and read what is served here.
        if (request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        return request.Path.Value switch
        {
            PreviewPages.Folder + "changes" => TellChangesAsync(context),
            PreviewPages.Folder + "preview.js" => SendAsync(context, "preview.js", System.Text.Encoding.UTF8.GetBytes(PreviewPages.Script)),
            PreviewPages.Folder + "preview.css" => SendAsync(context, "preview.css", System.Text.Encoding.UTF8.GetBytes(PreviewPages.Style)),
            var path => AnswerPageAsync(context, path ?? "/"),
        };
    }

    /// <summary>Sends the number of the state, and again whenever it changes, as server-sent events (WHATWG HTML, section 9.2).</summary>
    private async Task TellChangesAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            while (true)
            {
                // Asked for before the state is read: a change in between is then told twice instead of never.
                var change = Volatile.Read(ref _change).Task;
                await context.Response.WriteAsync($"data: {Volatile.Read(ref _state).Version}\n\n", ended.Token);
                await context.Response.Body.FlushAsync(ended.Token);
                await change.WaitAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
    }

    private Task AnswerPageAsync(HttpContext context, string path)
    {
        var state = Volatile.Read(ref _state);
        var basePath = Address.AbsolutePath;
        if (path == "/" && basePath != "/" || path + "/" == basePath)
        {
            return RedirectAsync(context, Address.AbsolutePath, permanent: false);
        }

        if (state.Site is not { } site)
        {
            return SendAsync(context, "problems.html", PreviewPages.OnlyProblems(state), StatusCodes.Status503ServiceUnavailable);
        }

        var inside = path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : null;
        var diagnostics = new DiagnosticBag();
        var found = inside is null ? null
            : inside.Length == 0 || inside.EndsWith('/') ? site.Render(inside + "index.html", diagnostics)
            : site.Render(inside, diagnostics) ?? site.Render(inside + ".html", diagnostics);
        if (found is null && inside is { Length: > 0 } && !inside.EndsWith('/') && site.Has(inside + "/index.html"))
        {
            return RedirectAsync(context, path + "/", permanent: true);
        }

        var status = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        found ??= diagnostics.HasErrors ? null : site.Render("404.html", diagnostics);
        if (diagnostics.HasErrors)
        {
            var failing = state with { Problems = [.. state.Problems, .. diagnostics.ToSorted()] };
            return SendAsync(context, "problems.html", PreviewPages.OnlyProblems(failing), StatusCodes.Status500InternalServerError);
        }

        if (found is null)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        var content = found.Path.EndsWith(".html", StringComparison.Ordinal)
            ? PreviewPages.Dress(found.Content.Span, state, code => ProblemCatalogue.AddressOn(Address, code).AbsolutePath)
            : found.Content;
        return SendAsync(context, found.Path, content, status);
    }

    private static Task RedirectAsync(HttpContext context, string path, bool permanent)
    {
        context.Response.Redirect(Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal) + context.Request.QueryString, permanent);
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, string name, ReadOnlyMemory<byte> content, int status = StatusCodes.Status200OK)
    {
        var type = MediaTypes.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal);
        context.Response.StatusCode = status;
        context.Response.ContentType = isText ? type + "; charset=utf-8" : type;
        context.Response.ContentLength = content.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }
}
