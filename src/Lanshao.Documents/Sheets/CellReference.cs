namespace Lanshao.Documents.Sheets;

/// <summary>Reads references such as <c>B7</c> and <c>A1:C3</c>.</summary>
internal static class CellReference
{
    /// <summary>Returns column and row counted from 0; <see langword="null"/> where the text is no reference.</summary>
    public static (int Column, int Row)? Parse(ReadOnlySpan<char> reference)
    {
        var column = 0;
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]) && at < 4; at++)
        {
            column = (column * 26) + (reference[at] & 0x1F);
        }

        var row = 0;
        var digits = at;
        for (; at < reference.Length && char.IsAsciiDigit(reference[at]) && at - digits < 8; at++)
        {
            row = (row * 10) + (reference[at] - '0');
        }

        return column > 0 && row > 0 && at == reference.Length ? (column - 1, row - 1) : null;
    }

    /// <summary>Returns an area; <see langword="null"/> where the text is none.</summary>
    public static MergedArea? ParseArea(string? text)
    {
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && Parse(text.AsSpan(0, colon)) is { } from && Parse(text.AsSpan(colon + 1)) is { } to && from.Row <= to.Row && from.Column <= to.Column
            ? new MergedArea(from.Row, from.Column, to.Row, to.Column)
            : null;
    }
}
