using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Sheets;

public class CsvTests
{
    [Theory]
    [InlineData("a,b\r\n1,2\r\n", "a|b", "1|2")]
    [InlineData("a,b\n1,2", "a|b", "1|2")]
    [InlineData("a,b\r1,2\r", "a|b", "1|2")]
    [InlineData("\"a,b\",\"c\"\"d\"\n\"多\n行\",x\n", "a,b|c\"d", "多行|x")]
    [InlineData("a\tb,c\n1\t2\n", "a|b,c", "1|2")]
    [InlineData("a;b\n1,5;2\n", "a|b", "1,5|2")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n", "a|b", "1|2")]
    [InlineData("\uFEFFa,b\n\n\n1,2\n", "a|b", "1|2")]
    [InlineData("a,b\n1\n", "a|b", "1|")]
    [InlineData("a,b\n\"x\"y,z\n", "a|b", "xy|z")]
    [InlineData("a,b\nx\"y\",z\n", "a|b", "x\"y\"|z")]
    [InlineData("a,b\n'=1+1,'-甲\n", "a|b", "=1+1|-甲")]
    [InlineData("a,b\n'甲',''=x\n", "a|b", "'甲'|'=x")]
    public void Read_Records_FollowTheRules(string text, params string[] rows) => Assert.Equal(rows, Rows(Assert.Single(Csv(text).Tables)));

    [Fact]
    public void Read_Origins_NameLineAndColumn()
    {
        var table = Assert.Single(Csv("a,b\n\"1\n2\",3\n4,5\n").Tables);

        Assert.Equal([(1, 1), (2, 2), (3, 4)], table.Rows.Select(row => (row.Origin.Row ?? 0, row.Origin.Line ?? 0)));
        Assert.Equal(2, table.Rows[1].Cells[1].Origin.Cell);
    }

    [Fact]
    public void Read_QuoteThatNeverCloses_IsReported()
    {
        var document = Csv("a,b\n1,\"2\n3,4\n");

        Assert.Equal(["a|b", "1|2 3,4"], Rows(Assert.Single(document.Tables)));
        Assert.Equal((DocumentCodes.UnclosedQuote, "2"), (Assert.Single(document.Findings).Code, document.Findings[0].Arguments["line"]));
    }

    [Fact]
    public void Read_Gb18030_IsRecognised()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("街道,浓度\n东四,38.7\n");

        Assert.Equal(["街道|浓度", "东四|38.7"], Rows(Assert.Single(Read(bytes, "表.csv").Tables)));
    }

    [Fact]
    public void Read_Packed_IsReadLikePlain()
    {
        Assert.Equal(["街道|浓度", "东四|38.7"], Rows(Assert.Single(Read(Pack("街道,浓度\n东四,38.7\n"), "表.csv.gz").Tables)));
    }

    [Fact]
    public void Read_PackedInSeveralPieces_IsReadWhole()
    {
        byte[] packed = [.. Pack("街道,浓度\n东四,38.7\n"), .. Pack("景山,38.5\n")];

        Assert.Equal(["街道|浓度", "东四|38.7", "景山|38.5"], Rows(Assert.Single(Read(packed, "表.csv.gz").Tables)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(2000)]
    public void Read_PackedAndCutOff_IsRefused(int missing)
    {
        var packed = Pack(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i * 7919}\n")));

        Assert.Equal(DocumentCodes.Damaged, Refused(packed[..^missing], "表.csv.gz").Code);
    }

    [Fact]
    public void Rows_OfALargeFile_StreamWithoutARowLimit()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2016,1,2\n", 50_000))));
        using var reader = RowReader.Open(stream, "小时.csv", ct: TestContext.Current.CancellationToken);

        var rows = reader.Rows().Select(row => row.Number).ToList();

        Assert.Equal((50_000, 50_000), (rows.Count, rows[^1]));
        Assert.Empty(reader.Findings);
    }

    [Fact]
    public void Rows_OfRealData_AreComplete()
    {
        using var stream = File.OpenRead(Reference.File("data", "air", "PRSA_Data_Dongsi_20130301-20170228.csv.gz"));
        using var reader = RowReader.Open(stream, "PRSA_Data_Dongsi_20130301-20170228.csv.gz", ct: TestContext.Current.CancellationToken);

        var rows = reader.Rows().ToList();

        Assert.Equal(35_065, rows.Count);
        Assert.All(rows, row => Assert.Equal(18, row.Fields.Count));
        Assert.Equal(["No", "year", "month", "day", "hour"], rows[0].Fields.Take(5));
    }

    [Fact]
    public void Rows_TimeOfTheReaderOfTheRows_DoesNotCount()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,2\n3,4\n"));
        using var reader = RowReader.Open(stream, "a.csv", new DocumentLimits { Time = TimeSpan.FromSeconds(3) }, TestContext.Current.CancellationToken);

        var count = 0;
        foreach (var row in reader.Rows())
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            while (watch.ElapsedMilliseconds < 1100)
            {
                Thread.Sleep(100);
            }

            count += row.Fields.Count;
        }

        Assert.Equal(6, count);
    }

    [Fact]
    public void Rows_MarkingNearTheTop_RefusesTheFile()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("a,b\n内部资料,\n1,2\n"));
        using var reader = RowReader.Open(stream, "a.csv", ct: TestContext.Current.CancellationToken);

        Assert.Equal(DocumentCodes.Secrecy, Assert.Throws<DocumentRefusedException>(() => reader.Rows().Count()).Code);
    }

    [Fact]
    public void Read_AnyFields_ComeBackAsWritten() => Prop.ForAll(Fields().ToArbitrary(), records =>
    {
        var text = string.Concat(records.Select(record => string.Join(',', record.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var reader = RowReader.Open(stream, "a.csv");
        return reader.Rows().Select(row => string.Join('\u0001', row.Fields)).SequenceEqual(records.Where(record => record.Count > 1 || record[0].Length > 0).Select(record => string.Join('\u0001', record)));
    }).QuickCheckThrowOnFailure();

    private static Gen<List<List<string>>> Fields()
    {
        var field = Gen.ListOf(Gen.Elements("a", ",", "\"", "\n", "街道", " ", "38.7", "\t")).Select(string.Concat);
        return Gen.NonEmptyListOf(Gen.NonEmptyListOf(field).Select(fields => fields.ToList())).Select(records => records.ToList());
    }

    private static Lanshao.Documents.Blocks.SourceDocument Csv(string text) => Read(Encoding.UTF8.GetBytes(text), "表.csv");

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
