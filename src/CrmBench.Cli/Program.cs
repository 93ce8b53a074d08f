using CrmBench.Cli;
using CrmBench.Cli.Console;

Memory.LeaveGarbageAtFirst();
return CommandLine.Run(args, Environment.CurrentDirectory, Terminal.OfThisProcess());
