using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using CrmBench.Cli.Console;
using CrmBench.Core.Diagnostics;
using CrmBench.Data;
using CrmBench.Data.Files;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;

namespace CrmBench.Cli.Preview;

/// <summary><c>crmbench serve</c>: the site on this machine, made anew after every save.</summary>
internal static class ServeCommand
{
    /// <summary>Serves until stopped.</summary>
    /// <param name="root">Full path of the repository.</param>
    /// <param name="commands">The help of every command, for the page that tells submitters of them.</param>
    /// <param name="port">The port, or null for the first free one.</param>
    /// <param name="terminal">Where addresses, problems and times are told.</param>
    /// <param name="stop">Ends the command, as Ctrl+C does.</param>
    public static async Task<int> RunAsync(
        string root, ImmutableArray<CommandHelp> commands, int? port, Terminal terminal, CancellationToken stop)
    {
        using var watch = new SourceWatch(root);
        await using var server = await PreviewServer.StartAsync(port, BasePath(root));
        var state = Build(root, commands, server, PreviewState.Empty, SourceChanges.All, terminal);
        terminal.Say(Wording.Serving(server.Address));
        terminal.Output.Flush();
        try
        {
            while (true)
            {
                var changes = await watch.WaitForChangeAsync(stop);
                state = Build(root, commands, server, state, changes, terminal);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Right;
        }
    }

    /// <summary>The command with its options.</summary>
    public static Command Define(RepositoryOption repository, Terminal terminal)
    {
        var port = new Option<int?>("--port") { Description = Wording.PortOption, HelpName = "NUMBER" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65_535)
            {
                result.AddError(Wording.NoSuchPort);
            }
        });
        var command = new Command("serve", Wording.Serve) { port };
        repository.Require(command);
        command.SetAction(async (parsed, stop) =>
        {
            var root = repository.Find(parsed);
            SiteWriter.PutBack(repository.Output(null, root));
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
            using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stopping));
            using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stopping));
            return await RunAsync(root, HelpTexts.Of(parsed), parsed.GetValue(port), terminal, stopping.Token);
        });
        return command;
    }

    private static PreviewState Build(
        string root, ImmutableArray<CommandHelp> commands, PreviewServer server, PreviewState before, SourceChanges changes, Terminal terminal)
    {
        var clock = Stopwatch.StartNew();
        var state = before.Next(root, commands, server.Address, changes);
        server.Show(state);
        terminal.WriteError(state.Problems);
        terminal.WriteError(Wording.PreviewMade(state.Problems, state.IsStale, state.Trouble, state.Site?.PageCount, clock.Elapsed));
        return state;
    }

    // Only the path counts here; whatever else is wrong with the settings is told when all is read.
    private static string BasePath(string root) =>
        CatalogueReader.ReadSettings(new DiskTree(root), new DiagnosticBag())?.BaseUrl.AbsolutePath ?? "/";

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stopping)
    {
        signal.Cancel = true;
        stopping.Cancel();
    }
}
