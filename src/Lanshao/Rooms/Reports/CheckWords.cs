using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Reports;

/// <summary>The words of a check for people.</summary>
internal static class CheckWords
{
    private static readonly string[] Advice = ["请", "建议", "如", "也可能", "把此处", "这不是", "Check", "Decide", "Please"];

    /// <summary>The levels, the gravest first.</summary>
    public static IReadOnlyList<Severity> Levels { get; } = [Severity.Error, Severity.Warning, Severity.Note];

    public static string Of(Severity severity) => severity switch { Severity.Error => "必须核对", Severity.Warning => "建议核对", _ => "提示" };

    /// <summary>The word of a level in an address.</summary>
    public static string CodeOf(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    /// <summary>Parts an explanation into how it was computed and what to do about it, at the first sentence that asks or advises.</summary>
    public static (string Working, string Advice) Parts(string sentence)
    {
        for (var at = sentence.AsSpan().IndexOfAny('。', '；'); at >= 0 && at + 1 < sentence.Length; at = sentence.AsSpan(at + 1).IndexOfAny('。', '；') is >= 0 and var next ? at + 1 + next : -1)
        {
            if (Array.Exists(Advice, word => sentence.AsSpan(at + 1).TrimStart().StartsWith(word)))
            {
                return (sentence[..at] + "。", sentence[(at + 1)..].Trim());
            }
        }

        return (sentence, string.Empty);
    }
}
