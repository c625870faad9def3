using System.Reflection;

namespace Lanshao.Documents.Language;

/// <summary>The units of measurement that official documents print, with all their spellings (<c>Units.tsv</c>).</summary>
public static class MeasurementUnits
{
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
        return length == 0 ? null : ByForm[text.Slice(start, length).ToString()];
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
