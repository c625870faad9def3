using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Documents.PlainText;
using Lanshao.Documents.Sheets;
using Lanshao.Documents.Word;

namespace Lanshao.Documents;

/// <summary>The one door for documents from outside: recognises a file by its content and reads it to blocks.</summary>
public static class DocumentReader
{
    /// <summary>Reads a document that is in memory.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="name">The file's name, kept as a label.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The document.</returns>
    /// <exception cref="DocumentRefusedException">The file is refused as a whole.</exception>
    public static SourceDocument Read(byte[] bytes, string name, DocumentLimits? limits = null, CancellationToken ct = default) =>
        Read(new MemoryStream(bytes, writable: false), name, limits, ct);

    /// <summary>Reads a document from a stream.</summary>
    /// <param name="file">The file's content, read to the end and left open.</param>
    /// <param name="name">The file's name, kept as a label.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The document.</returns>
    /// <exception cref="DocumentRefusedException">The file is refused as a whole.</exception>
    public static SourceDocument Read(Stream file, string name, DocumentLimits? limits = null, CancellationToken ct = default) =>
        Foreign.Read(name, () =>
        {
            using var opened = GuardedFile.Open(file, name, limits, ct);
            return opened.Source.Format switch
            {
                SourceFormat.Docx => WordReader.Read(opened),
                SourceFormat.Txt => PlainTextReader.Read(opened),
                SourceFormat.Xlsx => SheetDocuments.ReadWorkbook(opened),
                _ => SheetDocuments.ReadCsv(opened),
            };
        });
}
