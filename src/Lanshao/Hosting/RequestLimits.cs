using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Settings;

namespace Lanshao.Hosting;

/// <summary>What a request may cost, out of the settings.</summary>
public sealed class RequestLimits(SettingsBook settings)
{
    /// <summary>Gets the most bytes of the request line and headers.</summary>
    public int HeadBytes { get; } = (int)(settings[AllSettings.HeadKilobytes] << 10);

    /// <summary>Gets where the web server itself cuts off, without words; between the two figures we answer in words.</summary>
    public int HardHeadBytes => 8 * HeadBytes;

    /// <summary>Gets the most bytes of a form without a file.</summary>
    public int FormBytes { get; } = (int)(settings[AllSettings.FormKilobytes] << 10);

    /// <summary>Gets the most bytes of an uploaded file.</summary>
    public long UploadBytes { get; } = settings[AllSettings.FileMegabytes] << 20;

    /// <summary>Gets how often one parameter may stand in an address.</summary>
    public int FilterValues { get; } = (int)settings[AllSettings.FilterValues];

    /// <summary>Gets how long a request may work, unless its endpoint says otherwise.</summary>
    public TimeSpan Time { get; } = TimeSpan.FromSeconds(settings[AllSettings.QuerySeconds]);

    /// <summary>Returns what a form or file beyond its limit is answered with.</summary>
    public Refusal TooLarge() => Refusal.Invalid("WEB-012", ("form", Words(FormBytes)), ("upload", Words(UploadBytes)));

    /// <summary>Returns bytes as people say them: 16 KB, 50 MB.</summary>
    public static string Words(long bytes) => bytes % (1 << 20) == 0 ? $"{bytes >> 20} MB" : $"{bytes >> 10} KB";
}
