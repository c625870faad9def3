using System.Text;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Hourly;

/// <summary>Finds the headings of a table below its titles, in one row or two.</summary>
internal sealed class HourlyHead(string file, HourlyProfile? asked, bool isWorkbook)
{
    private const int MostTitles = 30;
    private const int YearDigits = 4;
    private string[]? _first;
    private string[]? _above;
    private int _titles;

    /// <summary>Gets the layout; null above the headings.</summary>
    public HourlyLayout? Layout { get; private set; }

    public char Delimiter { get; private set; } = ',';

    /// <summary>Gets the day number of the civil day that a title names; null where none does.</summary>
    public int? TitleDay { get; private set; }

    /// <summary>Begins again, for another sheet.</summary>
    public void Begin() => (Layout, _above, _titles, TitleDay) = (null, null, 0, null);

    /// <summary>Takes a line for the heading; false where it is a title above it.</summary>
    public bool TryTake(ReadOnlySpan<byte> line)
    {
        line = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        var delimiter = HourlyCells.DelimiterOf(line);
        var cells = HourlyCells.Texts(line, delimiter);
        _first ??= cells;
        Layout = _titles > MostTitles ? null : Find(cells);
        if (Layout is not null)
        {
            (Delimiter, _above) = (delimiter, cells);
            return true;
        }

        _titles++;
        if (_titles > MostTitles && !isWorkbook)
        {
            throw Unfit();
        }

        (_above, TitleDay) = (cells, DayIn(cells) ?? TitleDay);
        return false;
    }

    /// <summary>Takes the first line below the headings for their second row.</summary>
    public bool TrySecondRow(ReadOnlySpan<byte> line)
    {
        var cells = HourlyCells.Texts(line, Delimiter);
        if (_above is null || Array.Exists(cells, cell => decimal.TryParse(cell, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _)))
        {
            return false;
        }

        var found = HourlyLayout.Find(HourlyHeading.OfTwoRows(_above, cells), asked, TitleDay is not null);
        Layout = found ?? Layout;
        return found is not null;
    }

    /// <summary>Tells whether a line below the headings is a note, a mean or sum, or the headings said again.</summary>
    public bool IsNoRow(ReadOnlySpan<byte> line, HourlyLayout layout)
    {
        if (HourlyWords.IsNote(Encoding.UTF8.GetString(line)))
        {
            return true;
        }

        var cells = Array.FindAll(HourlyCells.Texts(line, Delimiter), cell => cell.Length > 0);
        return cells.Length > 0
            && (HourlyWords.Is("summaries", cells[0]) || Array.TrueForAll(cells, cell => Array.Exists(layout.Headings, heading => heading == cell || IsPart(heading, cell))));
    }

    /// <summary>Refuses the file: no row of it is a heading that any profile knows.</summary>
    public DocumentRefusedException Unfit() => Refuse.Because(DocumentCodes.HourlyHeadings, null, ("file", file), ("found", string.Join('、', _first ?? [])));

    private static bool IsPart(string heading, string cell) => heading.StartsWith(cell + "/", StringComparison.Ordinal) || heading.EndsWith("/" + cell, StringComparison.Ordinal);

    private HourlyLayout? Find(string[] cells) =>
        HourlyLayout.Find(Array.ConvertAll(cells, HourlyHeading.Of), asked, TitleDay is not null)
            ?? (_above is null ? null : HourlyLayout.Find(HourlyHeading.OfTwoRows(_above, cells), asked, TitleDay is not null));

    // 2024年3月5日 in a title; a stretch of days names no day.
    private static int? DayIn(string[] cells)
    {
        foreach (var cell in cells)
        {
            for (var at = 0; at + YearDigits < cell.Length; at++)
            {
                if (cell[at] is '1' or '2' && (at == 0 || !char.IsAsciiDigit(cell[at - 1])) && HourlyTime.TryRead(Encoding.UTF8.GetBytes(cell[at..]), out var day, out var hour) && hour is null)
                {
                    return day;
                }
            }
        }

        return null;
    }
}
