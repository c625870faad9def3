using Lanshao.Platform.Evaluation.Corrections;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring.Reviews;

/// <summary>数据更正单 as a table: what was, what is.</summary>
internal static class CorrectionTable
{
    /// <summary>Where a sheet stands with everything that it touches.</summary>
    public const string Path = "/corrections/sheet";

    private static readonly IReadOnlyList<Column> Columns = [new("层级", ColumnKind.OneLine), new("时段", ColumnKind.OneLine), new("数据"), new("原值", ColumnKind.Figure), new("现值", ColumnKind.Figure)];

    public static PageTable Of(DataCorrection sheet, UiTexts t) => new(t["数据更正单"], Columns, [.. sheet.Lines.Select(line => Row(line, t))])
    {
        Subject = sheet.Subject,
        Above = t["原因：{0}", sheet.Reason],
        Below = [t["{0}，更正于{1}。市局通报的数据不因此改动。", sheet.Subject, MarkWords.Time(sheet.IssuedUtc)]],
    };

    public static string WordOf(CorrectionLevel level) => level switch
    {
        CorrectionLevel.Hour => "小时",
        CorrectionLevel.Day => "日",
        CorrectionLevel.Index => "日评价",
        CorrectionLevel.Period => "月、累计",
        CorrectionLevel.Table => "街道表",
        CorrectionLevel.Reading => "原始值",
        _ => "排名",
    };

    private static TableRow Row(CorrectionLine line, UiTexts t) => new([Cell.Of(t[WordOf(line.Level)]), Cell.Of(line.When), Cell.Of(line.What), Value(line.Before, t), Value(line.After, t)]);

    private static Cell Value(string? value, UiTexts t) => value is null ? Cell.Missing(t["不足以评价"]) : Cell.Of(value);
}
