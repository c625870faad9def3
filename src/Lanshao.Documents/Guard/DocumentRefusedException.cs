namespace Lanshao.Documents.Guard;

/// <summary>Raised when a file is refused as a whole: a limit crossed, an old format, a secrecy marking, or not a document at all.</summary>
public sealed class DocumentRefusedException : Exception
{
    /// <summary>Makes the refusal; the sentence is made from the code by the program.</summary>
    /// <param name="code">A code of <c>docs/error-codes.md</c>, e.g. <c>DOC-001</c>.</param>
    /// <param name="arguments">Named values of the sentence.</param>
    /// <param name="inner">What was met, where an exception tells it.</param>
    public DocumentRefusedException(string code, IReadOnlyDictionary<string, string> arguments, Exception? inner = null)
        : base(code, inner)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>A code of <c>docs/error-codes.md</c>.</summary>
    public string Code { get; }

    /// <summary>Named values of the sentence.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; }
}
