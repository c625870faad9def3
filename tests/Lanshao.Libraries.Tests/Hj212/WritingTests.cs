using System.Text;
using FsCheck.Fluent;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;
using Lanshao.Hj212.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class WritingTests
{
    private static readonly DateTime At = new(2026, 3, 8, 10, 15, 0, 123, DateTimeKind.Unspecified);
    private static readonly Sm4Key Key = new("0000000000000000"u8);
    private static readonly MessageHead Head = new(At, "22", 2011, "123456", "010000A8900016F000169DC0", new MessageFlag(9));

    [Fact]
    public void Write_FrameOfAnnexA_IsTheStandards() => Assert.Equal(
        "##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n",
        Encoding.ASCII.GetString(FrameWriter.Write(
            new(new DateTime(2016, 8, 1, 8, 58, 57, 223, DateTimeKind.Unspecified), "32", 1062, "100000", "010000A8900016F000169DC0", new MessageFlag(5)), "RtdInterval=30")));

    [Theory]
    [InlineData("sm4-1-wire", "DataTime=20260308101500;a21005-Rtd=1.1,a21005-Flag=N", false)]
    [InlineData("sm4-1-plain", "DataTime=20260308101500;a21005-Rtd=1.1,a21005-Flag=N", true)]
    [InlineData("sm4-2-wire", "DataTime=2026030", false)]
    public void WriteEncrypted_HexText_IsTheCorpusFrame(string id, string content, bool countsPlain) =>
        Assert.Equal(Corpus.Bytes(Corpus.Case(id)), FrameWriter.WriteEncrypted(Head, content, Key, CipherForm.HexText, countsPlain));

    [Fact]
    public void WriteEncrypted_AnyContentAnyForm_ReadsBackInAStream() => Same.Check(Prop.ForAll(
        Gen.Elements("DataTime=20260308101500;a34004-Rtd=1,a34004-Flag=N;", "i21001-Info=//重启//;", "a=1", string.Empty).ListOf().Select(string.Concat).ToArbitrary(),
        ArbMap.Default.ArbFor<bool>(),
        ArbMap.Default.ArbFor<bool>(),
        (content, isRaw, countsPlain) =>
        {
            content = content[..Math.Min(content.Length, 900)];
            var frame = FrameWriter.WriteEncrypted(Head, content, Key, isRaw ? CipherForm.Raw : CipherForm.HexText, countsPlain);
            var next = FrameWriter.Write(Head, "a34004-Rtd=2");

            var read = Streaming.Read([.. frame, .. next], 13);

            return read.Count == 2 && read.TrueForAll(r => r.Frame is not null) && Plain(read[0].Frame!).SequenceEqual(Encoding.UTF8.GetBytes(content));
        }));

    [Fact]
    public void TryDecrypt_AWrongKeyThatTheCheckCodeLetsPass_IsRefused()
    {
        var frame = FrameReader.Read(FrameWriter.WriteEncrypted(Head, "DataTime=20260308101500;a34004-Rtd=1,a34004-Flag=N", Key, CipherForm.Raw, false)).Frame;
        var plain = new byte[frame.Segment.Length];

        // One wrong key in 256 has the right check code by chance.
        for (var i = 1; i < 2000; i++)
        {
            Assert.False(EncryptedContent.TryDecrypt(frame, new Sm4Key([.. BitConverter.GetBytes(i), .. new byte[12]]), plain, out _));
        }
    }

    [Fact]
    public void TryDecrypt_AfterTheKeyWasChanged_OpensOldFramesAndNew()
    {
        var ring = new KeyRing();
        ring.Replace(Key, At);
        var frame = FrameReader.Read(FrameWriter.WriteEncrypted(Head, "DataTime=20260308101500;a34004-Rtd=1", Key, CipherForm.HexText, true)).Frame;
        Assert.False(ring.IsDue(At.AddDays(89)));
        Assert.True(ring.IsDue(At.AddDays(90)));

        ring.Replace(new Sm4Key("1111111111111111"u8), At.AddDays(80));

        Assert.True(ring.TryDecrypt(frame, new byte[frame.Segment.Length], out _, out var age));
        Assert.Equal(1, age);
    }

    [Fact]
    public void Of_ExampleOfAnnexH_IsTheStandards() =>
        Assert.Equal("LG/m7lsFU/taig+vbQsDJXy4NGAaE2j2lplPwhZM7iM=", MediaAuthorization.Of("testuser", "AezF0nZRs4kypuGO", new Sm4Key("msbE74gsiSHSEh5e"u8)));

    [Fact]
    public void WriteParts_ManyFactors_CutsBetweenThemWithinTheStandardsLength()
    {
        var items = Enumerable.Range(24000, 60).Select(n => $"a{n}-Rtd={n % 97}.5,a{n}-Flag=N").ToList();

        var frames = FrameWriter.WriteParts(Head, At, items);

        Assert.True(frames.Count > 1);
        Assert.All(frames, f => Assert.InRange(f.Length, 1, Frame.StandardSegment + FrameWriter.Overhead));
        var parts = frames.Select(f => MessageReading.OfSingle(f, []).Message!).ToList();
        Assert.Equal(60, parts.SelectMany(p => p.Factors.Keys).Distinct().Count());
        Assert.Equal(frames.Count, parts.Select(p => p.Qn).Distinct().Count());
        Assert.All(parts, p => Assert.Equal("20260308101500", p.Content["DataTime"]));
        Assert.All(parts, p => Assert.True(p.Flag!.Value.IsSplit));
    }

    [Fact]
    public void WriteParts_FewFactors_IsOneWholeFrame() =>
        Assert.False(MessageReading.OfSingle(Assert.Single(FrameWriter.WriteParts(Head, At, ["a34004-Rtd=1"])), []).Message!.Flag!.Value.IsSplit);

    [Fact]
    public void Write_TheVersionOf2005_HasFourDigitsAndTheNumbersBeforeSt() => Assert.Contains(
        ";PNUM=0002;PNO=0001;ST=22;",
        Encoding.ASCII.GetString(FrameWriter.Write(Head with { Flag = new MessageFlag(3), PartCount = 2, PartNumber = 1 }, "DataTime=20260308101500")),
        StringComparison.Ordinal);

    private static byte[] Plain(byte[] bytes)
    {
        var frame = FrameReader.Read(bytes, ended: true).Frame;
        var plain = new byte[frame.Segment.Length];
        var length = plain.Length;
        if (frame.IsEncrypted)
        {
            Assert.True(EncryptedContent.TryDecrypt(frame, Key, plain, out length));
        }
        else
        {
            frame.Segment.CopyTo(plain);
        }

        return new Segment(plain.AsSpan(0, length)).Content.ToArray();
    }
}
