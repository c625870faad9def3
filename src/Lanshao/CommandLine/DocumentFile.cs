using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;

namespace Lanshao.CommandLine;

/// <summary>Reads a document that the command line names; what cannot be read is a refusal.</summary>
internal static class DocumentFile
{
    public static Outcome<SourceDocument> Read(FileInfo file, CancellationToken ct)
    {
        try
        {
            using var stream = file.OpenRead();
            return DocumentReader.Read(stream, file.Name, null, ct);
        }
        catch (DocumentRefusedException refused)
        {
            return DocumentRefusals.Of(refused);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Unreadable("DOC-001", ("file", file.Name), ("reason", unreadable.Message));
        }
    }
}
