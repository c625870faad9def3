using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Indicators;

/// <summary>What a column of a city table shows.</summary>
internal enum CityColumn
{
    /// <summary>Nothing that is taken in.</summary>
    Other,

    /// <summary>街道（乡镇）.</summary>
    Area,

    /// <summary>所在区.</summary>
    District,

    /// <summary>区内排名: computed here, never imported.</summary>
    DistrictRank,

    /// <summary>全市排名, 市倒排名.</summary>
    CityRank,

    /// <summary>累计浓度.</summary>
    Value,

    /// <summary>取整.</summary>
    Whole,

    /// <summary>同比变化.</summary>
    Change,
}

/// <summary>The headings of a city table, of one row or of two, below any number of title rows.</summary>
/// <param name="First">The row in which the headings begin.</param>
/// <param name="Below">The first row below them.</param>
/// <param name="Columns">What the columns show, with their headings.</param>
internal sealed record CityTableHeads(int First, int Below, IReadOnlyList<(CityColumn Shows, string Heading)> Columns)
{
    private const int RowsTogether = 3;

    private int Kinds => Columns.Select(column => column.Shows).Where(shows => shows != CityColumn.Other).Distinct().Count();

    /// <summary>Finds the headings; null where no row names areas beside a figure or a rank.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isArea">Whether a text is the name of an area.</param>
    public static CityTableHeads? Find(TableBlock table, Func<string, bool> isArea)
    {
        CityTableHeads? best = null;
        for (var at = 0; at < table.Rows.Count && at < (best?.First + RowsTogether ?? int.MaxValue); at++)
        {
            foreach (var count in new[] { 2, 1 })
            {
                // A line of the title may stand right above one heading of two: the reading that knows more columns is the right one.
                if (at + count <= table.Rows.Count && table.Rows.Skip(at + 1).Take(count - 1).All(row => GoesOn(row, isArea)) && Of(table, at, count) is { } heads && (best is null || heads.Kinds > best.Kinds))
                {
                    best = heads;
                }
            }
        }

        return best;
    }

    /// <summary>Returns the text of a cell, merged ones told by the cell that covers them.</summary>
    public static string Text(TableRow row, int column) => column < row.Cells.Count ? ChineseText.Compact(row.Cells[column].Anchor.Text) : string.Empty;

    public int IndexOf(CityColumn shows) => Columns.ToList().FindIndex(column => column.Shows == shows);

    // A second row of headings has words in several columns, no figure, and no area.
    private static bool GoesOn(TableRow row, Func<string, bool> isArea)
    {
        var own = row.OwnCells.Select(cell => ChineseText.Compact(cell.Text)).Where(text => text.Length > 0).ToList();
        return own.Count > 0 && !row.SpansAllColumns && !own.Exists(text => FigureNumber.TryRead(text, out _) || isArea(text));
    }

    private static CityTableHeads? Of(TableBlock table, int first, int count)
    {
        if (table.Rows[first].SpansAllColumns)
        {
            return null;
        }

        var words = Enumerable.Range(0, table.ColumnCount).Select(column => Heading(table, first, count, column)).ToList();
        var columns = words.ConvertAll(heading => (Shows: Shown(heading), Heading: heading));
        var isHead = columns.Exists(column => column.Shows == CityColumn.Area) && columns.Exists(column => column.Shows is CityColumn.Value or CityColumn.Whole or CityColumn.CityRank);
        return isHead ? new(first, first + count, columns) : null;
    }

    // In a file without merged cells a heading across several columns stands in the first of them only.
    private static string Heading(TableBlock table, int first, int count, int column)
    {
        var upper = Text(table.Rows[first], column);
        var lower = count == 1 ? string.Empty : Text(table.Rows[first + 1], column);
        for (var left = column - 1; upper.Length == 0 && lower.Length > 0 && left >= 0; left--)
        {
            upper = Text(table.Rows[first], left);
        }

        return upper == lower ? upper : upper + lower;
    }

    private static CityColumn Shown(string heading) => heading switch
    {
        "" => CityColumn.Other,
        "区" or "区县" or "所在区" or "行政区" or "所属区" or "区（地区）" => CityColumn.District,
        _ when Has(heading, "同比") => CityColumn.Change,
        _ when Has(heading, "排名", "位次", "名次", "倒排", "正排") => Has(heading, "区内", "区倒", "区排") && !Has(heading, "全市") ? CityColumn.DistrictRank : CityColumn.CityRank,
        _ when Has(heading, "取整") => CityColumn.Whole,
        _ when Has(heading, "浓度", "降尘量", "均值", "数值", "监测值") => CityColumn.Value,
        _ when Has(heading, "街道", "乡镇", "地区") => CityColumn.Area,
        _ => CityColumn.Other,
    };

    private static bool Has(string heading, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (heading.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
