using Lanshao.Documents.Guard;

namespace Lanshao.Platform.Foundation;

/// <summary>Turns what the document library refuses into a refusal: a secrecy marking is refused by a rule, everything else could not be read.</summary>
public static class DocumentRefusals
{
    public static Refusal Of(DocumentRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return new Refusal(refused.Code, refused.Code == DocumentCodes.Secrecy ? RefusalKind.Invalid : RefusalKind.Unreadable, refused.Arguments);
    }
}
