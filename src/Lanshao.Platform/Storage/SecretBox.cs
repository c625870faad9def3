using System.Security.Cryptography;
using System.Text;

namespace Lanshao.Platform.Storage;

/// <summary>Seals what must be used again but never shown: with a key that lies in the folder's <c>keys/</c>, readable by its owner alone, and goes with every backup of the folder.</summary>
public sealed class SecretBox
{
    private const string FileName = "secrets.key";
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _key;

    private SecretBox(byte[] key) => _key = key;

    /// <summary>Opens the box of a folder; its key is made when first asked for.</summary>
    public static SecretBox Of(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var path = Path.Combine(folder.KeysPath, FileName);
        if (!File.Exists(path))
        {
            Make(path);
        }

        return new(File.ReadAllBytes(path));
    }

    /// <summary>Returns a secret, sealed.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="purpose">What it is for; it opens for nothing else.</param>
    public string Seal(ReadOnlySpan<byte> secret, string purpose)
    {
        var whole = new byte[NonceBytes + TagBytes + secret.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), secret, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(purpose));
        return Convert.ToBase64String(whole);
    }

    /// <summary>Returns the secret again; null where it was sealed by another key, for something else, or changed.</summary>
    public byte[]? Open(string text, string purpose)
    {
        try
        {
            var whole = Convert.FromBase64String(text);
            if (whole.Length < NonceBytes + TagBytes)
            {
                return null;
            }

            var secret = new byte[whole.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(whole.AsSpan(0, NonceBytes), whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes), secret, Encoding.UTF8.GetBytes(purpose));
            return secret;
        }
        catch (Exception changed) when (changed is CryptographicException or FormatException)
        {
            return null;
        }
    }

    // Written aside and renamed: whoever comes second takes the first one's.
    private static void Make(string path)
    {
        var aside = path + "." + Path.GetRandomFileName();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(aside, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }
}
