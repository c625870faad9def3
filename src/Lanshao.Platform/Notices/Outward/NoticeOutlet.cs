using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lanshao.Platform.Foundation.Settings;

namespace Lanshao.Platform.Notices.Outward;

/// <summary>对外通知: where notices go beside the box, by the settings alone: never by a page, a document or a device. Closed unless an operator opens it.</summary>
/// <param name="Url">Where notices are posted to; null for nowhere.</param>
/// <param name="Listed">Host names and addresses that may lie inside the house.</param>
/// <param name="FilesPath">The folder into which each notice is written as a file; null for none.</param>
/// <param name="KeyPath">The file that holds the key of the signatures.</param>
/// <param name="IsForAll">Whether 当日处置 goes out too.</param>
public sealed record NoticeOutlet(Uri? Url, IReadOnlySet<string> Listed, string? FilesPath, string KeyPath, bool IsForAll)
{
    private const int KeyBytes = 32;

    /// <summary>Gets whether any notice leaves the house.</summary>
    public bool IsOpen => Url is not null || FilesPath is not null;

    /// <summary>Returns the outlet that the settings describe; an address that is none refuses every notice with ENV-070 when it is used.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="folder">The data folder.</param>
    /// <param name="keys">Its folder of keys.</param>
    public static NoticeOutlet Of(SettingsBook settings, string folder, string keys) => new(
        settings[AllSettings.NoticeUrl].Length == 0 ? null : Uri.TryCreate(settings[AllSettings.NoticeUrl], UriKind.Absolute, out var url) ? url : new Uri("invalid:none"),
        settings[AllSettings.NoticeHosts].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase),
        settings[AllSettings.NoticeFiles] == 1 ? Path.Combine(folder, "outbox") : null,
        Path.Combine(keys, "notices.key"),
        settings[AllSettings.NoticeAll] == 1);

    /// <summary>Returns whether a notice is one of those that go out.</summary>
    public bool Takes(Notice notice) => IsForAll || notice.IsUrgent;

    /// <summary>Returns the key of the signatures; made when it is first asked for, readable for the owner alone.</summary>
    public byte[] Key()
    {
        if (!File.Exists(KeyPath))
        {
            var made = KeyPath + $".{Guid.CreateVersion7():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(made, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))));
            }

            KeepFirst(made);
        }

        return Convert.FromHexString(File.ReadAllText(KeyPath).Trim());
    }

    /// <summary>Returns whether an address may be called: a public one, or one that is listed by itself or by its name.</summary>
    public bool MayCall(string host, IPAddress address) => Listed.Contains(host) || Listed.Contains(address.ToString()) || IsPublic(address);

    /// <summary>Returns whether an address lies in the open internet: not this machine, not a house, not a link, not the metadata of a cloud.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return bytes.Length == 4 ? IsPublic4(bytes) : IsPublic6(bytes);
    }

    private static bool IsPublic4(byte[] b) => b[0] switch
    {
        0 or 10 or 127 or >= 224 => false,
        100 => b[1] is < 64 or > 127,
        169 => b[1] != 254,
        172 => b[1] is < 16 or > 31,
        192 => b[1] != 168 && (b[1] != 0 || b[2] > 2),
        198 => b[1] is not (18 or 19),
        _ => true,
    };

    // 2000::/3 is what is routed; 2002::/16 and 2001::/32 wrap addresses of the fourth version.
    private static bool IsPublic6(byte[] b) => (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] == 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0);

    // Two who make it at once: the first one stays.
    private void KeepFirst(string made)
    {
        try
        {
            File.Move(made, KeyPath, overwrite: false);
        }
        catch (IOException) when (File.Exists(KeyPath))
        {
            File.Delete(made);
        }
    }
}
