using System.Buffers;

namespace Lanshao.Documents.Writing;

/// <summary>Text that a spreadsheet program could take for a formula.</summary>
internal static class FormulaStart
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static bool Begins(string text) => text.Length > 0 && Starts.Contains(text[0]);
}
