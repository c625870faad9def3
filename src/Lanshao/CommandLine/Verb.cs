using System.CommandLine;
using System.Runtime.CompilerServices;
using Lanshao.Platform.Storage;

namespace Lanshao.CommandLine;

/// <summary>What every verb has: the permission that it needs, and one door out (<see cref="VerbOutput"/>).</summary>
internal static class Verb
{
    private static readonly ConditionalWeakTable<Command, string> Needed = [];

    /// <summary>Names the permission that the verb needs; a test fails for a verb without.</summary>
    public static Command Needs(this Command verb, string permission)
    {
        Needed.Add(verb, permission);
        return verb;
    }

    public static string? PermissionOf(Command verb) => Needed.TryGetValue(verb, out var permission) ? permission : null;

    /// <summary>Runs the verb; what it answers is the exit code.</summary>
    public static Command Runs(this Command verb, Func<ParseResult, VerbOutput, CancellationToken, Task<int>> run)
    {
        verb.SetAction(async (parsed, ct) =>
        {
            var output = new VerbOutput(parsed.GetValue(CommonOptions.Json));
            try
            {
                return await run(parsed, output, ct);
            }
            catch (Exception stumble) when (Trouble.Of(stumble) is { } refusal)
            {
                return output.Refuse(refusal);
            }
        });
        return verb;
    }
}

/// <summary>Options that many verbs share; each is one object, so that a verb and its output read the same one.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json { get; } = new("--json") { Description = "一份 JSON 写到标准输出", Recursive = true };

    public static Option<string?> Pack { get; } = new("--pack") { Description = "辖区包文件夹" };

    public static Option<string> Data { get; } = new("--data") { Description = "数据文件夹；环境变量 LANSHAO_DATA 可改默认位置", DefaultValueFactory = _ => DefaultDataFolder };

    public static Option<string?> Database { get; } = new("--database") { Description = "PostgreSQL 地址；不给则用数据文件夹中的 SQLite" };

    public static Option<string[]> Set { get; } = new("--set") { Description = "设置，如 limits.file-mb=80，可多次给出" };

    public static string DefaultDataFolder => Environment.GetEnvironmentVariable("LANSHAO_DATA") ?? Path.Combine(".lanshao", "data");
}
