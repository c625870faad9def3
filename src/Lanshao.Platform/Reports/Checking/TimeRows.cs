namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads rows that are times of one year, and which of them a longer one holds: 一季度 holds 1月, 2月 and 3月, 前三季度 the quarters.</summary>
internal static class TimeRows
{
    private const int Months = 12;
    private static readonly (string Name, int From, int To)[] Named =
        [("一季度", 1, 3), ("二季度", 4, 6), ("三季度", 7, 9), ("四季度", 10, 12), ("上半年", 1, 6), ("下半年", 7, 12), ("前三季度", 1, 9), ("全年", 1, 12)];

    /// <summary>The months of a name as bits; 0 where it is no time.</summary>
    public static int MonthsOf(string name)
    {
        var plain = name.TrimStart('第').Replace("合计", "", StringComparison.Ordinal).Replace("累计", "", StringComparison.Ordinal);
        if (Array.Find(Named, known => known.Name == plain) is { Name: not null } found)
        {
            return Bits(found.From, found.To);
        }

        if (!plain.EndsWith('月'))
        {
            return 0;
        }

        var ends = plain[..^1].Split('—', '-', '–', '~', '～', '至');
        var numbers = Array.ConvertAll(ends, end => int.TryParse(end.TrimEnd('月'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= Months ? month : 0);
        return numbers.Length is 1 or 2 && Array.TrueForAll(numbers, month => month > 0) && numbers[0] <= numbers[^1] ? Bits(numbers[0], numbers[^1]) : 0;
    }

    /// <summary>The rows that a row of a longer time holds, each as long as can be; empty where they leave a month out.</summary>
    public static IReadOnlyList<TableLine> PartsOf(TableView table, TableLine whole)
    {
        var months = MonthsOf(whole.Name);
        var within = months == 0 ? [] : table.Lines.Select(line => (Line: line, Months: MonthsOf(line.Name))).Where(known => known.Months != 0 && known.Months != months && (known.Months & months) == known.Months).ToList();
        var longest = within.FindAll(known => !within.Exists(other => other.Months != known.Months && (other.Months & known.Months) == known.Months));
        return longest.Count > 1 && longest.Aggregate(0, (sum, known) => sum | known.Months) == months && longest.Sum(known => int.PopCount(known.Months)) == int.PopCount(months) ? [.. longest.Select(known => known.Line)] : [];
    }

    private static int Bits(int from, int to) => ((1 << (to - from + 1)) - 1) << from;
}
