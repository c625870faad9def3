using System.Globalization;
using System.Security;
using System.Text;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Hourly;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Hourly;

/// <summary>Tables as offices send them: titles above, two rows of headings, notes below, as CSV and as Excel.</summary>
public sealed class HourlyHeadTests
{
    private const string Subdistricts =
        "演示区各街道（地区）空气质量小时数据,,,,\n单位：微克/立方米,,,,\n时间,东街道,,西街道,\n,PM2.5,TSP,PM2.5,TSP\n2024-03-05 00:00,12,100,13,110\n2024-03-05 01:00,—,101,14,111\n平均,12,100.5,13.5,110.5\n注：数据未经审核。,,,,\n";

    [Fact]
    public void Read_SubdistrictsOverItems_HasAStationEach()
    {
        var table = Read(Subdistricts);

        Assert.Equal(("subdistrict-table", 2, 3, 0), (table.Profile.Name, table.Rows, table.Values, table.RejectCount));
        Assert.Equal(["东街道", "西街道"], table.Stations.Select(station => station.Name));
        Assert.Equal([12m, null], table.Stations[0]["PM2.5"]!.Plain().Take(2));
        Assert.Equal([13m, 14m], table.Stations[1]["PM2.5"]!.Plain().Take(2));
    }

    [Fact]
    public void Read_ItemsOverSubdistricts_IsTheSame()
    {
        var table = Read("PM2.5、PM10小时值\n时间,PM2.5(µg/m³),,PM10(µg/m³),\n,东街道,西街道,东街道,西街道\n2024-03-05 00:00,12,13,40,41\n");

        Assert.Equal([12m, 13m], table.Stations.Select(station => station["PM2.5"]!.Plain()[0]));
        Assert.Equal([40m, 41m], table.Stations.Select(station => station["PM10"]!.Plain()[0]));
    }

    [Fact]
    public void Read_ConcentrationBesideIndex_TakesTheConcentration()
    {
        var table = Read("街道,时间,PM2.5,,CO,\n,,浓度(µg/m³),IAQI,浓度(mg/m³),IAQI\n东街道,2024-03-05 00:00,12,18,0.4,10\n");

        Assert.Equal((1, 2, 0), (table.Rows, table.Values, table.RejectCount));
        Assert.Equal(12m, Assert.Single(table.Stations)["PM2.5"]!.Plain()[0]);
        Assert.Equal(0.4m, table.Stations[0]["CO"]!.Plain()[0]);
    }

    [Fact]
    public void Read_DayInTheTitle_GoesToTheHours()
    {
        var table = Read("2024年3月5日小时均值\n小时,站点,PM2.5\n0时,东街道,12\n23时,东街道,15\n");

        Assert.Equal((new DateOnly(2024, 3, 5).DayNumber, 1), (table.Stations[0].FirstDay, table.Stations[0].Days));
        Assert.Equal([12m, 15m], new[] { 0, 23 }.Select(hour => table.Stations[0]["PM2.5"]!.Plain()[hour]));
    }

    [Fact]
    public void Read_HeadingsSaidAgain_ArePassedOver()
    {
        var table = Read("站点,时间,PM2.5\n东街道,2024-03-05 00:00,12\n站点,时间,PM2.5\n东街道,2024-03-05 01:00,13\n数据来源：演示\n");

        Assert.Equal((2, 2, 0, 2), (table.Rows, table.Values, table.RejectCount, table.PassedOver));
    }

    [Fact]
    public void Read_ARowThatIsNoNote_IsStillRejected()
    {
        var table = Read("站点,时间,PM2.5\n东街道,昨天,12\n东街道,2024-03-05 01:00\n");

        Assert.Equal([(2, "时间", "昨天"), (3, "", "东街道,2024-03-05 01:00")], table.Rejects.Select(reject => (reject.Line, reject.Column, reject.Found)));
    }

    [Fact]
    public void Read_NoHeadingWithinTheTitles_IsRefusedWithTheFirstLine()
    {
        var refused = Assert.Throws<DocumentRefusedException>(() => Read(string.Concat(Enumerable.Repeat("一,二\n", 50))));

        Assert.Contains(refused.Arguments, argument => argument.Value == "一、二");
    }

    [Fact]
    public void Read_Workbook_IsReadAsTheSameCsv()
    {
        var table = Read(Xlsx(Subdistricts), "演示.xlsx");

        Assert.Equal(("subdistrict-table", 2, 3, 0), (table.Profile.Name, table.Rows, table.Values, table.RejectCount));
        Assert.Equal([13m, 14m], table.Stations[1]["PM2.5"]!.Plain().Take(2));
    }

    [Fact]
    public void Read_WorkbookWhoseMidnightIsADayAlone_TakesItsFirstHour()
    {
        var table = Read(Xlsx("时间,PM2.5\n2024-03-05,12\n2024-03-05 01:00,坏\n"), "东街道.xlsx");

        Assert.Equal(("东街道", 12m), (table.Stations[0].Name, table.Stations[0]["PM2.5"]!.Plain()[0]));
        Assert.Equal([(3, "PM2.5", "坏")], table.Rejects.Select(reject => (reject.Line, reject.Column, reject.Found)));
    }

    private static HourlyTable Read(string text) => Read(Encoding.UTF8.GetBytes(text), "a.csv");

    private static HourlyTable Read(byte[] file, string name) => HourlyReader.Read(new MemoryStream(file), name, ct: TestContext.Current.CancellationToken);

    private static byte[] Xlsx(string csv) => OfficeFiles.Xlsx(string.Concat(csv.TrimEnd('\n').Split('\n').Select((line, row) => Row(line, row + 1))));

    private static string Row(string line, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\">{string.Concat(line.Split(',').Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{row}")))}</row>");

    private static string Cell(string text, string reference) => text.Length == 0 ? ""
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{reference}\"><v>{text}</v></c>"
        : $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
}
