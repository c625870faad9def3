using System.IO.Compression;
using System.Text;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Hourly;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Hourly;

/// <summary>Tables of hourly values in their shapes, and what careless files do to them.</summary>
public sealed class HourlyReaderTests
{
    private const string Wide = "站点,时间,PM2.5,CO(mg/m³)\n东演示,2024-01-01 00:00,12,0.4\n东演示,2024-01-01 01:00,13.5,NA\n";

    [Fact]
    public void Read_WideTable_HasStationsItemsAndHours()
    {
        var table = Read(Wide);

        var station = Assert.Single(table.Stations);
        Assert.Equal(("东演示", new DateOnly(2024, 1, 1).DayNumber, 1, "wide", 2, 3), (station.Name, station.FirstDay, station.Days, table.Profile.Name, table.Rows, table.Values));
        Assert.Equal([12m, 13.5m, null], station["PM2.5"]!.Plain().Take(3));
        Assert.Equal([0.4m, null], station["CO"]!.Plain().Take(2));
        Assert.Null(station["O3"]);
    }

    [Fact]
    public void Read_PackedAndOtherEncodings_AreTheSame()
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(Wide));
        }

        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Wide);

        Assert.All([Read(packed.ToArray(), "a.csv.gz"), Read(chinese, "a.csv"), Read("\uFEFF" + Wide.Replace("\n", "\r\n", StringComparison.Ordinal))], table =>
        {
            Assert.Equal(("东演示", 3), (table.Stations[0].Name, table.Values));
        });
    }

    [Fact]
    public void Read_UciShape_TakesCarbonMonoxideAsMicrograms()
    {
        var table = Read("\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"CO\",\"wd\",\"station\"\n1,2013,3,1,0,9,300,\"NNW\",\"East\"\n2,2013,3,1,1,NA,1250,\"N\",\"East\"\n");

        Assert.Equal("uci-beijing", table.Profile.Name);
        Assert.Equal([0.3m, 1.25m], table.Stations[0]["CO"]!.Plain().Take(2));
    }

    [Fact]
    public void Read_NationalDump_HasAStationAColumn()
    {
        var table = Read("date,hour,type,1001A,1002A\n20160101,0,AQI,50,51\n20160101,0,PM2.5,33,\n20160101,0,PM2.5_24h,40,41\n20160101,0,CO,0.7,0.9\n");

        Assert.Equal(("national-hourly", 2, 4), (table.Profile.Name, table.Stations.Count, table.Ignored));
        Assert.Equal([33m, null], table.Stations.Select(station => station["PM2.5"]!.Plain()[0]));
        Assert.Equal([0.7m, 0.9m], table.Stations.Select(station => station["CO"]!.Plain()[0]));
    }

    [Fact]
    public void Read_LongTable_HasAValueARow()
    {
        var table = Read("station,time,item,value,unit\nA,2024/1/1 8:00,O3,61,µg/m3\nA,2024/1/1 8:00,CO,900,ug/m3\nA,2024/1/1 8:00,VOC,3,\n");

        Assert.Equal(("long", 1), (table.Profile.Name, table.Ignored));
        Assert.Equal((61m, 0.9m), (table.Stations[0]["O3"]!.Plain()[8], table.Stations[0]["CO"]!.Plain()[8]));
    }

    [Fact]
    public void Read_TimesAsEnds_GoToTheHourBefore()
    {
        var table = Read("station,time,PM10\nA,2024-01-01 01:00,1\nA,2024-01-01 24:00,24\nA,2024-01-02 00:00,25\n", "wide-end");

        Assert.Equal((1m, 24m, 1), (table.Stations[0]["PM10"]!.Plain()[0], table.Stations[0]["PM10"]!.Plain()[23], table.Duplicates));
    }

    [Fact]
    public void Read_UnreadablePlaces_AreRejectedWithLineFoundAndExpected()
    {
        var table = Read("station,time,PM10,SO2\nA,2024-01-01 00:00,abc,3\nA,2024-02-30 01:00,1,1\nA,2024-01-01 24:00,1,1\nA,2024-01-01 02:30,1,1\n,2024-01-01 03:00,1,1\nA,2024-01-01 04:00,1\nA,2024-01-01 05:00,-3,100000\n");

        Assert.Equal(
            [
                (2, "PM10", HourlyExpectation.Number, "abc"),
                (3, "time", HourlyExpectation.Time, "2024-02-30 01:00"),
                (4, "time", HourlyExpectation.Time, "2024-01-01 24:00"),
                (5, "time", HourlyExpectation.Time, "2024-01-01 02:30"),
                (6, "station", HourlyExpectation.Station, ""),
                (7, "", HourlyExpectation.Cells, "A,2024-01-01 04:00,1"),
                (8, "PM10", HourlyExpectation.Number, "-3"),
                (8, "SO2", HourlyExpectation.Number, "100000"),
            ],
            table.Rejects.Select(reject => (reject.Line, reject.Column, reject.Expected, reject.Found)));
        Assert.Equal((8, 1), (table.RejectCount, table.Values));
    }

    [Fact]
    public void Read_SameHourTwice_KeepsTheFirstAndCounts()
    {
        var table = Read("station,time,PM10\nA,2024-01-01 00:00,1\nA,2024-01-01 00:00,2\n");

        Assert.Equal((1m, 1), (table.Stations[0]["PM10"]!.Plain()[0], table.Duplicates));
    }

    [Fact]
    public void Read_ManyDigits_LosesNone()
    {
        var table = Read("station,time,PM10\nA,2024-01-01 00:00,12\nA,2024-01-01 01:00,93.458333333333333333\nA,2024-01-01 02:00,1e-1\nA,2024-01-01 03:00,0.25\n");

        Assert.True(table.Stations[0]["PM10"]!.IsPlain);
        Assert.Equal([12m, 93.458333333333333333m, 0.1m, 0.25m], table.Stations[0]["PM10"]!.Plain().Take(4));
    }

    [Fact]
    public void Read_GrowingDecimals_KeepScaledWholeNumbers()
    {
        var values = Read("station,time,PM10\nA,2024-01-01 00:00,12\nA,2024-01-01 01:00,0.25\nA,2024-01-01 02:00,3.1416\nA,2024-01-01 03:00,7.500000\n").Stations[0]["PM10"]!;

        Assert.Equal((false, 4), (values.IsPlain, values.Decimals));
        Assert.Equal([120_000, 2_500, 31_416, 75_000], values.Scaled.ToArray().Take(4));
    }

    [Fact]
    public void Read_EarlierDayLater_MovesTheBeginning()
    {
        var station = Read("station,time,PM10\nA,2024-03-01 00:00,3\nA,2024-01-01 05:00,1\nA,2026-06-01 23:00,9\n").Stations[0];

        Assert.Equal((new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2026, 6, 1).DayNumber - new DateOnly(2024, 1, 1).DayNumber + 1), (station.FirstDay, station.Days));
        Assert.Equal((1m, 3m, 9m), (station["PM10"]!.Plain()[5], station["PM10"]!.Plain()[60 * 24], station["PM10"]!.Plain()[^1]));
    }

    [Fact]
    public void Read_DaysBackwards_AreInTheOrderOfTime()
    {
        var days = Enumerable.Range(0, 400).Select(day => $"A,{new DateOnly(2024, 12, 31).AddDays(-day):yyyy-MM-dd} 06:00,{day}.5\n");

        var station = Read("station,time,PM10\n" + string.Concat(days)).Stations[0];

        Assert.Equal((new DateOnly(2023, 11, 28).DayNumber, 400), (station.FirstDay, station.Days));
        Assert.Equal(Enumerable.Range(0, 400).Select(day => (decimal?)(399.5m - day)), station["PM10"]!.Plain().Where(value => value is not null));
    }

    [Fact]
    public void Read_ManyNames_StopsAtTheLimitOfMemory()
    {
        var text = Encoding.UTF8.GetBytes("station,time,PM10\n" + string.Concat(Enumerable.Range(0, 400).Select(name => $"S{name},2024-01-01 06:00,1\n")));

        var refused = Assert.Throws<DocumentRefusedException>(() => HourlyReader.Read(new MemoryStream(text), "a.csv", null, new DocumentLimits { MemoryBytes = 1 << 20 }, TestContext.Current.CancellationToken));

        Assert.Equal(DocumentCodes.LimitMemory, refused.Code);
    }

    [Fact]
    public void Merge_OtherFileOfTheStation_FillsAndKeepsTheFirst()
    {
        var first = Read("station,time,PM10\nA,2024-01-02 00:00,1\n").Stations[0];
        var second = Read("station,time,PM10,SO2\nA,2024-01-01 00:00,5,6.5\nA,2024-01-02 00:00,7,8\n").Stations[0];

        var duplicates = first.Merge(second);

        Assert.Equal((1, 5m, 1m, 6.5m, 8m), (duplicates, first["PM10"]!.Plain()[0], first["PM10"]!.Plain()[24], first["SO2"]!.Plain()[0], first["SO2"]!.Plain()[24]));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("station,time\nA,2024-01-01 00:00\n")]
    [InlineData("station,PM10\nA,3\n")]
    public void Read_HeadingsOfNoProfile_AreRefused(string text) =>
        Assert.Equal(DocumentCodes.HourlyHeadings, Assert.Throws<DocumentRefusedException>(() => Read(text)).Code);

    [Fact]
    public void Read_EveryPrefix_ReadsOrRefusesAndNeverFalls()
    {
        var bytes = Encoding.UTF8.GetBytes(Wide);
        for (var length = 1; length < bytes.Length; length++)
        {
            try
            {
                Assert.InRange(Read(bytes[..length], "a.csv").Values, 0, 3);
            }
            catch (DocumentRefusedException refused)
            {
                Assert.NotEmpty(refused.Code);
            }
        }
    }

    [Theory]
    [InlineData("2024-01-01T08:00:00")]
    [InlineData("2024-01-01 08:00:00.000")]
    [InlineData("2024-01-01T08:00:00+08:00")]
    [InlineData("2024010108")]
    [InlineData("2024年1月1日8时")]
    public void Read_TimeAsWritten_IsTheHour(string time) => Assert.Equal(4m, Read($"station,time,PM10\nA,{time},4\n").Stations[0]["PM10"]!.Plain()[8]);

    [Theory]
    [InlineData("2024-01-01T08:00:00Z")]
    [InlineData("1-2-3")]
    [InlineData("2024-01-01 08:00:00 09 10 11")]
    [InlineData("时间")]
    public void Read_TimeThatIsNone_IsRejected(string time) => Assert.Equal(1, Read($"station,time,PM10\nA,{time},4\n").RejectCount);

    private static HourlyTable Read(string text, string? profile = null) =>
        Read(Encoding.UTF8.GetBytes(text), "演示.csv", profile is null ? null : HourlyProfile.All.Single(known => known.Name == profile));

    private static HourlyTable Read(byte[] bytes, string name, HourlyProfile? profile = null) =>
        HourlyReader.Read(new MemoryStream(bytes), name, profile, null, TestContext.Current.CancellationToken);
}
