using System.Text;

namespace Lanshao.Platform.Reports.Pdf;

/// <summary>The fresh profile of one conversion: no macros, no active content, no updating of links, and a proxy that leads nowhere.</summary>
internal static class PdfProfile
{
    private const string Common = "/org.openoffice.Office.Common/";

    private static readonly (string Path, string Name, string Value)[] Items =
    [
        (Common + "Security/Scripting", "MacroSecurityLevel", "3"),
        (Common + "Security/Scripting", "DisableMacrosExecution", "true"),
        (Common + "Security/Scripting", "DisableActiveContent", "true"),
        (Common + "Security/Scripting", "BlockUntrustedRefererLinks", "true"),
        (Common + "Misc", "FirstRun", "false"),
        ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
        ("/org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
        ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ];

    /// <summary>Writes the profile into a folder that is not there yet.</summary>
    public static void Write(string folder)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n");
        foreach (var (path, name, value) in Items)
        {
            xml.Append("<item oor:path=\"").Append(path).Append("\"><prop oor:name=\"").Append(name).Append("\" oor:op=\"fuse\"><value>").Append(value).Append("</value></prop></item>\n");
        }

        var user = Directory.CreateDirectory(Path.Combine(folder, "user"));
        File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"), xml.Append("</oor:items>\n").ToString());
    }
}
