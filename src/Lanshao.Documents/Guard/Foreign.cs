using System.Xml;

namespace Lanshao.Documents.Guard;

/// <summary>Runs reading of foreign bytes: whatever the framework says about damaged content becomes one refusal.</summary>
internal static class Foreign
{
    public static T Read<T>(string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e) when (e.InnerException is DocumentRefusedException refusal)
        {
            throw refusal;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Refuse.Damaged(part, e);
        }
    }

    private static bool IsDamage(Exception e) =>
        e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or ObjectDisposedException;
}
