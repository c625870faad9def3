using System.Collections.Frozen;
using System.Text;
using Lanshao.Hj212.Codes;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring;

/// <summary>Reads the values of one frame as its device means them: codes, units, flags, plausibility. Pure: the same frame and settings give the same values.</summary>
internal sealed class FrameValues
{
    private const decimal Millionth = 1_000_000m;
    private const decimal Largest = long.MaxValue / (Millionth * 100_000);
    private const int LongestFactor = 30;
    private const int LongestText = 60;
    private static readonly TimeSpan MostAhead = TimeSpan.FromMinutes(10);
    private static readonly FrozenSet<string> KnownFlags = new[] { "N", "F", "M", "S", "D", "C", "T", "B", "P" }.ToFrozenSet(StringComparer.Ordinal);
    private readonly Dictionary<string, FactorSetting> _settings;
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    public FrameValues(IReadOnlyList<FactorSetting> settings) => _settings = settings.ToDictionary(setting => setting.Sent, StringComparer.Ordinal);

    /// <summary>Returns the values of a frame; none of a message that carries no data or no time that can be read.</summary>
    /// <param name="bytes">The frame from <c>##</c> to the check code.</param>
    /// <param name="receivedUtc">When it came.</param>
    public IReadOnlyCollection<DerivedValue> Read(ReadOnlySpan<byte> bytes, DateTime receivedUtc)
    {
        var reading = FrameReader.Read(bytes, ended: true);
        var segment = new Segment(reading.Status == FrameStatus.Frame ? reading.Frame.Segment : default);
        if (SpanOf(segment.Command) is not { } span || TimeOf(segment) is not { } startUtc)
        {
            return [];
        }

        var doubts = startUtc - receivedUtc > MostAhead ? ReadingDoubts.TimeAhead : ReadingDoubts.None;
        var values = new Dictionary<string, DerivedValue>(StringComparer.Ordinal);
        var fields = segment.Fields;
        while (fields.Read())
        {
            Take(values, fields, new(span, startUtc, doubts));
        }

        var isOfStation2005 = segment.Flag is not { Version: > ProtocolVersion.V2005 };
        foreach (var value in values.Values)
        {
            Judge(value, isOfStation2005);
        }

        return values.Values;
    }

    private static ReadingSpan? SpanOf(int command) => command switch
    {
        2011 or 2021 => ReadingSpan.Realtime,
        2051 => ReadingSpan.Minute,
        2061 => ReadingSpan.Hour,
        2031 => ReadingSpan.Day,
        _ => null,
    };

    private static DateTime? TimeOf(Segment segment)
    {
        var fields = segment.Fields;
        while (fields.Read())
        {
            if (fields.Name.SequenceEqual("DataTime"u8))
            {
                return ProtocolTime.TryReadLoosely(fields.Value, out var time) && time.Year > 1990 ? ChinaTime.InstantOf(time) : null;
            }
        }

        return null;
    }

    private void Take(Dictionary<string, DerivedValue> values, FieldReader fields, Moment moment)
    {
        var isRunState = fields.Sub.SequenceEqual("RS"u8);
        var isFlag = fields.Sub.SequenceEqual("Flag"u8);
        if (fields.Factor.IsEmpty || fields.Factor.Length > LongestFactor || !(isRunState || isFlag || SubFields.IsMeasured(fields.Sub)))
        {
            return;
        }

        var sent = Encoding.UTF8.GetString(fields.Factor);
        var converted = fields.Sub.StartsWith("Zs"u8);
        var code = CodeOf(sent) + (converted ? "-Zs" : string.Empty);
        if (!values.TryGetValue(code, out var value))
        {
            values.Add(code, value = new(code, moment.Span, moment.StartUtc) { Doubts = moment.Doubts });
        }

        if (isFlag)
        {
            value.Flag = MessageText.Decode(fields.Value[..Math.Min(4, fields.Value.Length)]);
            return;
        }

        Put(value, converted ? fields.Sub[2..] : fields.Sub, fields.Value, _settings.GetValueOrDefault(sent));
    }

    private static void Put(DerivedValue value, ReadOnlySpan<byte> sub, ReadOnlySpan<byte> sent, FactorSetting? setting)
    {
        var number = Scaled(value, sent, setting, isMain: !(sub.SequenceEqual("Min"u8) || sub.SequenceEqual("Max"u8) || sub.SequenceEqual("Cou"u8)));
        if (sub.SequenceEqual("Min"u8))
        {
            value.Least = number;
        }
        else if (sub.SequenceEqual("Max"u8))
        {
            value.Most = number;
        }
        else if (sub.SequenceEqual("Cou"u8))
        {
            value.Total = number;
        }
        else
        {
            value.Number = number;
        }
    }

    // A value that more than six decimals or no number at all is keeps its text beside; a placeholder is no number.
    private static long? Scaled(DerivedValue value, ReadOnlySpan<byte> sent, FactorSetting? setting, bool isMain)
    {
        if (!ScaledNumber.TryParse(sent, out var number) || Math.Abs(number.Value) > Largest || Math.Abs(number.Value * (setting?.Multiplier ?? 1)) > Largest)
        {
            value.Doubts |= isMain ? ReadingDoubts.Unreadable : ReadingDoubts.None;
            value.Text ??= isMain ? MessageText.Decode(sent[..Math.Min(LongestText, sent.Length)]) : null;
            return null;
        }

        var meant = number.Value * (setting?.Multiplier ?? 1);
        if (isMain)
        {
            value.Doubts |= DoubtsOf(value.Factor, number, meant, setting);
        }

        var scaled = meant * Millionth;
        if (decimal.Truncate(scaled) == scaled)
        {
            return (long)scaled;
        }

        value.Doubts |= ReadingDoubts.TooPrecise;
        value.Text ??= MessageText.Decode(sent[..Math.Min(LongestText, sent.Length)]);
        return (long)Rounding.HalfEven(scaled, 0);
    }

    private static ReadingDoubts DoubtsOf(string factor, ScaledNumber sent, decimal meant, FactorSetting? setting) =>
        Plausibility.IsPlaceholder(sent) ? ReadingDoubts.Placeholder
        : meant < setting?.Low || meant > setting?.High ? ReadingDoubts.OutOfRange
        : setting?.Unit is null or "" && Plausibility.UnitDoubt(factor, sent.Value) is not null ? ReadingDoubts.OtherUnit
        : ReadingDoubts.None;

    private static void Judge(DerivedValue value, bool isOfStation2005)
    {
        var isNormal = value.Flag is "" or "N" or "n" || (isOfStation2005 && value.Flag == "3");
        var isKnown = isNormal || KnownFlags.Contains(value.Flag.ToUpperInvariant()) || (isOfStation2005 && value.Flag is "0" or "1" or "2");
        value.Doubts |= isKnown ? ReadingDoubts.None : ReadingDoubts.UnknownFlag;
        value.IsValid = isNormal && value.Number is not null && (value.Doubts & (ReadingDoubts.Placeholder | ReadingDoubts.Unreadable)) == 0;
    }

    private string CodeOf(string sent)
    {
        if (_codes.TryGetValue(sent, out var code))
        {
            return code;
        }

        code = _settings.GetValueOrDefault(sent)?.Code ?? CodeTables.Find(sent)?.Code ?? sent;
        if (_codes.Count < 500)
        {
            _codes.Add(sent, code);
        }

        return code;
    }

    private readonly record struct Moment(ReadingSpan Span, DateTime StartUtc, ReadingDoubts Doubts);
}
