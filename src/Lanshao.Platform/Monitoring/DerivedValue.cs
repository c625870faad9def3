namespace Lanshao.Platform.Monitoring;

/// <summary>One value that a frame says, before it is stored.</summary>
internal sealed class DerivedValue(string factor, ReadingSpan span, DateTime startUtc)
{
    public string Factor => factor;

    public ReadingSpan Span => span;

    public DateTime StartUtc => startUtc;

    public long? Number { get; set; }

    public long? Least { get; set; }

    public long? Most { get; set; }

    public long? Total { get; set; }

    public string? Text { get; set; }

    public string Flag { get; set; } = string.Empty;

    public ReadingDoubts Doubts { get; set; }

    public bool IsValid { get; set; }
}
