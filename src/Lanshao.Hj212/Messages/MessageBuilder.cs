using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>Makes a <see cref="Message"/>: every field as text, and a remark for each thing that was tolerated.</summary>
internal ref struct MessageBuilder
{
    private readonly Frame _frame;
    private readonly Segment _segment;
    private readonly DateTime? _receivedAt;
    private readonly OrderedDictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, string> _content = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, IReadOnlyDictionary<string, string>> _factors = new(StringComparer.Ordinal);
    private readonly RemarkList _remarks = new();

    public MessageBuilder(Frame frame, ReadOnlySpan<byte> segment, DateTime? receivedAt)
    {
        _frame = frame;
        _segment = new Segment(segment);
        _receivedAt = receivedAt;
    }

    public readonly Message Build()
    {
        ReadHeader();
        var dataTime = ReadContent();
        FrameRemarks.Add(_remarks, _frame, _segment);
        HeaderRemarks.Add(_remarks, _segment, _receivedAt);
        return new Message
        {
            Header = _header,
            Content = _content,
            Factors = _factors,
            Qn = Text(_segment.Qn),
            St = Text(_segment.St),
            Cn = Text(_segment.Cn),
            Mn = Text(_segment.Mn),
            Flag = _segment.Flag,
            Version = _segment.FlagText.IsEmpty ? ProtocolVersion.V2005 : _segment.Flag is { IsKnownVersion: true } flag ? flag.Version : null,
            DataTime = dataTime,
            Remarks = _remarks.InOrder(),
        };
    }

    private static string? Text(ReadOnlySpan<byte> value) => value.IsEmpty ? null : MessageText.Decode(value);

    private readonly void ReadHeader()
    {
        foreach (var range in _segment.Header.Split((byte)';'))
        {
            var piece = _segment.Header[range];
            if (piece.IndexOf((byte)'=') is >= 0 and var equals)
            {
                Put(_header, MessageText.Decode(Framing.Ascii.TrimBlanks(piece[..equals])), MessageText.Decode(piece[(equals + 1)..]));
            }
        }
    }

    private readonly DateTime? ReadContent()
    {
        var values = new ValueRemarks(_remarks, _segment);
        var fields = _segment.Fields;
        while (fields.Read())
        {
            var value = MessageText.Decode(fields.RawValue);
            if (fields.Factor.IsEmpty || fields.Sub.IsEmpty)
            {
                Put(_content, MessageText.Decode(fields.Name), value);
                values.OfField(fields);
                continue;
            }

            PutFactor(MessageText.Decode(fields.Factor), MessageText.Decode(fields.Sub), value);
            values.OfFactor(fields, value);
        }

        _remarks.Add(fields.Tolerances);
        _remarks.Add(MessageText.EncodingOf(_segment.Content));
        return new TimeRemarks(_remarks, _segment, _receivedAt).ReadDataTime(_content, hasFactors: _factors.Count > 0);
    }

    private readonly void PutFactor(string code, string sub, string value)
    {
        if (!_factors.TryGetValue(code, out var subs))
        {
            subs = new OrderedDictionary<string, string>(StringComparer.Ordinal);
            _factors.Add(code, subs);
        }

        Put((OrderedDictionary<string, string>)subs, sub, value, $"{code}-{sub}");
    }

    private readonly void Put(OrderedDictionary<string, string> fields, string name, string value, string? shownName = null)
    {
        if (!fields.TryAdd(name, value))
        {
            fields[name] = value;
            _remarks.Add(Tolerance.RepeatedField, ("name", shownName ?? name));
        }
    }
}
