using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class FrameReaderTests
{
    private const string Head = "QN=20260308101500123;ST=22;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&";
    private static readonly string Good = Frame(Head + "DataTime=20260308101500;a34004-Rtd=12&&");

    [Fact]
    public void Read_EverySplitOfEveryCase_GivesTheSame()
    {
        foreach (var bytes in Corpus.Broken())
        {
            var whole = Texts(Streaming.Read(bytes, bytes.Length));
            for (var cut = 1; cut < bytes.Length; cut++)
            {
                Assert.Equal(whole, Texts(Streaming.Read(bytes, cut, bytes.Length)));
            }

            Assert.Equal(whole, Texts(Streaming.Read(bytes, 1)));
        }
    }

    [Fact]
    public void Read_EveryPrefixOfAFrame_WaitsAndIsCutOffAtTheEnd()
    {
        var bytes = Encoding.ASCII.GetBytes(Good);

        for (var length = 1; length < bytes.Length - 2; length++)
        {
            Assert.Equal(FrameStatus.NeedMore, FrameReader.Read(bytes.AsSpan(0, length)).Status);
            Assert.Equal(FrameStatus.Dropped, FrameReader.Read(bytes.AsSpan(0, length), ended: true).Status);
        }

        Assert.Equal(FrameStatus.Frame, FrameReader.Read(bytes.AsSpan(0, bytes.Length - 2)).Status);
    }

    [Fact]
    public void Read_EveryByteChanged_NeverLosesTheNextFrame()
    {
        var bytes = Encoding.ASCII.GetBytes(Good + Good);
        var frame = Good.Length;

        for (var at = 0; at < frame; at++)
        {
            foreach (var other in new byte[] { 0, (byte)'#', (byte)'9', 0xFF })
            {
                var changed = bytes.ToArray();
                changed[at] = other;
                var frames = Streaming.Read(changed, 97).Where(r => r.Frame is not null).ToList();

                Assert.Equal(Good.TrimEnd(), Encoding.ASCII.GetString(frames[^1].Frame!));
            }
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("noise", "")]
    [InlineData("#", "")]
    [InlineData("##", "")]
    [InlineData("###", "#")]
    [InlineData("##9999", "")]
    [InlineData("##99", "\r\n\r\n")]
    [InlineData("\r\n\r\n", "\n")]
    public void Read_NoiseAround_FindsBothFrames(string before, string between)
    {
        var read = Streaming.Read(Encoding.ASCII.GetBytes(before + Good + between + Good), 7);

        Assert.Equal(2, read.Count(r => r.Frame is not null));
    }

    [Fact]
    public void Read_AFalseLengthThatCoversMany_LosesNoneOfThem()
    {
        var cut = "##9999" + Good[6..60];

        var read = Streaming.Read(Encoding.ASCII.GetBytes(cut + Good + Good + Good), 50);

        Assert.Equal([false, true, true, true], read.Select(r => r.Frame is not null));
        Assert.Equal(Hj212Codes.CutOff, FrameDiagnosis.Of(read[0].Piece).Code);
    }

    [Fact]
    public void Read_AFrameInsideALogText_StaysInside()
    {
        var log = Frame(Head + "DataTime=20260308101500;i21001-Info=//sent " + Good.TrimEnd() + "//&&");

        var read = Streaming.Read(Encoding.ASCII.GetBytes(log + Good), 11);

        Assert.Equal([log.TrimEnd(), Good.TrimEnd()], read.Select(r => Encoding.ASCII.GetString(r.Frame!)));
    }

    [Fact]
    public void Read_NoiseWithoutEnd_IsDroppedPieceByPieceInBoundedMemory()
    {
        var noise = new byte[1_000_000];
        new Random(1).NextBytes(noise);

        var read = Streaming.Read(noise, 1000);

        Assert.All(read, r => Assert.InRange(r.Piece!.Length, 1, FrameReader.LongestPiece));
        Assert.InRange(noise.Length - read.Sum(r => r.Piece!.Length), 0, 200);
    }

    [Fact]
    public void Read_AnyBytes_AnySplit_GivesTheSameAndTakesAll() => Same.Check(Prop.ForAll(
        Hostile().ToArbitrary(),
        ArbMap.Default.ArbFor<int[]>(),
        (bytes, sizes) => Texts(Streaming.Read(bytes, bytes.Length + 1)).SequenceEqual(Texts(Streaming.Read(bytes, [1, .. sizes.Select(s => Math.Abs(s % 300))])))));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n", Hj212Codes.NoStart, Hj212Codes.CauseOtherProtocol)]
    [InlineData("+CSQ: 23", Hj212Codes.NoStart, Hj212Codes.CauseNoise)]
    [InlineData("##01A8QN=1", Hj212Codes.BadLengthField, Hj212Codes.CauseLengthForm)]
    [InlineData("##0100QN=1", Hj212Codes.CutOff, Hj212Codes.CauseHalfSent)]
    [InlineData("##0006QN=1&&ZZZZ", Hj212Codes.NoCheckCode, Hj212Codes.CauseLengthNotUpdated)]
    public void Of_APiece_SaysWhatBroke(string piece, string code, string cause)
    {
        var diagnosis = FrameDiagnosis.Of(Encoding.ASCII.GetBytes(piece));

        Assert.Equal((code, cause), (diagnosis.Code, diagnosis.Cause));
    }

    [Fact]
    public void Of_ALengthInCharacters_IsRecognised()
    {
        var segment = Head + "i21001-Info=//数采仪重启//&&";
        var code = CheckCode.Compute(Encoding.UTF8.GetBytes(segment));
        var frame = string.Create(CultureInfo.InvariantCulture, $"##{segment.Length:D4}{segment}{code:X4}\r\n");

        var diagnosis = FrameDiagnosis.Of(Encoding.UTF8.GetBytes(frame));

        Assert.Equal((Hj212Codes.FalseLength, Hj212Codes.CauseLengthInCharacters), (diagnosis.Code, diagnosis.Cause));
    }

    // Bytes that look like the protocol as often as not.
    private static Gen<byte[]> Hostile()
    {
        string[] parts = ["##", "#", "##0000FFFF", "##0012", "##9999", "QN=", "CP=&&", "&&", "\r\n", "//", "{0x", "0xEE,", "}", Good, Good[..50], Good[20..]];
        var known = Gen.Elements(parts).Select(Encoding.ASCII.GetBytes);
        var noise = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf();
        return Gen.OneOf(known, known, noise).ListOf().Select(pieces => pieces.SelectMany(p => p).ToArray());
    }

    private static IEnumerable<string> Texts(IEnumerable<Streamed> read) => read.Select(r => r.Text);

    private static string Frame(string segment) =>
        string.Create(CultureInfo.InvariantCulture, $"##{segment.Length:D4}{segment}{CheckCode.Compute(Encoding.ASCII.GetBytes(segment)):X4}\r\n");
}
