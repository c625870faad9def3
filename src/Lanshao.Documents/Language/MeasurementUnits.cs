using System.Reflection;

namespace Lanshao.Documents.Language;

/// <summary>The units of measurement that official documents print, with all their spellings (<c>Units.tsv</c>).</summary>
public static class MeasurementUnits
{
    private const string BehindTime = "内末后前中的以来起间为和及与至到均都已完未无有";
    private static readonly Dictionary<string, MeasurementUnit> ByForm = Load();
    private static readonly NameLexicon Forms = new(ByForm.Keys);

    /// <summary>Reads the unit that begins at a place of a text; of several, the longest.</summary>
    /// <param name="text">The text, full-width forms made plain.</param>
    /// <param name="start">The place.</param>
    /// <param name="length">Characters that the unit takes.</param>
    /// <returns>The unit, or <see langword="null"/> where none begins.</returns>
    public static MeasurementUnit? ReadAt(ReadOnlySpan<char> text, int start, out int length)
    {
        length = start < text.Length ? Forms.LongestAt(text, start) : 0;
        length = BeginsThing(text, start, length) ? 1 : length;
        return length == 0 ? null : ByForm[text.Slice(start, length).ToString()];
    }

    // 180个年度治理任务 and 12个月度报告 count things that are called so; 3个年度内 and 12个月 count time.
    private static bool BeginsThing(ReadOnlySpan<char> text, int start, int length)
    {
        var end = start + length;
        return length > 1 && end < text.Length && text[start] == '个'
            && (text[end - 1] == '度' ? ChineseText.IsHan(text[end]) && !BehindTime.Contains(text[end], StringComparison.Ordinal) : text[end - 1] == '月' && text[end] == '度');
    }

    private static Dictionary<string, MeasurementUnit> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Lanshao.Documents.Language.Units.tsv")!;
        using var reader = new StreamReader(stream);
        var byForm = new Dictionary<string, MeasurementUnit>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var cells = line.Split('\t');
            var unit = new MeasurementUnit(cells[0], Enum.Parse<UnitKind>(cells[1]));
            foreach (var form in cells.AsSpan(2))
            {
                byForm[form] = unit;
            }
        }

        return byForm;
    }
}
