using Lanshao.Hj212.Framing;

namespace Lanshao.Hj212.Messages;

/// <summary>Walks over the fields of a content: items parted by <c>;</c>, their fields by <c>,</c>, name and value by <c>=</c>. Nothing is copied.</summary>
/// <remarks>Both separators only end a field; what belongs to a factor says its own name: <c>a34004-Rtd=38,a34004-Flag=N</c>.</remarks>
public ref struct FieldReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>Begins before the first field.</summary>
    /// <param name="content">The bytes between <c>CP=&amp;&amp;</c> and <c>&amp;&amp;</c>.</param>
    public FieldReader(ReadOnlySpan<byte> content) => _rest = content;

    /// <summary>Gets the name as sent, without blanks around it.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Gets the factor: what stands before the last hyphen of the name; empty where there is none.</summary>
    public readonly ReadOnlySpan<byte> Factor => Hyphen < 0 ? default : Name[..Hyphen];

    /// <summary>Gets what the value is of the factor (Rtd, Avg, Flag …); empty where the name has no hyphen.</summary>
    public readonly ReadOnlySpan<byte> Sub => Hyphen < 0 ? default : Name[(Hyphen + 1)..];

    /// <summary>Gets the value without blanks around it.</summary>
    public readonly ReadOnlySpan<byte> Value => Ascii.TrimBlanks(RawValue);

    /// <summary>Gets the value as sent.</summary>
    public ReadOnlySpan<byte> RawValue { get; private set; }

    /// <summary>Gets what had to be tolerated so far.</summary>
    public ToleranceSet Tolerances { get; private set; }

    private int Hyphen { get; set; }

    /// <summary>Moves to the next field; false behind the last one.</summary>
    public bool Read()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOfAny((byte)'=', (byte)';', (byte)',');
            if (end >= 0 && _rest[end] == '=')
            {
                TakeField(end);
                return true;
            }

            TakeStray(end < 0 ? _rest : _rest[..end]);
            _rest = end < 0 ? default : _rest[(end + 1)..];
        }

        return false;
    }

    private void TakeField(int equals)
    {
        var value = _rest[(equals + 1)..];
        var end = value.IndexOfAny((byte)';', (byte)',');
        var name = _rest[..equals];
        Name = Ascii.TrimBlanks(name);
        Hyphen = Name.LastIndexOf((byte)'-');
        RawValue = end < 0 ? value : value[..end];
        _rest = end < 0 ? default : value[(end + 1)..];
        if (Name.Length != name.Length || Ascii.HasBlanks(RawValue))
        {
            Tolerances = Tolerances.With(Tolerance.Blanks);
        }
    }

    private void TakeStray(ReadOnlySpan<byte> piece) =>
        Tolerances = Tolerances.With(Ascii.TrimBlanks(piece).IsEmpty ? Tolerance.EmptyPiece : Tolerance.PieceWithoutEquals);
}
