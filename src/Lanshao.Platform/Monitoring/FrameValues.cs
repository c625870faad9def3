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
    private const int MostMeanings = 500;
    private readonly Dictionary<string, FactorSetting> _settings;
    private readonly Dictionary<string, Meaning> _meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Meaning>.AlternateLookup<ReadOnlySpan<char>> _meaningOf;

    public FrameValues(IReadOnlyList<FactorSetting> settings)
    {
        _settings = settings.ToDictionary(setting => setting.Sent, StringComparer.Ordinal);
        _meaningOf = _meanings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Returns the values of a frame; none of a message that carries no data or no time that can be read.</summary>
    /// <param name="bytes">The frame from <c>##</c> to the check code.</param>
    /// <param name="receivedUtc">When it came.</param>
    public IReadOnlyList<DerivedValue> Read(ReadOnlySpan<byte> bytes, DateTime receivedUtc)
    {
        var reading = FrameReader.Read(bytes, ended: true);
        return Read(new Segment(reading.Status == FrameStatus.Frame ? reading.Frame.Segment : default), receivedUtc, new());
    }

    /// <summary>Returns the values of a data segment.</summary>
    /// <param name="segment">The data segment; of a message in parts, put together.</param>
    /// <param name="receivedUtc">When it came.</param>
    /// <param name="room">Where the values lie; they are valid until the next frame is read into it.</param>
    public IReadOnlyList<DerivedValue> Read(Segment segment, DateTime receivedUtc, DerivedValues room)
    {
        if (SpanOf(segment.Command) is not { } span || TimeOf(segment) is not { } startUtc)
        {
            return [];
        }

        var doubts = startUtc - receivedUtc > MostAhead ? ReadingDoubts.TimeAhead : ReadingDoubts.None;
        room.BeginFrame();
        var fields = segment.Fields;
        while (fields.Read())
        {
            Take(room, fields, new(span, startUtc, doubts));
        }

        var isOfStation2005 = segment.Flag is not { Version: > ProtocolVersion.V2005 };
        foreach (var value in room.OfFrame)
        {
            Judge(value, isOfStation2005);
        }

        return room.OfFrame;
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

    private void Take(DerivedValues room, FieldReader fields, Moment moment)
    {
        var isRunState = fields.Sub.SequenceEqual("RS"u8);
        var isFlag = fields.Sub.SequenceEqual("Flag"u8);
        if (fields.Factor.IsEmpty || fields.Factor.Length > LongestFactor || !(isRunState || isFlag || SubFields.IsMeasured(fields.Sub)))
        {
            return;
        }

        var meaning = MeaningOf(fields.Factor);
        var converted = fields.Sub.StartsWith("Zs"u8);
        var value = ValueOf(room, converted ? meaning.ConvertedCode : meaning.Code, moment);
        if (isFlag)
        {
            value.Flag = FlagOf(fields.Value);
            return;
        }

        Put(value, converted ? fields.Sub[2..] : fields.Sub, fields.Value, meaning.Setting);
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

    // Nearly every flag is one letter, and nearly every letter N.
    private static string FlagOf(ReadOnlySpan<byte> sent) => sent is [(byte)'N'] ? "N" : MessageText.Decode(sent[..Math.Min(4, sent.Length)]);

    // What belongs to a factor stands together as a rule.
    private static DerivedValue ValueOf(DerivedValues room, string code, Moment moment)
    {
        var values = room.OfFrame;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (values[i].Factor == code)
            {
                return values[i];
            }
        }

        return room.Add(code, moment.Span, moment.StartUtc, moment.Doubts);
    }

    // Known ones are found without a text for each field of each frame.
    private Meaning MeaningOf(ReadOnlySpan<byte> factor)
    {
        Span<char> characters = stackalloc char[LongestFactor];
        var sent = characters[..Encoding.UTF8.GetChars(factor, characters)];
        if (_meaningOf.TryGetValue(sent, out var meaning))
        {
            return meaning;
        }

        var name = sent.ToString();
        var setting = _settings.GetValueOrDefault(name);
        var code = setting?.Code ?? CodeTables.Find(name)?.Code ?? name;
        meaning = new(code, code + "-Zs", setting);
        if (_meanings.Count < MostMeanings)
        {
            _meanings.Add(name, meaning);
        }

        return meaning;
    }

    private sealed record Meaning(string Code, string ConvertedCode, FactorSetting? Setting);

    private readonly record struct Moment(ReadingSpan Span, DateTime StartUtc, ReadingDoubts Doubts);
}
