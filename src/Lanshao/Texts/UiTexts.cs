using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Lanshao.Texts;

/// <summary>The words of the pages: <c>T["任务清单"]</c>. The Chinese text is the key; English is looked up in <c>Texts/en.json</c>.</summary>
public sealed class UiTexts(Language language)
{
    private static readonly FrozenDictionary<string, string> English = Load();

    public Language Language { get; } = language;

    /// <summary>Gets the Chinese texts that have an English one.</summary>
    public static IReadOnlyCollection<string> Translated => English.Keys;

    public string this[string chinese] => Language == Language.English && English.TryGetValue(chinese, out var english) ? english : chinese;

    /// <summary>Returns the text with <c>{0}</c>, <c>{1}</c>… filled.</summary>
    public string this[string chinese, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[chinese], values);

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Texts/en.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
