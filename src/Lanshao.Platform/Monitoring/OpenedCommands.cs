using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Monitoring;

/// <summary>Which remote commands beyond clock and history the district has opened, of the pack's <c>commands.yaml</c>; none where the file is missing. Each of them needs two posts.</summary>
/// <param name="Kinds">The commands.</param>
public sealed record OpenedCommands(IReadOnlyList<RemoteCommandKind> Kinds)
{
    public const string File = "commands.yaml";

    /// <summary>This room's part of the pack.</summary>
    public static readonly PackPart<OpenedCommands> Part = new("Monitoring", [File], Read);

    private static readonly Dictionary<string, RemoteCommandKind> Words = RemoteCommand.OfTwoPosts.ToDictionary(kind => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..], StringComparer.Ordinal);

    private static OpenedCommands Read(Pack pack, PackProblems problems)
    {
        if (PackMap.Open(pack.Files, File, problems, required: false) is not { } root)
        {
            return new([]);
        }

        var kinds = new List<RemoteCommandKind>();
        foreach (var word in root.Texts("opened"))
        {
            if (Words.TryGetValue(word, out var kind))
            {
                kinds.Add(kind);
            }
            else
            {
                root.UnknownReference("opened", word, Words.Keys);
            }
        }

        root.Done();
        return new([.. kinds.Distinct()]);
    }
}
