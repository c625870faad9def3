using Lanshao.CommandLine;

return await Verbs.Root().Parse(args).RunAsync();
