using System.Text;
using ReimbursementRules.Analyst;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return AnalystProgram.Run(args, Console.Out, Console.Error);
