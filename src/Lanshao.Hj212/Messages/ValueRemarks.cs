using System.Buffers;
using Lanshao.Hj212.Codes;

namespace Lanshao.Hj212.Messages;

/// <summary>What was tolerated in the content's values: forms of numbers, placeholders, data flags, codes of another version, values that do not fit their unit.</summary>
internal readonly ref struct ValueRemarks(RemarkList remarks, Segment segment)
{
    private const string Flags2017 = "NFMSDCTB";
    private const string Flags2005 = "PFCMTDSN0123";
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.+-eE"u8);
    private readonly Segment _segment = segment;

    public void OfField(FieldReader field)
    {
        if (field.Name.SequenceEqual("Flag"u8))
        {
            remarks.Add(Tolerance.BareFlag);
        }

        if (field.Name.SequenceEqual("EndTime"u8) && _segment.Content.IndexOf(",EndTime="u8) >= 0)
        {
            remarks.Add(Tolerance.CommaBetweenItems);
        }
    }

    public void OfFactor(FieldReader field, string value)
    {
        var name = MessageText.Quote(field.Name);
        OfCode(MessageText.Decode(field.Factor));
        if (field.Sub.SequenceEqual("Flag"u8))
        {
            OfDataFlag(name, value.Trim());
        }
        else if (field.Value.StartsWith("//"u8) && (field.Value.Length < 4 || !field.Value.EndsWith("//"u8)))
        {
            remarks.Add(Tolerance.TornLogText, ("name", name), ("value", MessageText.Quote(LogText.Of(_segment.Content, field.Name), 200)));
        }
        else if (IsMeasured(field.Sub))
        {
            OfMeasured(field, name);
        }
    }

    // Under ST 45 (2025) the values of production conditions are words such as St or N.
    private bool IsMeasured(ReadOnlySpan<byte> sub) => SubFields.IsMeasured(sub) && !_segment.St.SequenceEqual("45"u8);

    private void OfMeasured(FieldReader field, string name)
    {
        var shown = MessageText.Quote(field.Value);
        if (field.Value.IsEmpty)
        {
            remarks.Add(Tolerance.EmptyValue, ("name", name));
        }
        else if (ScaledNumber.TryParse(field.Value, out var number))
        {
            OfNumber(field, name, shown, number);
        }
        else if (field.Value[0] is (byte)'<' or (byte)'>' || field.Value.EndsWith("L"u8))
        {
            remarks.Add(Tolerance.BeyondDetection, ("name", name), ("value", shown));
        }
        else
        {
            var isNumber = field.Value.IndexOfAnyExcept(NumberBytes) < 0 && field.Value.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
            remarks.Add(isNumber ? Tolerance.NumberForm : Tolerance.NotANumber, ("name", name), ("value", shown));
        }
    }

    private void OfNumber(FieldReader field, string name, string shown, ScaledNumber number)
    {
        if (Plausibility.IsPlaceholder(number))
        {
            remarks.Add(Tolerance.Placeholder, ("name", name), ("value", shown));
        }
        else if (Plausibility.UnitDoubt(MessageText.Decode(field.Factor), number.Value) is { } unit)
        {
            remarks.Add(Tolerance.ImplausibleValue, ("name", name), ("value", shown), ("unit", unit));
        }
    }

    private void OfCode(string code)
    {
        var is2005 = _segment.FlagText.IsEmpty || _segment.Flag is { Version: ProtocolVersion.V2005 };
        if (is2005 ? CodeTables.Factors.GetValueOrDefault(code)?.Code2005 is { } older && older != code : CodeTables.Factors2005.ContainsKey(code))
        {
            remarks.AddOnce(Tolerance.ForeignCodes, ("name", code), ("read", is2005 ? CodeTables.Factors[code].Code2005! : CodeTables.Factors2005[code].Code));
        }
        else if (CodeTables.Find(code) is { } factor && factor.Code != code && factor.Code2005 != code)
        {
            remarks.AddOnce(Tolerance.FactorCase, ("name", code), ("read", factor.Code));
        }
    }

    private void OfDataFlag(string name, string value)
    {
        var isAir2005 = _segment.FlagText.IsEmpty || _segment.Flag is { Version: ProtocolVersion.V2005 };
        if (value.Length != 1 || !(isAir2005 ? Flags2005 + Flags2017 : Flags2017).Contains(value, StringComparison.Ordinal))
        {
            remarks.Add(Tolerance.UnknownDataFlag, ("name", name), ("value", MessageText.Quote(System.Text.Encoding.UTF8.GetBytes(value))));
        }
    }
}
