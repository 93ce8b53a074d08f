using CrmBench.Cli;

Memory.LeaveGarbageAtFirst();
return CommandLine.Run(args, Environment.CurrentDirectory, Terminal.OfThisProcess());
