namespace Lanshao.Platform.Monitoring;

/// <summary>Room for values that is used again with every step. Made anew, tens of thousands of them would be carried from one generation of memory to the next, and every connection would wait meanwhile.</summary>
internal sealed class DerivedValues
{
    private const int MostKept = 2_000;
    private readonly List<DerivedValue> _all = [];
    private readonly List<DerivedValue> _ofFrame = [];
    private int _used;

    /// <summary>Gets the values of the frame; the list is another frame's with the next one.</summary>
    public IReadOnlyList<DerivedValue> OfFrame => _ofFrame;

    /// <summary>Gets the readings of the step so far.</summary>
    public List<DerivedReading> Readings { get; } = [];

    /// <summary>Begins a step: what was handed out is free again.</summary>
    public void Begin()
    {
        _used = 0;
        Readings.Clear();
    }

    /// <summary>Begins a frame.</summary>
    public void BeginFrame() => _ofFrame.Clear();

    /// <summary>Hands out a value of the frame.</summary>
    public DerivedValue Add(string factor, ReadingSpan span, DateTime startUtc, ReadingDoubts doubts)
    {
        if (_used == _all.Count)
        {
            _all.Add(new());
        }

        var value = _all[_used++];
        value.Begin(factor, span, startUtc, doubts);
        _ofFrame.Add(value);
        return value;
    }

    /// <summary>Gives back what a rush of frames took.</summary>
    public void Trim()
    {
        Begin();
        if (_all.Count > MostKept)
        {
            _all.RemoveRange(MostKept, _all.Count - MostKept);
            _all.TrimExcess();
            Readings.Capacity = 0;
        }
    }
}
