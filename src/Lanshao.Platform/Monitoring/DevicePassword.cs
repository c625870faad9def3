using System.Security.Cryptography;
using System.Text;

namespace Lanshao.Platform.Monitoring;

/// <summary>Passwords of devices: only a digest is stored, so that nothing can show or export them again. A request to a device uses the password that its own frames have just proved.</summary>
/// <remarks>The salt is the MN and the work small: the standard allows six characters, which no digest makes strong, and a list of two thousand devices is read in a second.</remarks>
public static class DevicePassword
{
    private const int Rounds = 1000;
    private const int Bytes = 16;

    /// <summary>Returns the digest of a password, lower-case hex.</summary>
    public static string Digest(string mn, ReadOnlySpan<byte> password)
    {
        Span<byte> digest = stackalloc byte[Bytes];
        Rfc2898DeriveBytes.Pbkdf2(password, Encoding.UTF8.GetBytes("lanshao-device:" + mn), digest, Rounds, HashAlgorithmName.SHA256);
        return Convert.ToHexStringLower(digest);
    }

    public static string Digest(string mn, string password) => Digest(mn, Encoding.UTF8.GetBytes(password));

    /// <summary>Returns whether a password is the one of the digest.</summary>
    public static bool Fits(string mn, ReadOnlySpan<byte> password, string digest) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Digest(mn, password)), Encoding.ASCII.GetBytes(digest));
}
