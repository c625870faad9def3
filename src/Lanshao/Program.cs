using Lanshao.CommandLine;

return await Verbs.Root(args).Parse(args).RunAsync();
