using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>What was tolerated in a header's fields.</summary>
internal static class HeaderRemarks
{
    public static void Add(RemarkList remarks, Segment segment, DateTime? receivedAt)
    {
        if (segment.Bytes.IsEmpty)
        {
            return;
        }

        AddQn(remarks, segment.Qn, receivedAt);
        AddSystem(remarks, segment.St);
        AddFlag(remarks, segment);
        AddParts(remarks, segment);
        if (segment.Pw.IsEmpty)
        {
            remarks.Add(Tolerance.NoPw);
        }

        if (!segment.Rf.IsEmpty && !segment.Rf.SequenceEqual("1"u8))
        {
            remarks.Add(Tolerance.BadResendMark, ("value", MessageText.Quote(segment.Rf)));
        }

        if (!segment.Cn.IsEmpty && !CodeTables.Commands.ContainsKey(MessageText.Decode(segment.Cn)))
        {
            remarks.Add(Tolerance.UnknownCommand, ("value", MessageText.Quote(segment.Cn)));
        }
    }

    private static void AddQn(RemarkList remarks, ReadOnlySpan<byte> qn, DateTime? receivedAt)
    {
        if (qn.IsEmpty)
        {
            remarks.Add(Tolerance.NoQn);
        }
        else if (qn.Length != 17 || !ProtocolTime.TryRead(qn, out var time))
        {
            remarks.Add(Tolerance.BadQn, ("value", MessageText.Quote(qn)));
        }
        else if (receivedAt is { } received && time - received > TimeRemarks.Ahead)
        {
            remarks.Add(Tolerance.TimeAhead, ("name", "QN"), ("value", MessageText.Quote(qn)), ("clock", TimeRemarks.Text(received)));
        }
    }

    private static void AddSystem(RemarkList remarks, ReadOnlySpan<byte> st)
    {
        if (st.IsEmpty)
        {
            remarks.Add(Tolerance.NoSt);
        }
        else if (st.Length != 2 || !(IsDigitOrCapital(st[0]) && Ascii.IsDigit(st[1])))
        {
            remarks.Add(Tolerance.BadSt, ("value", MessageText.Quote(st)));
        }
    }

    // The ranges of the table: 10 to 99, A0 to Z9.
    private static bool IsDigitOrCapital(byte b) => b is (>= (byte)'1' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z');

    private static void AddFlag(RemarkList remarks, Segment segment)
    {
        if (segment.FlagText.IsEmpty)
        {
            remarks.Add(Tolerance.NoFlag);
        }
        else if (segment.Flag is not { } flag)
        {
            remarks.Add(Tolerance.BadFlag, ("value", MessageText.Quote(segment.FlagText)));
        }
        else if (!flag.IsKnownVersion)
        {
            remarks.Add(Tolerance.UnknownVersion, ("value", MessageText.Quote(segment.FlagText)));
        }

        if (segment.Flag is { WantsAnswer: true } && segment.Command is >= 9011 and <= 9014)
        {
            remarks.Add(Tolerance.AnswerWantsAnswer);
        }
    }

    private static void AddParts(RemarkList remarks, Segment segment)
    {
        var isSplit = segment.Flag is { IsSplit: true };
        if (segment.Pnum.IsEmpty && segment.Pno.IsEmpty)
        {
            if (isSplit)
            {
                remarks.Add(Tolerance.SplitWithoutNumbers);
            }

            return;
        }

        var isRight = Ascii.TryNumber(segment.Pnum, out var count) && Ascii.TryNumber(segment.Pno, out var number) && number >= 1 && number <= count;
        if (!isSplit || !isRight)
        {
            remarks.Add(Tolerance.BadPartNumbers);
        }
    }
}
