using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Gives a Word file back with words replaced and underlined, or marked yellow, where they stand; everything else stays, active content is left out.</summary>
public static class RevisedWord
{
    private const string Author = "底稿";

    /// <summary>Reads the paragraphs of the body and its tables, in the order of the file.</summary>
    /// <param name="file">The bytes of a .docx file.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="DocumentRefusedException">The file breaks a rule of the guarded reader.</exception>
    public static IReadOnlyList<WordParagraph> Read(byte[] file, DocumentLimits? limits = null, CancellationToken ct = default) => Foreign.Read("word", () =>
    {
        using var archive = GuardedArchive.Open(new MemoryStream(file, writable: false), "document", limits ?? DocumentLimits.Default, ct);
        return new RevisedParagraphs(Load(archive, MainOf(archive))).All;
    });

    /// <summary>Writes the file with its changes.</summary>
    /// <param name="file">The bytes of the file that was read.</param>
    /// <param name="edits">The changes; those of one paragraph do not overlap.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The bytes of the new file.</returns>
    /// <exception cref="DocumentRefusedException">The file breaks a rule of the guarded reader.</exception>
    public static byte[] Write(byte[] file, IReadOnlyList<WordEdit> edits, DocumentLimits? limits = null, CancellationToken ct = default)
    {
        // Cleaned as every returned file is; the paragraphs keep their order.
        var clean = CommentedWord.Write(file, [], Author, limits, ct);
        return Foreign.Read("word", () =>
        {
            using var archive = GuardedArchive.Open(new MemoryStream(clean, writable: false), "document", limits ?? DocumentLimits.Default, ct);
            var main = MainOf(archive);
            var document = Load(archive, main);
            new RevisedParagraphs(document).Apply(edits);
            using var written = new MemoryStream();
            using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            {
                foreach (var name in archive.Names)
                {
                    using var entry = zip.CreateEntry(name).Open();
                    if (name == main)
                    {
                        using var writer = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
                        document.Save(writer);
                    }
                    else
                    {
                        entry.Write(archive.ReadAll(name));
                    }
                }
            }

            return written.ToArray();
        });
    }

    private static string MainOf(GuardedArchive archive) => PackageFormat.MainPart(archive) ?? throw Refuse.Damaged("_rels/.rels");

    private static XDocument Load(GuardedArchive archive, string name)
    {
        using var bytes = new MemoryStream(archive.ReadAll(name) ?? throw Refuse.Damaged(name));
        return GuardedXml.Tree(bytes);
    }
}

/// <summary>A paragraph of a Word file that may be revised.</summary>
/// <param name="Index">Its place among all paragraphs, from 0.</param>
/// <param name="Text">Its words, deleted ones left out.</param>
/// <param name="Table">Its outermost table, from 1; <see langword="null"/> for running text.</param>
/// <param name="Row">The row of that table, from 1; 0 outside.</param>
/// <param name="Cell">The cell of that row, from 1; 0 outside.</param>
/// <param name="HasPicture">Whether a picture or chart stands in it.</param>
public sealed record WordParagraph(int Index, string Text, int? Table = null, int Row = 0, int Cell = 0, bool HasPicture = false);

/// <summary>A change of a paragraph.</summary>
/// <param name="Paragraph">The paragraph's index.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="Length">How many characters it takes; 0 puts words at the end.</param>
/// <param name="Text">The new words, underlined; <see langword="null"/> marks the old ones yellow.</param>
/// <param name="IsNote">Whether words that are put at the end are for the author: yellow, not underlined.</param>
public sealed record WordEdit(int Paragraph, int Start, int Length, string? Text, bool IsNote = false);
