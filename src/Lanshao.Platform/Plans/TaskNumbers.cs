using System.Globalization;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans;

/// <summary>Gives the tasks of an annex the numbers by which people name them: as printed, in plain digits, each once.</summary>
internal static class TaskNumbers
{
    /// <summary>Numbers tasks.</summary>
    /// <param name="tasks">Printed number and the place of the top section of every task, in order.</param>
    /// <returns>The printed digits where each stands once; with the section before a dot where numbers begin again; else the running number.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string Printed, int Section)> tasks)
    {
        var plain = tasks.Select(task => Digits(task.Printed)).ToList();
        if (IsEachOnce(plain))
        {
            return [.. plain.OfType<string>()];
        }

        var inSections = tasks.Zip(plain).Select(pair => pair.Second is null ? null : string.Create(CultureInfo.InvariantCulture, $"{pair.First.Section}.{pair.Second}")).ToList();
        return IsEachOnce(inSections) ? [.. inSections.OfType<string>()] : [.. Enumerable.Range(1, tasks.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }

    private static bool IsEachOnce(List<string?> numbers) => numbers.TrueForAll(number => number is not null) && numbers.Distinct(StringComparer.Ordinal).Count() == numbers.Count;

    // 1, 1., （一）, 第一项, 1.2: the number itself; anything else is no number.
    private static string? Digits(string printed)
    {
        var compact = ChineseText.Compact(printed).Trim('第', '项', '条', '、', '.', '．', '(', ')', '（', '）');
        if (compact.Length is > 0 and <= 9 && compact.Split('.') is { Length: <= 2 } parts && Array.TrueForAll(parts, part => part.Length > 0 && part.All(char.IsAsciiDigit)))
        {
            return string.Join('.', parts.Select(part => part.TrimStart('0') is { Length: > 0 } number ? number : "0"));
        }

        return compact.Length > 0 && ChineseNumber.TryReadAt(compact, 0, out var read) && read.Length == compact.Length && decimal.Truncate(read.Value) == read.Value
            ? read.Value.ToString("0", CultureInfo.InvariantCulture)
            : null;
    }
}
