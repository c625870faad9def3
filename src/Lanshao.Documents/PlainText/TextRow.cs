namespace Lanshao.Documents.PlainText;

/// <summary>Cells that stand together, each with its lines.</summary>
internal sealed class TextRow
{
    public List<List<TextLine>> Cells { get; } = [];
}
