// The command reimburse, run from this repository: dotnet run --project samples/Analyst -- check rules
return ReimbursementRules.Cli.Program.Main(args);
