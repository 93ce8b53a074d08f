using CrmBench.Cli;

return CommandLine.Run(args, Environment.CurrentDirectory, Terminal.OfThisProcess());
