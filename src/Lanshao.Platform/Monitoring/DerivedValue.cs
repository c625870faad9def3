namespace Lanshao.Platform.Monitoring;

/// <summary>One value that a frame says, before it is stored.</summary>
internal sealed class DerivedValue
{
    public string Factor { get; private set; } = string.Empty;

    public ReadingSpan Span { get; private set; }

    public DateTime StartUtc { get; private set; }

    public long? Number { get; set; }

    public long? Least { get; set; }

    public long? Most { get; set; }

    public long? Total { get; set; }

    public string? Text { get; set; }

    public string Flag { get; set; } = string.Empty;

    public ReadingDoubts Doubts { get; set; }

    public bool IsValid { get; set; }

    /// <summary>Begins a value anew.</summary>
    public void Begin(string factor, ReadingSpan span, DateTime startUtc, ReadingDoubts doubts)
    {
        (Factor, Span, StartUtc, Doubts) = (factor, span, startUtc, doubts);
        (Number, Least, Most, Total) = (null, null, null, null);
        (Text, Flag, IsValid) = (null, string.Empty, false);
    }
}
