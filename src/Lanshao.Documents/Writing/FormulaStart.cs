using System.Buffers;

namespace Lanshao.Documents.Writing;

/// <summary>Text that a spreadsheet program could take for a formula.</summary>
internal static class FormulaStart
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static bool Begins(string text) => text.Length > 0 && Starts.Contains(text[0]);

    /// <summary>Whether the text begins so behind apostrophes of its own: then one more makes it safe to undo.</summary>
    public static bool BeginsBehindApostrophes(string text) => text.AsSpan().TrimStart('\'') is { Length: > 0 } rest && Starts.Contains(rest[0]);

    /// <summary>Takes off the apostrophe that our own exports set before such text.</summary>
    public static string Undo(string field) => field.StartsWith('\'') && BeginsBehindApostrophes(field) ? field[1..] : field;
}
