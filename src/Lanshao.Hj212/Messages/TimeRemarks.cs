using System.Globalization;

namespace Lanshao.Hj212.Messages;

/// <summary>Reads DataTime, and says what was tolerated about it.</summary>
internal readonly ref struct TimeRemarks(RemarkList remarks, Segment segment, DateTime? receivedAt)
{
    private readonly Segment _segment = segment;

    /// <summary>A device's clock may be ahead by this much.</summary>
    public static TimeSpan Ahead { get; } = TimeSpan.FromMinutes(10);

    public static string Text(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public DateTime? ReadDataTime(IReadOnlyDictionary<string, string> content, bool hasFactors)
    {
        var (name, sent) = content.FirstOrDefault(f => f.Key.Equals("DataTime", StringComparison.OrdinalIgnoreCase));
        if (name is null)
        {
            if (hasFactors && _segment.Command is >= 2000 and < 3000)
            {
                remarks.Add(Tolerance.NoDataTime);
            }

            return null;
        }

        if (name != "DataTime")
        {
            remarks.Add(Tolerance.FieldCase);
        }

        return Read(sent.Trim());
    }

    private DateTime? Read(string sent)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(sent);
        if (!ProtocolTime.TryReadLoosely(bytes, out var time))
        {
            remarks.Add(Tolerance.BadDataTime, ("value", MessageText.Quote(bytes)));
            return null;
        }

        if (bytes.Length != 14 || !ProtocolTime.TryRead(bytes, out _))
        {
            remarks.Add(Tolerance.DataTimeForm, ("value", MessageText.Quote(bytes)), ("read", Text(time)));
        }

        var byQn = _segment.Qn.Length == 17 && ProtocolTime.TryRead(_segment.Qn, out var qn) && time - qn > Ahead;
        if (byQn || (receivedAt is { } received && time - received > Ahead))
        {
            remarks.Add(Tolerance.TimeAhead, ("name", "DataTime"), ("value", MessageText.Quote(bytes)), ("clock", byQn ? "QN" : Text(receivedAt!.Value)));
        }

        return time;
    }
}
