namespace Lanshao.Documents.PlainText;

/// <summary>A line of a text file, without what the converter wrote for things that are no text.</summary>
/// <param name="Text">The line.</param>
/// <param name="Number">Its number in the file, from 1.</param>
internal readonly record struct TextLine(string Text, int Number)
{
    /// <summary>A tab at its head begins a cell.</summary>
    public bool BeginsCell => Text.StartsWith('\t');

    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && !BeginsCell;
}
