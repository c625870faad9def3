using System.Globalization;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans;

/// <summary>The number of a measure as people say it: annex, task and the measure's place in its task. Printed <c>2-5-2</c>, spoken 附件2第5项第2条.</summary>
/// <param name="Annex">The annex as printed; lists without annexes count as 1.</param>
/// <param name="Task">The task as printed, in plain digits; where numbers begin again in every section, <c>2.5</c> is the fifth of the second section.</param>
/// <param name="Item">The place of the measure in its task, from 1.</param>
public readonly record struct MeasureCode(int Annex, string Task, int Item)
{
    public string Spoken => string.Create(CultureInfo.InvariantCulture, $"{SpokenTask}第{Item}条");

    /// <summary>Gets the task alone: 附件2第5项.</summary>
    public string SpokenTask => string.Create(CultureInfo.InvariantCulture, $"附件{Annex}{TaskInWords}");

    private string TaskInWords => Task.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? $"第{Task[..dot]}部分第{Task[(dot + 1)..]}项" : $"第{Task}项";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Annex}-{Task}-{Item}");
}

/// <summary>A number of a measure or of several, as typed into a search: what was not said is null.</summary>
/// <param name="Annex">附件2.</param>
/// <param name="Task">第5项.</param>
/// <param name="Item">第2条.</param>
public sealed record SpokenNumber(int? Annex, string? Task, int? Item)
{
    // Above this it is a year.
    private const int MostAnnexes = 99;

    private static readonly char[] Dashes = ['-', '—', '–', '－', '‐'];

    /// <summary>Reads 附件2第5项第2条, 附件二第五项, 第5项第2条, 2-5-2, 2—5—2, 2.5.2, 2-5. Anything else answers null.</summary>
    public static SpokenNumber? TryRead(string text)
    {
        var compact = ChineseText.Compact(text);
        return compact.Length is 0 or > 40 ? null : InDashes(compact) ?? InWords(compact);
    }

    /// <summary>Gets the number as it is stored, <c>2-5-2</c>, where a measure was said whole; a list without annexes counts as annex 1.</summary>
    public string? WholeCode => Task is { } task && Item is { } item ? new MeasureCode(Annex ?? 1, task, item).ToString() : null;

    public bool Covers(MeasureCode code) =>
        (Annex is null || Annex == code.Annex) && (Task is null || Task == code.Task) && (Item is null || Item == code.Item);

    // Two dots are a number only as 2.5.2; with dashes the task may hold a dot of its own.
    private static SpokenNumber? InDashes(string text)
    {
        var dashed = text.IndexOfAny(Dashes) >= 0;
        var parts = text.Split(dashed ? Dashes : ['.'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 3 || (!dashed && parts.Length < 3) || Digits(parts[0]) is not (> 0 and <= MostAnnexes and var annex) || !IsTask(parts[1]))
        {
            return null;
        }

        return parts.Length == 2 ? new(annex, parts[1], null) : Digits(parts[2]) is { } item ? new(annex, parts[1], item) : null;
    }

    private static SpokenNumber? InWords(string text)
    {
        var rest = text.AsSpan();
        var annex = rest.StartsWith("附件") ? Numeral(ref rest, "附件", string.Empty) : null;
        var section = Numeral(ref rest, "第", "部分");
        var task = Numeral(ref rest, "第", "项") ?? Numeral(ref rest, "第", "号") ?? Numeral(ref rest, "任务", string.Empty);
        var item = Numeral(ref rest, "第", "条") ?? Numeral(ref rest, "措施", string.Empty);
        if (rest.Length > 0 || (annex ?? task ?? item) is null)
        {
            return null;
        }

        var number = task?.ToString(CultureInfo.InvariantCulture);
        return new(annex, section is null || number is null ? number : string.Create(CultureInfo.InvariantCulture, $"{section}.{number}"), item);
    }

    private static int? Numeral(ref ReadOnlySpan<char> text, string before, string after)
    {
        if (!text.StartsWith(before) || !ChineseNumber.TryReadAt(text, before.Length, out var number) || number.Value is < 1 or > 9999)
        {
            return null;
        }

        var end = before.Length + number.Length;
        if (!text[end..].StartsWith(after) || decimal.Truncate(number.Value) != number.Value)
        {
            return null;
        }

        text = text[(end + after.Length)..];
        return (int)number.Value;
    }

    private static int? Digits(string text) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static bool IsTask(string text) => text.Length <= 9 && Array.TrueForAll(text.Split('.'), part => Digits(part) is not null);
}
