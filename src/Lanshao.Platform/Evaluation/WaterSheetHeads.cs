using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Standards.Water;

namespace Lanshao.Platform.Evaluation;

/// <summary>The headings of a table of water readings: a row a section or point and month, a column an item; title rows above, a row of units below.</summary>
/// <param name="First">The row of the headings.</param>
/// <param name="Below">The first row below them and their units.</param>
/// <param name="Place">断面, 监测点位.</param>
/// <param name="IsPoints">Whether the rows are points of communities.</param>
/// <param name="Month">月份, 日期; null where the title says it.</param>
/// <param name="Body">水体类型; null where the register says it.</param>
/// <param name="Class">水质类别; null where only concentrations are given.</param>
/// <param name="Items">The items, and what one of the table's unit is in the item's own: 0.001 for µg/L.</param>
/// <param name="Unread">Headings that mean nothing here.</param>
internal sealed record WaterSheetHeads(
    int First, int Below, int Place, bool IsPoints, int? Month, int? Body, int? Class, IReadOnlyList<WaterSheetHeads.ItemColumn> Items, IReadOnlyList<string> Unread)
{
    private const int MostTitleRows = 12;
    private const decimal Thousandth = 0.001m;

    private static readonly string[] Sections = ["断面", "断面名称", "断面编码", "断面编号", "section", "站点", "站点名称"];
    private static readonly string[] Points = ["点位", "点位名称", "监测点位", "点位编码", "点位编号", "监测点"];
    private static readonly string[] Months = ["月份", "监测月份", "时段", "时间", "日期", "监测日期", "监测时间", "采样日期", "采样时间", "month", "date"];
    private static readonly string[] Bodies = ["水体类型", "水体类别", "类型", "waterBody"];
    private static readonly string[] Classes = ["水质类别", "本月水质", "本月类别", "类别", "class"];
    private static readonly string[] Known = ["序号", "街道", "社区", "水体", "所在水体", "水体名称", "水质目标", "目标", "备注", "区", "流域", "省份", "考核断面"];

    private static readonly Dictionary<string, decimal> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mg/L"] = 1m,
        ["毫克/升"] = 1m,
        ["μg/L"] = Thousandth,
        ["µg/L"] = Thousandth,
        ["ug/L"] = Thousandth,
        ["微克/升"] = Thousandth,
        ["无量纲"] = 1m,
        ["个/L"] = 1m,
        ["MPN/L"] = 1m,
    };

    /// <summary>A column of concentrations.</summary>
    internal sealed record ItemColumn(int At, string Heading, WaterItem Item, decimal Factor);

    /// <summary>Finds the headings; null where no row names places beside an item or a class.</summary>
    public static WaterSheetHeads? Find(TableBlock table)
    {
        for (var row = 0; row < Math.Min(table.Rows.Count, MostTitleRows); row++)
        {
            if (Of(table, row) is { } heads)
            {
                return heads;
            }
        }

        return null;
    }

    /// <summary>Returns the words of a cell.</summary>
    public static string Text(TableRow row, int column) => column < row.Cells.Count ? ChineseText.Compact(row.Cells[column].Text) : string.Empty;

    private static WaterSheetHeads? Of(TableBlock table, int first)
    {
        string[] headings = [.. table.Rows[first].Cells.Select(cell => ChineseText.Compact(cell.Text))];
        var place = Array.FindIndex(headings, heading => Sections.Contains(heading, StringComparer.OrdinalIgnoreCase) || Points.Contains(heading));
        var hasUnits = first + 1 < table.Rows.Count && IsUnits(table.Rows[first + 1]);
        List<ItemColumn> items = [.. headings.Select((heading, at) => Item(heading, at, hasUnits ? Text(table.Rows[first + 1], at) : string.Empty)).OfType<ItemColumn>()];
        var level = IndexOf(headings, Classes);
        if (place < 0 || (items.Count == 0 && level is null))
        {
            return null;
        }

        var (month, body) = (IndexOf(headings, Months), IndexOf(headings, Bodies));
        int?[] taken = [place, month, body, level, .. items.Select(item => (int?)item.At)];
        List<string> unread = [.. headings.Where((heading, at) => heading.Length > 0 && !taken.Contains(at) && !Known.Contains(heading))];
        return new(first, first + (hasUnits ? 2 : 1), place, Points.Contains(headings[place]) || headings.Contains("社区"), month, body, level, items, unread);
    }

    private static ItemColumn? Item(string heading, int at, string below)
    {
        if (SurfaceWater.Find(heading) is not { } item || Sections.Contains(heading, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var inBrackets = heading.TrimEnd(')', '）').Split('(', '（')[^1];
        return new(at, heading, item, Units.GetValueOrDefault(below.Trim('(', ')', '（', '）'), Units.GetValueOrDefault(inBrackets, 1m)));
    }

    private static bool IsUnits(TableRow row)
    {
        string[] words = [.. row.Cells.Select(cell => ChineseText.Compact(cell.Text).Trim('(', ')', '（', '）')).Where(text => text.Length > 0)];
        return words.Length > 0 && words.All(Units.ContainsKey);
    }

    private static int? IndexOf(string[] headings, string[] names) => Array.FindIndex(headings, heading => names.Contains(heading, StringComparer.OrdinalIgnoreCase)) is >= 0 and var at ? at : null;
}
