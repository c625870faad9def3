using System.Text.Json;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Hj212.Security;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class CorpusTests
{
    private static readonly Sm4Key[] Keys = [new(Enumerable.Repeat((byte)0x30, 16).ToArray())];

    public static TheoryData<string> Good() => [.. Corpus.Names(verdict => verdict is "ok" or "warn" or "encrypted")];

    public static TheoryData<string> Warned() => [.. Corpus.Names(verdict => verdict is "warn")];

    public static TheoryData<string> Bad() => [.. Corpus.Names(verdict => verdict is "bad_crc" or "bad_length" or "reject")];

    public static TheoryData<string> Streams() => [.. Corpus.Names(verdict => verdict is "stream")];

    [Theory]
    [MemberData(nameof(Good))]
    public void OfSingle_AGoodFrame_GivesWhatTheCorpusExpects(string id)
    {
        var expected = Corpus.Case(id).GetProperty("expect");

        var message = MessageReading.OfSingle(Corpus.Bytes(Corpus.Case(id)), Keys).Message;

        Assert.NotNull(message);
        AssertSame(expected, message);
    }

    [Theory]
    [MemberData(nameof(Warned))]
    public void OfSingle_AFrameThatIsTolerated_SaysWhatWasTolerated(string id) =>
        Assert.NotEmpty(MessageReading.OfSingle(Corpus.Bytes(Corpus.Case(id)), Keys, new DateTime(2026, 3, 8, 10, 16, 0, DateTimeKind.Unspecified)).Message!.Remarks);

    [Theory]
    [MemberData(nameof(Bad))]
    public void OfSingle_ABadFrame_IsRefusedWithTheRightCode(string id)
    {
        var expected = Corpus.Case(id).GetProperty("verdict").GetString() switch
        {
            "bad_crc" => Hj212Codes.BadCheckCode,
            "bad_length" => Hj212Codes.FalseLength,
            _ => Hj212Codes.NoCommand,
        };

        Assert.Equal(expected, MessageReading.OfSingle(Corpus.Bytes(Corpus.Case(id)), Keys).Diagnosis?.Code);
    }

    [Theory]
    [InlineData("mal-modbus1", Hj212Codes.CauseModbus)]
    [InlineData("mal-swapped1", Hj212Codes.CauseSwappedBytes)]
    [InlineData("mal-bitflip1", Hj212Codes.CauseDamaged)]
    [InlineData("mal-lenincl1", Hj212Codes.CauseLengthWithCode)]
    [InlineData("mal-len+1_1", Hj212Codes.CauseLengthNotUpdated)]
    public void OfSingle_ABadFrame_NamesTheLikelyCause(string id, string cause) =>
        Assert.Equal(cause, MessageReading.OfSingle(Corpus.Bytes(Corpus.Case(id)), Keys).Diagnosis?.Cause);

    [Theory]
    [InlineData("sm4-1-wire")]
    [InlineData("sm4-1-plain")]
    [InlineData("sm4-2-wire")]
    public void OfSingle_AnEncryptedFrame_NeedsTheRightKey(string id)
    {
        var bytes = Corpus.Bytes(Corpus.Case(id));

        Assert.Equal(Hj212Codes.Encrypted, MessageReading.OfSingle(bytes, []).Diagnosis?.Code);
        Assert.Equal(Hj212Codes.WrongKey, MessageReading.OfSingle(bytes, [new Sm4Key(new byte[16])]).Diagnosis?.Code);
        Assert.NotNull(MessageReading.OfSingle(bytes, [new Sm4Key(new byte[16]), Keys[0]]).Message);
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void TryRead_AStreamInItsChunks_GivesItsFramesAndItsErrors(string id)
    {
        var stream = Corpus.Case(id).GetProperty("stream");
        var chunks = stream.GetProperty("chunks");
        int[] sizes = chunks.ValueKind == JsonValueKind.String ? [1] : [.. chunks.EnumerateArray().Select(c => c.GetInt32())];

        var read = Streaming.Read(Corpus.Bytes(Corpus.Case(id)), sizes);

        var frames = read.Where(r => r.Frame is not null).Select(r => r.Frame!).ToList();
        Assert.Equal(stream.GetProperty("expect_frames").GetArrayLength(), frames.Count);
        foreach (var (expected, frame) in stream.GetProperty("expect_frames").EnumerateArray().Zip(frames))
        {
            AssertSame(expected, MessageReading.OfSingle(frame, []).Message!);
        }

        if (stream.TryGetProperty("expect_errors", out var errors))
        {
            Assert.Equal(
                errors.EnumerateArray().Select(e => e.GetString() == "bad_crc" ? Hj212Codes.BadCheckCode : Hj212Codes.CutOff),
                read.Where(r => r.Piece is not null).Select(r => FrameDiagnosis.Of(r.Piece).Code));
        }
    }

    private static void AssertSame(JsonElement expected, Message message)
    {
        AssertFields(expected.GetProperty("header"), message.Header);
        AssertFields(expected.GetProperty("cp"), message.Content);
        Assert.Equal(expected.GetProperty("factors").EnumerateObject().Select(f => f.Name), message.Factors.Keys);
        foreach (var factor in expected.GetProperty("factors").EnumerateObject())
        {
            AssertFields(factor.Value, message.Factors[factor.Name]);
        }

        if (expected.TryGetProperty("flag", out var flag))
        {
            Assert.Equal(
                (flag.GetProperty("version").GetInt32(), flag.GetProperty("split").GetBoolean(), flag.GetProperty("needAck").GetBoolean()),
                ((int)message.Version!, message.Flag!.Value.IsSplit, message.Flag.Value.WantsAnswer));
        }
    }

    private static void AssertFields(JsonElement expected, IReadOnlyDictionary<string, string> actual) =>
        Assert.Equal(expected.EnumerateObject().Select(f => (f.Name, f.Value.GetString()!)), actual.Select(f => (f.Key, f.Value)));
}
