using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lanshao.Platform.Foundation;

namespace Lanshao.Texts;

/// <summary>The words of the pages: <c>T["任务清单"]</c>. The Chinese text is the key; English is looked up in <c>Texts/en.json</c>.</summary>
public sealed partial class UiTexts(Language language)
{
    private static readonly FrozenDictionary<string, string> English = Load();

    public Language Language { get; } = language;

    /// <summary>Gets the Chinese texts that have an English one.</summary>
    public static IReadOnlyCollection<string> Translated => English.Keys;

    public string this[string chinese] => Language == Language.English && English.TryGetValue(chinese, out var english) ? english : chinese;

    /// <summary>Returns the text with <c>{0}</c>, <c>{1}</c>… filled.</summary>
    public string this[string chinese, params object?[] values] =>
        string.Format(CultureInfo.InvariantCulture, this[chinese], [.. values.Select(value => value is Period period ? Of(period) : value)]);

    /// <summary>Returns a period as people of the language write it: 2024年上半年, H1 2024.</summary>
    public string Of(Period period) => (Language, period.Kind) switch
    {
        (Language.Chinese, _) => period.ChineseText,
        (_, PeriodKind.Half or PeriodKind.Quarter) => $"{period.Code[4..]} {period.Code[..4]}",
        (_, PeriodKind.Month) => period.From.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        _ => period.Code,
    };

    /// <summary>Returns the heading of a column; one that begins with a period (1—6月水质类别, 二季度进展) is known by what follows.</summary>
    public string Heading(string chinese) =>
        Language == Language.English && !English.ContainsKey(chinese) && Spanned().Match(chinese) is { Success: true } spanned && English.TryGetValue(spanned.Groups[2].Value, out var rest)
            ? $"{rest}, {SpanOf(spanned.Groups[1].Value)}"
            : this[chinese];

    private static string SpanOf(string chinese) => chinese switch
    {
        "上半年" => "H1",
        "下半年" => "H2",
        _ when chinese.EndsWith('季') => $"Q{"一二三四".IndexOf(chinese[0], StringComparison.Ordinal) + 1}",
        _ when chinese.Contains('—', StringComparison.Ordinal) => $"months {chinese.TrimEnd('月').Replace('—', '–')}",
        _ => $"month {chinese.TrimEnd('月')}",
    };

    [GeneratedRegex("^([0-9]+(?:—[0-9]+)?月|[一二三四]季|[上下]半年)度?(.+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Spanned();

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Texts/en.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
