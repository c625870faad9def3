using System.IO.Compression;
using System.Text;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Xunit;
using static Lanshao.Libraries.Tests.Documents.Reading;

namespace Lanshao.Libraries.Tests.Documents.Guard;

/// <summary>Every limit is crossed once; the refusal names it.</summary>
public class LimitTests
{
    private const string Paragraph = "<w:p><w:r><w:t>一段</w:t></w:r></w:p>";

    [Fact]
    public void Defaults_AreThoseOfTheDesign()
    {
        var limits = DocumentLimits.Default;

        Assert.Equal((50L << 20, 300L << 20, 200, 5_000), (limits.FileBytes, limits.UnpackedBytes, limits.EntryRatio, limits.Entries));
        Assert.Equal((256, 20_000, 100_000), (limits.XmlDepth, limits.TableRows, limits.CellCharacters));
        Assert.Equal((TimeSpan.FromSeconds(30), 512L << 20), (limits.Time, limits.MemoryBytes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_FileTooLarge_IsRefusedBeforeItIsHeld(bool canSeek)
    {
        using var file = new EndlessStream(canSeek ? 60L << 20 : null);

        var refusal = Assert.Throws<DocumentRefusedException>(() => DocumentReader.Read(file, "大.docx", ct: TestContext.Current.CancellationToken));

        AssertLimit(refusal, DocumentCodes.LimitFileBytes, 50L << 20);
        Assert.True(file.Given <= 51L << 20, $"{file.Given} bytes were read");
    }

    [Fact]
    public void Read_DeclaredSizeTooLarge_IsRefused() =>
        AssertLimit(Refused(OfficeFiles.Docx(Paragraph, ("word/media/big.bin", new string('x', 5000))), limits: new DocumentLimits { UnpackedBytes = 4000 }), DocumentCodes.LimitUnpackedBytes, 4000);

    [Fact]
    public void Read_EntryThatUnderstatesItsSize_IsStoppedByWhatComesOut()
    {
        var bytes = OfficeFiles.Docx(Paragraph + new string(' ', 3_000_000));
        Understate(bytes, "word/document.xml", 100);

        var refusal = Refused(bytes, limits: new DocumentLimits { UnpackedBytes = 100_000 });

        Assert.Contains(refusal.Code, new[] { DocumentCodes.LimitUnpackedBytes, DocumentCodes.Damaged });
    }

    [Fact]
    public void Read_EntryThatGrowsTooMuch_IsRefused()
    {
        var refusal = Refused(OfficeFiles.Docx(Paragraph, ("word/media/bomb.bin", new string('\0', 9 << 20))));

        AssertLimit(refusal, DocumentCodes.LimitEntryRatio, 200);
        Assert.Equal("word/media/bomb.bin", refusal.Arguments["where"]);
    }

    [Fact]
    public void Read_TooManyEntries_IsRefused()
    {
        var parts = Enumerable.Range(0, 5_001).Select(i => ($"word/media/{i}.bin", "")).ToArray();

        AssertLimit(Refused(OfficeFiles.Docx(Paragraph, parts)), DocumentCodes.LimitEntries, 5_000);
    }

    [Theory]
    [InlineData("<w:p>", "</w:p>")]
    [InlineData("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")]
    [InlineData("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")]
    [InlineData("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")]
    [InlineData("<x>", "</x>")]
    public void Read_XmlTooDeep_IsRefused(string open, string close)
    {
        var body = string.Concat(Enumerable.Repeat(open, 300)) + string.Concat(Enumerable.Repeat(close, 300));

        var refusal = Refused(OfficeFiles.Docx(body));

        AssertLimit(refusal, DocumentCodes.LimitXmlDepth, 256);
        Assert.Equal("word/document.xml", refusal.Arguments["where"]);
    }

    [Fact]
    public void Read_TooManyRows_IsRefused()
    {
        var table = $"<w:tbl>{string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 20_001))}</w:tbl>";

        AssertLimit(Refused(OfficeFiles.Docx(table)), DocumentCodes.LimitTableRows, 20_000);
    }

    [Fact]
    public void Read_TooManyTextRows_IsRefused() =>
        AssertLimit(Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("\t一\n\t二\n\n", 20_001))), "长.txt"), DocumentCodes.LimitTableRows, 20_000);

    [Fact]
    public void Read_TooManyCsvRows_IsRefused() =>
        AssertLimit(Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 20_001))), "长.csv"), DocumentCodes.LimitTableRows, 20_000);

    [Fact]
    public void Read_ValueInASheetRowTooFarDown_IsRefused() =>
        AssertLimit(Refused(OfficeFiles.Xlsx("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"), "表.xlsx"), DocumentCodes.LimitTableRows, 20_000);

    [Theory]
    [InlineData("<w:gridSpan w:val=\"99999999\"/>")]
    [InlineData("<w:gridSpan w:val=\"16385\"/>")]
    public void Read_TooManyColumns_IsRefused(string span) =>
        AssertLimit(Refused(OfficeFiles.Docx($"<w:tbl><w:tr><w:tc><w:tcPr>{span}</w:tcPr><w:p/></w:tc></w:tr></w:tbl>")), DocumentCodes.LimitTableColumns, 16_384);

    [Fact]
    public void Read_CellTooLong_IsRefused() =>
        AssertLimit(Refused(OfficeFiles.Docx($"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{new string('字', 100_001)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")), DocumentCodes.LimitCellCharacters, 100_000);

    [Theory]
    [InlineData("表.csv", "一,\"{0}\"\n")]
    [InlineData("表.txt", "\t一\n\t{0}\n")]
    public void Read_TextCellTooLong_IsRefused(string name, string pattern) =>
        AssertLimit(Refused(Encoding.UTF8.GetBytes(pattern.Replace("{0}", new string('字', 100_001), StringComparison.Ordinal)), name), DocumentCodes.LimitCellCharacters, 100_000);

    [Fact]
    public void Read_SheetCellTooLong_IsRefused() =>
        AssertLimit(Refused(OfficeFiles.Xlsx($"<row><c t=\"inlineStr\"><is><t>{new string('字', 100_001)}</t></is></c></row>"), "表.xlsx"), DocumentCodes.LimitCellCharacters, 100_000);

    [Fact]
    public void Read_TooSlow_IsRefused() =>
        AssertLimit(Refused(OfficeFiles.Docx(Paragraph), limits: new DocumentLimits { Time = TimeSpan.Zero }), DocumentCodes.LimitTime, 0);

    [Fact]
    public void Read_TooMuchMemory_IsRefused()
    {
        var body = string.Concat(Enumerable.Repeat(Paragraph, 20_000));

        AssertLimit(Refused(OfficeFiles.Docx(body), limits: new DocumentLimits { MemoryBytes = 1 << 20 }), DocumentCodes.LimitMemory, 1 << 20);
    }

    [Fact]
    public void Read_OneEndlessAttribute_IsRefusedByMemory()
    {
        var body = $"<w:p w:rsidR=\"{new string('x', 2 << 20)}\"/>";

        Assert.Equal(DocumentCodes.LimitMemory, Refused(OfficeFiles.Docx(body), limits: new DocumentLimits { MemoryBytes = 8 << 20 }).Code);
    }

    [Fact]
    public void Rows_PackedCsvTooLarge_StopsAtItsOwnTotal()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("2016,1,2\n", 10_000))));
        }

        packed.Position = 0;
        using var reader = RowReader.Open(packed, "小时.csv.gz", new DocumentLimits { StreamedBytes = 50_000 }, TestContext.Current.CancellationToken);

        AssertLimit(Assert.Throws<DocumentRefusedException>(() => reader.Rows().Count()), DocumentCodes.LimitStreamedBytes, 50_000);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => DocumentReader.Read(OfficeFiles.Docx(Paragraph), "测试.docx", ct: source.Token));
    }

    [Fact]
    public void Read_JustBelowTheLimits_IsRead()
    {
        var table = $"<w:tbl>{string.Concat(Enumerable.Repeat("<w:tr><w:tc><w:p/></w:tc></w:tr>", 19_999))}<w:tr><w:tc><w:p><w:r><w:t>{new string('字', 100_000)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";

        Assert.Equal(20_000, Assert.Single(Docx(table).Tables).Rows.Count);
    }

    private static void AssertLimit(DocumentRefusedException refusal, string code, long allowed)
    {
        Assert.Equal(code, refusal.Code);
        Assert.Equal(allowed.ToString(System.Globalization.CultureInfo.InvariantCulture), refusal.Arguments["expected"]);
        Assert.NotEmpty(refusal.Arguments["found"]);
    }

    // Writes a smaller size into the local header and the directory; the packed bytes stay.
    private static void Understate(byte[] zip, string name, int size)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        for (var at = 0; (at = IndexOf(zip, wanted, at)) >= 0; at++)
        {
            var isDirectory = at >= 46 && zip[at - 46] == 'P' && zip[at - 44] == 1;
            var isLocal = at >= 30 && zip[at - 30] == 'P' && zip[at - 28] == 3;
            if (isDirectory || isLocal)
            {
                BitConverter.TryWriteBytes(zip.AsSpan(isDirectory ? at - 22 : at - 8, 4), size);
            }
        }
    }

    private static int IndexOf(byte[] bytes, byte[] wanted, int start)
    {
        var found = bytes.AsSpan(start).IndexOf(wanted);
        return found < 0 ? -1 : start + found;
    }

    private sealed class EndlessStream(long? length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => length is not null;

        public override bool CanWrite => false;

        public override long Length => length ?? throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
