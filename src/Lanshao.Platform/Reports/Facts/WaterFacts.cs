using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>What the water tables give to say. 无水 is a result: it is counted as such, and neither meets nor misses a class.</summary>
internal sealed class WaterFacts
{
    private const string Edition = "GB 3838-2002";

    private readonly FigureTable _table;
    private readonly TableFacts _facts;

    private WaterFacts(FigureTable table) => (_table, _facts) = (table, new(table));

    public static IEnumerable<NamedFact> Sections(FigureTable table, District district)
    {
        var all = district.Sections.Zip(table.Rows, (section, row) => Measured.Of(table, row, section.Target, section.IsMunicipalAssessment)).ToList();
        var water = new WaterFacts(table);
        if (all.Exists(one => one.Text is not null))
        {
            water.Group("assessed", "市级考核断面", all.FindAll(one => one.IsAssessed));
            water.Group("other", "其他断面", all.FindAll(one => !one.IsAssessed));
        }

        return water._facts.All;
    }

    public static IEnumerable<NamedFact> Points(FigureTable table, District district) => PointsOf(table, district, "points", _ => true);

    /// <summary>Says the same of some of the points: those of one 街道.</summary>
    public static IEnumerable<NamedFact> PointsOf(FigureTable table, District district, string take, Func<WaterPoint, bool> isAmong)
    {
        var all = district.WaterPoints.Zip(table.Rows).Where(pair => isAmong(pair.First)).Select(pair => Measured.Of(table, pair.Second, pair.First.Target, isAssessed: false)).ToList();
        var water = new WaterFacts(table);
        if (all.Exists(one => one.Text is not null))
        {
            water.Group(take, "监测点位", all);
        }

        return water._facts.All;
    }

    private void Group(string take, string noun, List<Measured> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        var known = all.FindAll(one => one.Class is not null);
        Count(take, $"{noun}数", all);
        Count(take + "-known", $"有水质类别的{noun}数", known);
        Count(take + "-dry", $"无水的{noun}数", all.FindAll(one => one is { Text: not null, Class: null }));
        Listed(take + "-names", noun, known, one => one.Row.Name);
        Listed(take + "-classes", $"{noun}的水质类别", known, one => one.Text!);
        Met(take, noun, known.FindAll(one => one.Target.Level > 0));
        Classes(take, noun, known);
    }

    private void Met(string take, string noun, List<Measured> aimed)
    {
        var failed = aimed.FindAll(one => !one.Class!.Value.Meets(one.Target));
        Count(take + "-met", $"达到水质目标的{noun}数", [.. aimed.Except(failed)]);
        Count(take + "-failed", $"未达水质目标的{noun}数", failed);
        Listed(take + "-failed-names", $"未达水质目标的{noun}", failed, one => one.Row.Name);
        Listed(take + "-failed-classes", $"未达水质目标的{noun}是几类", failed, one => one.Text!);
        Listed(take + "-failed-targets", $"未达水质目标的{noun}应为几类", failed, one => one.Target + "类");
    }

    private void Classes(string take, string noun, List<Measured> known)
    {
        for (var level = 1; level <= 6; level++)
        {
            var there = known.FindAll(one => one.Class!.Value.Level == level);
            Count(string.Create(CultureInfo.InvariantCulture, $"{take}-class{level}"), $"{WaterClass.Of(level)}类{noun}数", there);
            Listed(string.Create(CultureInfo.InvariantCulture, $"{take}-class{level}-names"), $"{WaterClass.Of(level)}类{noun}", there, one => one.Row.Name);
        }

        var good = known.FindAll(one => one.Class!.Value.IsGood);
        Count(take + "-good", $"优良的{noun}数", good);
        if (Percentage.Compute(good.Count, known.Count) is { } ratio)
        {
            var shown = Reported.Of(ratio.Exact, Rounding.DecimalsOf(ratio.Shown));
            _facts.Figure(take + "-good-ratio", $"{noun}优良比例", shown, "%", TableFacts.ValuesOf(known.Select(one => _table.Cell(one.Row, ColumnContent.Value))), FactOrigin.Divided, Edition);
        }
    }

    private void Count(string take, string label, List<Measured> all) => _facts.Count(take, label, [.. all.Select(one => one.Row)], ColumnContent.Value, Edition);

    private void Listed(string take, string label, List<Measured> all, Func<Measured, string> word)
    {
        if (all.Count > 0)
        {
            _facts.Listed(take, label, string.Join('、', all.Select(word)), TableFacts.ValuesOf(all.Select(one => _table.Cell(one.Row, ColumnContent.Value))), Edition);
        }
    }

    /// <param name="Row">The row of the table.</param>
    /// <param name="Target">水质目标.</param>
    /// <param name="IsAssessed">市级考核断面.</param>
    /// <param name="Text">The printed class or 无水; null where nothing is known.</param>
    private sealed record Measured(PlaceRow Row, WaterClass Target, bool IsAssessed, string? Text)
    {
        public WaterClass? Class { get; } = WaterClass.TryParse(Text, out var known) ? known : null;

        public static Measured Of(FigureTable table, PlaceRow row, WaterClass target, bool isAssessed) =>
            new(row, target, isAssessed, table.Cell(row, ColumnContent.Value) is { Missing: null } cell ? cell.Text : null);
    }
}
