using System.Globalization;
using Lanshao.Platform.Districts;
using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answers of the two water tables: which sections meet their class, and where the worst water is. 无水 is told, and counts neither way.</summary>
internal static class WaterAnswer
{
    private const int MostNames = 6;

    public static Answer Sections(FigureTable table, District district)
    {
        var all = district.Sections.Zip(table.Rows, (section, row) => new Measured(section.Name, section.Target, section.IsMunicipalAssessment, Result(table, row))).ToList();
        var assessed = all.FindAll(section => section.IsAssessed);
        var others = all.FindAll(section => !section.IsAssessed);
        var answer = new Answer();
        if (!all.Exists(section => section.Result is not null))
        {
            return answer;
        }

        var known = assessed.FindAll(section => section.Class is not null);
        answer.Close(known.Count == 0 ? null : $"{Met(known)}，{GoodRatio(known)}，{Inferior(known)}");
        return answer.Close(Others(others.FindAll(section => section.Class is not null), assessed.Count == 0)).Close(Dry(all)).Close(Gaps(all));
    }

    public static Answer Points(FigureTable table, District district)
    {
        var all = district.WaterPoints.Zip(table.Rows, (point, row) => new Measured(point.Name, point.Target, false, Result(table, row))).ToList();
        var answer = new Answer();
        if (!all.Exists(point => point.Result is not null))
        {
            return answer;
        }

        answer.Say(string.Create(CultureInfo.InvariantCulture, $"{all.Count}个监测点位") + (Dry(all) is { } dry ? $"，{dry}" : string.Empty));
        return answer.Close(Worst(all, table.Columns[table.ColumnOf(ColumnContent.Value)].Heading)).Close(table.Definition.Note).Close(Gaps(all));
    }

    private static string? Result(FigureTable table, PlaceRow row) => table.Cell(row, ColumnContent.Value) is { Missing: null } cell ? cell.Text : null;

    private static string Met(List<Measured> known)
    {
        var failed = known.FindAll(section => !section.IsMet);
        var head = string.Create(CultureInfo.InvariantCulture, $"{known.Count}个市级考核断面");
        return failed.Count == 0 ? head + "均达标" : string.Create(CultureInfo.InvariantCulture, $"{head}中{known.Count - failed.Count}个达标，{Failed(failed)}");
    }

    private static string GoodRatio(List<Measured> known)
    {
        var good = known.Count(section => section.Class!.Value.IsGood);
        return string.Create(CultureInfo.InvariantCulture, $"优良水体比例{Short(Percentage.Compute(good, known.Count)!.Value)}%（{good}/{known.Count}）");
    }

    private static string Inferior(List<Measured> sections)
    {
        var inferior = sections.FindAll(section => section.Class is { IsInferiorV: true });
        return inferior.Count == 0 ? "无劣Ⅴ类" : string.Create(CultureInfo.InvariantCulture, $"劣Ⅴ类{inferior.Count}个（{Names(inferior)}）");
    }

    private static string? Others(List<Measured> known, bool areAll)
    {
        var noun = areAll ? "断面" : "非考核断面";
        var failed = known.FindAll(section => !section.IsMet);
        return known.Count == 0 ? null : failed.Count == 0 ? $"{noun}均达标" : $"{noun}中{Failed(failed)}";
    }

    private static string? Dry(List<Measured> all) =>
        all.Count(one => one is { Result: not null, Class: null }) is var dry and > 0 ? string.Create(CultureInfo.InvariantCulture, $"无水{dry}个") : null;

    private static string Failed(List<Measured> failed) => failed is [var one]
        ? $"{one.Name}{one.Result}，未达{one.Target}类目标"
        : string.Join('、', failed.Select(section => $"{section.Name}（{section.Result}，目标{section.Target}类）")) + "未达标";

    private static string? Worst(List<Measured> points, string heading)
    {
        var known = points.FindAll(point => point.Class is not null);
        if (known.Count == 0)
        {
            return null;
        }

        var worst = known.Max(point => point.Class!.Value.National);
        var there = known.FindAll(point => point.Class!.Value.National.CompareTo(worst) == 0);
        return there.Count == known.Count && known.Count > 1
            ? $"{heading}均为{worst}类"
            : string.Create(CultureInfo.InvariantCulture, $"{heading}{worst}类{there.Count}个（{Names(there)}）");
    }

    private static string? Gaps(List<Measured> all) =>
        all.Count(one => one.Result is null) is var gaps and > 0 ? string.Create(CultureInfo.InvariantCulture, $"{gaps}个无数据") : null;

    private static string Names(List<Measured> all) =>
        string.Join('、', all.Take(MostNames).Select(one => one.Name)) + (all.Count > MostNames ? "等" : string.Empty);

    private static string Short(Reported ratio) => Reported.Of(ratio.Shown, Rounding.DecimalsOf(ratio.Shown)).ShownText;

    /// <param name="Name">断面 or 监测点位.</param>
    /// <param name="Target">水质目标.</param>
    /// <param name="IsAssessed">市级考核断面.</param>
    /// <param name="Result">The printed class, 无水, or null where nothing is known.</param>
    private sealed record Measured(string Name, WaterClass Target, bool IsAssessed, string? Result)
    {
        public WaterClass? Class { get; } = WaterClass.TryParse(Result, out var known) ? known : null;

        public bool IsMet => Class is { } known && (Target.Level == 0 || known.Meets(Target));
    }
}
