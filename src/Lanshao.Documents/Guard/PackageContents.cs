using Lanshao.Documents.Blocks;

namespace Lanshao.Documents.Guard;

/// <summary>Names what a package carries or points to that is never opened, followed or run.</summary>
internal static class PackageContents
{
    public static void Report(GuardedArchive archive, FindingList findings)
    {
        foreach (var relationship in PackageRelationships.All(archive))
        {
            if (CodeOf(relationship) is { } code)
            {
                findings.Add(code, null, ("part", relationship.Kind), ("target", relationship.Target));
            }
        }
    }

    private static string? CodeOf(PackageRelationship relationship) => relationship.Kind switch
    {
        "attachedTemplate" when relationship.IsExternal => DocumentCodes.RemoteTemplate,
        "vbaProject" or "wordVbaData" or "xlMacrosheet" or "xlIntlMacrosheet" => DocumentCodes.Macros,
        "aFChunk" or "subDocument" => DocumentCodes.ForeignPart,
        _ when relationship.IsExternal => DocumentCodes.ExternalLink,
        "externalLink" => DocumentCodes.ExternalLink,
        "oleObject" or "package" or "control" or "activeXControlBinary" => DocumentCodes.EmbeddedObject,
        _ => null,
    };
}
