using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Lanshao.Platform.Monitoring;

/// <summary>网段: ranges of addresses, as a register names them (10.1.0.0/16、192.0.2.7) and as a device's place is noticed.</summary>
public static class AddressRanges
{
    private const int NoticedV4 = 24;
    private const int NoticedV6 = 48;

    /// <summary>Reads ranges parted by 、 or ；; an address alone is a range of one. Nothing is no range.</summary>
    /// <param name="text">The ranges.</param>
    /// <param name="ranges">What was read.</param>
    /// <param name="wrong">The piece that is none.</param>
    public static bool TryParse(string text, out IReadOnlyList<IPNetwork> ranges, [NotNullWhen(false)] out string? wrong)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = new List<IPNetwork>();
        (ranges, wrong) = (read, null);
        foreach (var piece in text.Split(['、', '；', ';', ',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(piece, out var range))
            {
                read.Add(range);
            }
            else if (IPAddress.TryParse(piece, out var address) && piece.Contains(address.AddressFamily == AddressFamily.InterNetwork ? '.' : ':', StringComparison.Ordinal))
            {
                read.Add(new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
            else
            {
                wrong = piece;
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the range by which the place of an address is noticed: 256 addresses of IPv4, a site of IPv6.</summary>
    public static string Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? NoticedV4 : NoticedV6;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
