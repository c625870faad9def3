namespace Lanshao.Platform.Foundation;

/// <summary>How much a finding matters to a clerk: 必须核对, 建议核对, 提示.</summary>
public enum Severity
{
    Error,
    Warning,
    Note,
}

/// <summary>Something that a careful clerk would ask about: stored as code and arguments, worded by the program.</summary>
/// <param name="Code"><c>ROOM-nnn</c>, listed in docs/error-codes.md.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Arguments">Named values for the sentence.</param>
/// <param name="Where">Where in the source (file, table, row, cell or line), as people would say it; null for the whole.</param>
/// <param name="Quote">The words of the source that it is about, at most 300 characters.</param>
public sealed record Finding(string Code, Severity Severity, IReadOnlyDictionary<string, string> Arguments, string? Where = null, string? Quote = null);
