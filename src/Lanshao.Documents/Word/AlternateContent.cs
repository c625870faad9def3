using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Word;

/// <summary>Content given in two forms for newer and older programs: the first is read, the second only if the first holds nothing.</summary>
internal static class AlternateContent
{
    public static void Read(GuardedXml xml, Action readContent, Func<int> contentCount)
    {
        var before = contentCount();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (contentCount() == before && xml.Name is ("Choice" or "Fallback"))
            {
                readContent();
            }
        }
    }
}
