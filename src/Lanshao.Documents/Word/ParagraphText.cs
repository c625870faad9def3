using System.Text;
using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Word;

/// <summary>Collects the text of a paragraph line by line.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _line = new();
    private List<string>? _lines;

    public int Length { get; private set; }

    public void Append(ReadOnlySpan<char> text)
    {
        _line.Append(text);
        Length += text.Length;
    }

    public void Append(char c)
    {
        _line.Append(c);
        Length++;
    }

    public void Break()
    {
        (_lines ??= []).Add(Take());
    }

    /// <summary>Returns the lines, spread-out words drawn together.</summary>
    public string[] Close() => _lines is null ? [Take()] : [.. _lines, Take()];

    private string Take()
    {
        var line = LetterSpacing.Collapse(_line.ToString());
        _line.Clear();
        return line;
    }
}
