namespace Lanshao.Documents.Blocks;

/// <summary>The formats that are read; everything else is refused with the way out.</summary>
public enum SourceFormat
{
    /// <summary>Word, Office Open XML.</summary>
    Docx,

    /// <summary>Plain text in the shape that text converters give an official document.</summary>
    Txt,

    /// <summary>Excel, Office Open XML.</summary>
    Xlsx,

    /// <summary>Comma- or tab-separated values, also packed as .csv.gz.</summary>
    Csv,
}
