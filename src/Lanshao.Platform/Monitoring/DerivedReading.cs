namespace Lanshao.Platform.Monitoring;

/// <summary>A value with the device that it is of and the frame that says it, in the order in which the table of readings lies.</summary>
internal readonly record struct DerivedReading(int Device, DerivedValue Value, long Seq) : IComparable<DerivedReading>
{
    /// <summary>Gets the hour that the reading lies in.</summary>
    public DateTime HourUtc => Rollups.HourOf(Value.StartUtc);

    /// <summary>Returns whether two say something of the same moment or stretch.</summary>
    public bool IsOfMoment(DerivedReading other) => Value.StartUtc == other.Value.StartUtc && Device == other.Device && Value.Span == other.Value.Span && Value.Factor == other.Value.Factor;

    public int CompareTo(DerivedReading other)
    {
        var order = Device.CompareTo(other.Device);
        order = order != 0 ? order : Value.Span.CompareTo(other.Value.Span);
        order = order != 0 ? order : Value.StartUtc.CompareTo(other.Value.StartUtc);
        order = order != 0 || ReferenceEquals(Value.Factor, other.Value.Factor) ? order : string.CompareOrdinal(Value.Factor, other.Value.Factor);
        return order != 0 ? order : Seq.CompareTo(other.Seq);
    }
}
