using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class MessageTests
{
    [Fact]
    public void Read_AnyContent_EqualsTheGrammarWordForWord() => Same.Check(Prop.ForAll(
        Gen.Elements("a34004-Rtd", "=", ";", ",", "12.5", " ", "-", "&", "N", "汉字", new string('x', 70)).ListOf().Select(string.Concat).ToArbitrary(),
        content =>
        {
            var bytes = Encoding.UTF8.GetBytes(content);
            var fields = new FieldReader(bytes);
            var read = new List<(string, string, string)>();
            while (fields.Read())
            {
                read.Add((Text(fields.Name), Text(fields.Sub), Text(fields.RawValue)));
            }

            return read.SequenceEqual(Split(content));
        }));

    [Fact]
    public void Of_AnyBytes_NeverThrows() => Same.Check(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var message = Message.Of(default, [.. "MN=1;CN=2011;CP=&&"u8, .. bytes], new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
        return message.Mn == "1" && Message.Of(default, bytes).Remarks.Count >= 0;
    }));

    [Fact]
    public void Read_TheWarmWay_AllocatesNothing()
    {
        var bytes = Encoding.ASCII.GetBytes(File.ReadLines(Reference.File("hj212", "bench-frames.txt")).First() + "\r\n");
        _ = Sum(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var sum = Sum(bytes);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(414.9m, sum);
    }

    [Theory]
    [InlineData("38.50", "38.50")]
    [InlineData("+7.0", "7.0")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("0012.50", "12.50")]
    [InlineData("123456789012345678", "123456789012345678")]
    [InlineData("0000000000000000000012.5", "12.5")]
    [InlineData("-000000000000000000000.5", "-0.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData(".", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1e3", null)]
    [InlineData("--5", null)]
    [InlineData("000000000000000000000-5", null)]
    [InlineData("1234567890123456789", null)]
    [InlineData("NaN", null)]
    public void TryParse_ANumber_IsExact(string text, string? value) => Assert.Equal(
        value,
        ScaledNumber.TryParse(Encoding.ASCII.GetBytes(text), out var number) ? number.ToString() : null);

    [Fact]
    public void TryParse_AnyDecimal_EqualsTheFrameworks() => Same.Check(Prop.ForAll(
        ArbMap.Default.ArbFor<long>(),
        Gen.Choose(0, 9).ToArbitrary(),
        (mantissa, decimals) =>
        {
            var value = new decimal((int)mantissa, (int)(mantissa >> 32) & 0xFFFFFF, 0, mantissa < 0, (byte)decimals);
            return !ScaledNumber.TryParse(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), out var number) || number.Value == value;
        }));

    [Theory]
    [InlineData("20240601080000", "2024-06-01 08:00:00")]
    [InlineData("20240601080000123", "2024-06-01 08:00:00")]
    [InlineData("202406010800", "2024-06-01 08:00:00")]
    [InlineData("2024-06-01 08:00:00", "2024-06-01 08:00:00")]
    [InlineData("20240601240000", "2024-06-02 00:00:00")]
    [InlineData("20240229000000", "2024-02-29 00:00:00")]
    [InlineData("20230229000000", null)]
    [InlineData("20241301000000", null)]
    [InlineData("20240601250000", null)]
    [InlineData("20240601240001", null)]
    [InlineData("00000000000000", null)]
    [InlineData("99991231240000", null)]
    [InlineData("", null)]
    [InlineData("now", null)]
    public void TryReadLoosely_ATime_IsReadOrRefused(string text, string? time) => Assert.Equal(
        time,
        ProtocolTime.TryReadLoosely(Encoding.ASCII.GetBytes(text), out var read) ? read.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("a34004-Rtd=1,a34004-Flag=N;a34004-Rtd=2", Tolerance.RepeatedField)]
    [InlineData("a34004-Rtd=", Tolerance.EmptyValue)]
    [InlineData("a34004-Rtd=1e3", Tolerance.NumberForm)]
    [InlineData("a34004-Rtd=---", Tolerance.NotANumber)]
    [InlineData("a34004-Rtd=-9999.0", Tolerance.Placeholder)]
    [InlineData("a34004-Rtd=99999", Tolerance.Placeholder)]
    [InlineData("a34004-Rtd=45000", Tolerance.ImplausibleValue)]
    [InlineData("A34004-Rtd=45", Tolerance.FactorCase)]
    [InlineData("02-Rtd=45", Tolerance.ForeignCodes)]
    [InlineData("a34004-Rtd=45,a34004-Flag=X", Tolerance.UnknownDataFlag)]
    public void Of_WhatIsTolerated_IsNamed(string content, Tolerance tolerance) => Assert.Contains(tolerance, Remarks(content));

    [Theory]
    [InlineData("a34004-Rtd=99,a34004-Flag=N")]
    [InlineData("a34004-Rtd=9999,a34004-Flag=N")]
    [InlineData("a01001-Rtd=-9,a01001-Flag=N")]
    [InlineData("a34004-Rtd=0,a34004-Flag=M")]
    public void Of_WhatIsOrdinary_IsNotRemarkedOn(string content) => Assert.Empty(Remarks(content));

    [Fact]
    public void Of_FieldsInOtherLetters_AreUnderstoodAndShownAsSent()
    {
        var message = Message.Of(default, "qn=20260308101500123;st=22;cn=2011;pw=123456;mn=A1;flag=5;cp=&&datatime=20260308101500&&"u8);

        Assert.Equal(("A1", "2011", (byte)5, 2026), (message.Mn, message.Cn, message.Flag!.Value.Bits, message.DataTime!.Value.Year));
        Assert.Contains("mn", message.Header.Keys);
        Assert.Contains(Tolerance.FieldCase, message.Remarks.Select(r => r.Tolerance));
    }

    private static IEnumerable<Tolerance> Remarks(string content)
    {
        var segment = "QN=20260308101500123;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20260308101500;" + content + "&&";
        var frame = $"##{segment.Length:D4}{segment}{CheckCode.Compute(Encoding.ASCII.GetBytes(segment)):X4}\r\n";
        return MessageReading.OfSingle(Encoding.ASCII.GetBytes(frame), []).Message!.Remarks.Select(r => r.Tolerance);
    }

    private static decimal Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0m;
        var segment = new Segment(FrameReader.Read(bytes).Frame.Segment);
        var fields = segment.Fields;
        while (fields.Read())
        {
            if (SubFields.IsMeasured(fields.Sub) && ScaledNumber.TryParse(fields.Value, out var number))
            {
                sum += number.Value;
            }
        }

        return sum;
    }

    // The grammar as plainly as it can be said.
    private static IEnumerable<(string Name, string Sub, string Value)> Split(string content) =>
        from piece in SplitPieces(content)
        let name = piece.Name.Trim(' ')
        let hyphen = name.LastIndexOf('-')
        select (name, hyphen < 0 ? string.Empty : name[(hyphen + 1)..], piece.Value);

    private static IEnumerable<(string Name, string Value)> SplitPieces(string content) =>
        from piece in content.Split(';', ',')
        where piece.Contains('=', StringComparison.Ordinal)
        select (piece[..piece.IndexOf('=', StringComparison.Ordinal)], piece[(piece.IndexOf('=', StringComparison.Ordinal) + 1)..]);

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
