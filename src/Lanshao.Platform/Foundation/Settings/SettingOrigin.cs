namespace Lanshao.Platform.Foundation.Settings;

/// <summary>Who said it, the later the stronger.</summary>
public enum SettingOrigin
{
    Default,

    /// <summary><c>lanshao.yaml</c> in the data folder.</summary>
    File,

    /// <summary><c>LANSHAO_…</c>.</summary>
    Environment,

    /// <summary><c>--set key=value</c>.</summary>
    CommandLine,
}

/// <summary>One setting with the value that holds.</summary>
public sealed record SettingValue(Setting Setting, string Text, SettingOrigin Origin)
{
    /// <summary>Gets the value as it may be shown.</summary>
    public string Shown => Setting.Shown(Text);
}
