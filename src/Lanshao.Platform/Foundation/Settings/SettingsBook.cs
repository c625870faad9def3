using System.Collections;
using Lanshao.Documents.Guard;

namespace Lanshao.Platform.Foundation.Settings;

/// <summary>The settings that hold: command line before environment before file before default.</summary>
public sealed class SettingsBook
{
    private readonly Dictionary<string, SettingValue> _values;

    private SettingsBook(Dictionary<string, SettingValue> values) => _values = values;

    /// <summary>Gets the defaults alone.</summary>
    public static SettingsBook Defaults { get; } = new(AllSettings.All.ToDictionary(s => s.Key, s => new SettingValue(s, s.DefaultText, SettingOrigin.Default), StringComparer.Ordinal));

    /// <summary>Gets every setting with its value and origin, in the order of the list.</summary>
    public IReadOnlyList<SettingValue> All => [.. AllSettings.All.Select(s => _values[s.Key])];

    /// <summary>Puts the settings together.</summary>
    /// <param name="folder">The data folder, with or without a <c>lanshao.yaml</c>.</param>
    /// <param name="commandLine"><c>key=value</c>, as given by <c>--set</c>.</param>
    /// <param name="environment">The environment; the process's own when null.</param>
    /// <returns>The settings; ENV-040 for an unknown key, ENV-041 for a value out of its range, ENV-042 for an unreadable file.</returns>
    public static Outcome<SettingsBook> Load(string folder, IEnumerable<string>? commandLine = null, IDictionary? environment = null)
    {
        var file = SettingsFile.Read(folder);
        if (file.IsRefused)
        {
            return file.Refusal;
        }

        var book = new Dictionary<string, SettingValue>(Defaults._values, StringComparer.Ordinal);
        var given = file.Value.Select(v => (v.Key, v.Value, SettingOrigin.File))
            .Concat(Named(environment ?? Environment.GetEnvironmentVariables()))
            .Concat((commandLine ?? []).Select(Pair));
        foreach (var (key, text, origin) in given)
        {
            if (!book.TryGetValue(key, out var known))
            {
                return Refusal.Invalid("ENV-040", ("key", key), ("origin", origin.ToString()));
            }

            if (!known.Setting.Accepts(text.Trim()))
            {
                return Refusal.Invalid("ENV-041", ("key", key), ("found", known.Setting.Shown(text)), ("expected", known.Setting.Range), ("origin", origin.ToString()));
            }

            book[key] = new(known.Setting, text.Trim(), origin);
        }

        return new SettingsBook(book);
    }

    public long this[NumberSetting setting] => NumberSetting.Read(_values[setting.Key].Text)!.Value;

    public string this[TextSetting setting] => _values[setting.Key].Text;

    /// <summary>Returns what a document from outside may cost.</summary>
    public DocumentLimits DocumentLimits() => new()
    {
        FileBytes = this[AllSettings.FileMegabytes] << 20,
        UnpackedBytes = this[AllSettings.UnpackedMegabytes] << 20,
        EntryRatio = (int)this[AllSettings.EntryRatio],
        Entries = (int)this[AllSettings.Entries],
        XmlDepth = (int)this[AllSettings.XmlDepth],
        TableRows = (int)this[AllSettings.TableRows],
        CellCharacters = (int)this[AllSettings.CellCharacters],
        Time = TimeSpan.FromSeconds(this[AllSettings.ReadSeconds]),
        MemoryBytes = this[AllSettings.ReadMegabytes] << 20,
        StreamedBytes = this[AllSettings.StreamedMegabytes] << 20,
    };

    // Other names that begin alike (LANSHAO_DATA, LANSHAO_REFERENCE) belong to options and tests: only names of settings count.
    private static IEnumerable<(string Key, string Text, SettingOrigin Origin)> Named(IDictionary environment) =>
        from setting in AllSettings.All
        let text = environment[setting.EnvironmentName] as string
        where !string.IsNullOrEmpty(text)
        select (setting.Key, text, SettingOrigin.Environment);

    private static (string Key, string Text, SettingOrigin Origin) Pair(string given)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (given, string.Empty, SettingOrigin.CommandLine) : (given[..equals].Trim(), given[(equals + 1)..], SettingOrigin.CommandLine);
    }
}
