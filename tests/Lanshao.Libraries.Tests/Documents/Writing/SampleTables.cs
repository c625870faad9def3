using Lanshao.Documents.Writing;

namespace Lanshao.Libraries.Tests.Documents.Writing;

/// <summary>Tables in words of our own that use everything the writers know.</summary>
internal static class SampleTables
{
    public static PrintTable Ranking(int rows = 17) => new()
    {
        Title = "各街道2024年1—6月PM2.5累计浓度情况",
        Columns =
        [
            new("区倒\n排名", 18), new("市倒\n排名", 18), new("街道", 42), new(["累计浓度", "一位小数"], 28), new(["累计浓度", "取整"], 26), new("同比变化", 24),
        ],
        NoteAboveLeft = "浓度由高到低排序",
        NoteAboveRight = "单位：微克/立方米",
        NotesBelow = ["数据来源：样张监测中心"],
        Rows = Enumerable.Range(0, rows).Select(i => new PrintRow(
        [
            PrintCell.Number(i + 1, 0), PrintCell.Missing("未导入"), PrintCell.Of($"样张{i}街道"), PrintCell.Number(39.3m - (i % 30 * 0.1m), 1),
            PrintCell.Number(39, 0), PrintCell.Percent(-7.1m, 1),
        ])),
    };

    public static PrintTable Sheet() => new()
    {
        Title = "样张单位任务单",
        IsLandscape = true,
        IsSmall = true,
        Columns =
        [
            new("编号", 16) { IsKey = true }, new("重点任务", 30), new("工作措施", 80, CellAlign.Text), new("进展情况", 60, CellAlign.Text) { IsToFill = true },
            new("是否完成", 16) { IsToFill = true, Choices = ["是", "否"] },
        ],
        Rows =
        [
            PrintRow.Section("一、样张领域"),
            Row("2-5-1", PrintCell.Of("样张任务甲")),
            Row("2-5-2", PrintCell.Above),
            Row("2-5-3", PrintCell.Above),
            PrintRow.Section("二、另一领域"),
            Row("2-6-1", PrintCell.Of("样张任务乙\n第二段")),
        ],
    };

    public static OfficialDocument Everything() => new("样张",
    [
        new([
            new TitleBlock("样张文件\n第二行标题"),
            new BodyBlock("正文第一段，PM2.5与SO2。\n正文第二段。"),
            new HeadingBlock(1, "一、第一级"), new HeadingBlock(2, "（一）第二级"), new HeadingBlock(3, "1.第三级"), new HeadingBlock(4, "（1）第四级"),
            new ChartBlock(SampleDrawings.Ranked(), "图1　样张各街道浓度", "数据来源：样张监测中心"),
            new ChartBlock(SampleDrawings.Calendar(), "图2　样张日历", string.Empty),
            new PageBreakBlock(),
            new AnnexListBlock(["样张附件甲", "样张附件乙"]),
            new SignatureBlock("样张区生态环境局", "2024年7月10日"),
        ]),
        OfficialSection.Of(Ranking(), "附件1"),
        OfficialSection.Of(Sheet(), "附件2"),
    ])
    {
        Mark = "演示数据",
        Creator = "样张区生态环境局",
        CreatedUtc = new DateTime(2024, 7, 10, 0, 0, 0, DateTimeKind.Utc),
    };

    private static PrintRow Row(string key, PrintCell task) =>
        new([PrintCell.Of(key), task, PrintCell.Of("样张措施，" + key)]) { Key = key };
}
