using System.Globalization;
using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>What was tolerated about a frame.</summary>
internal static class FrameRemarks
{
    public static void Add(RemarkList remarks, Frame frame, Segment segment)
    {
        if (frame.HasLowerCaseCode)
        {
            remarks.Add(Tolerance.LowerCaseCheckCode);
        }

        if (frame.LineEnd is LineEnd.Half or LineEnd.None or LineEnd.NotSeen)
        {
            remarks.Add(frame.LineEnd == LineEnd.Half ? Tolerance.HalfLineEnd : Tolerance.NoLineEnd);
        }

        if (segment.Bytes.Length > Frame.StandardSegment)
        {
            remarks.Add(Tolerance.LongSegment, ("length", segment.Bytes.Length.ToString(CultureInfo.InvariantCulture)));
        }

        if (frame.IsEncrypted && frame.DeclaredLength != frame.Segment.Length)
        {
            remarks.Add(Tolerance.PlainLength);
        }

        remarks.Add(segment.Tolerances);
    }
}
