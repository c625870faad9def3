using System.Xml.Linq;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Writing;

/// <summary>Gives a Word file back with comments at the places: the same text, tables, styles and pictures; macros, embedded files, links out and fields that fetch something are left out.</summary>
public static class CommentedWord
{
    /// <summary>Writes the file with its comments.</summary>
    /// <param name="file">The bytes of a .docx file that was read before.</param>
    /// <param name="comments">The comments, in the order of the text.</param>
    /// <param name="author">Whom Word names as their author.</param>
    /// <param name="limits">What the file may cost; <see langword="null"/> for the defaults.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The bytes of the new file.</returns>
    /// <exception cref="DocumentRefusedException">The file breaks a rule of the guarded reader.</exception>
    public static byte[] Write(byte[] file, IReadOnlyList<WordComment> comments, string author, DocumentLimits? limits = null, CancellationToken ct = default) => ForeignWord.Rewrite(
        file,
        limits,
        parts =>
        {
            var word = CommentPlaces.WordOf(parts.Main);
            var notes = parts.Comments ?? new XDocument(new XElement(word + "comments", new XAttribute(XNamespace.Xmlns + "w", word.NamespaceName)));
            CommentPlaces.Put(parts.Main, notes, comments, author);
            return notes;
        },
        ct);
}
