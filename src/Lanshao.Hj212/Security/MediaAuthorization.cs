using System.Text;

namespace Lanshao.Hj212.Security;

/// <summary>The Authorization of HJ 212-2025, Annex H, for pictures and video over HTTPS.</summary>
public static class MediaAuthorization
{
    /// <summary>Returns base64 of <c>user:password</c>, encrypted with SM4, ECB, padded by PKCS#7.</summary>
    /// <param name="user">The user.</param>
    /// <param name="password">The password.</param>
    /// <param name="key">The key.</param>
    public static string Of(string user, string password, Sm4Key key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var plain = Encoding.UTF8.GetBytes($"{user}:{password}");
        var padding = Sm4Key.BlockLength - (plain.Length % Sm4Key.BlockLength);
        byte[] padded = [.. plain, .. Enumerable.Repeat((byte)padding, padding)];
        key.Encrypt(padded, padded);
        return Convert.ToBase64String(padded);
    }
}
