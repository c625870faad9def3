using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>A place of the document with the words that stand there.</summary>
/// <param name="Text">The words, at most <see cref="MostCharacters"/> characters.</param>
/// <param name="Where">The place as people say it: 一（二）2, 附件2 甲街道.</param>
/// <param name="Origin">The place in the file.</param>
public sealed record Spot(string Text, string Where, Origin Origin)
{
    /// <summary>The most characters that a finding quotes.</summary>
    public const int MostCharacters = 300;

    /// <summary>Cuts a long quotation.</summary>
    public static string Cut(string text) => text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 1), "…");
}
