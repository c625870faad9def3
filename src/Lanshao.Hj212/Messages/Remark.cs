using Lanshao.Hj212.Codes;

namespace Lanshao.Hj212.Messages;

/// <summary>One thing that was tolerated in a message, with what it was about; a code with named values, no words.</summary>
/// <param name="Tolerance">What was tolerated.</param>
/// <param name="Arguments">Named values for the words.</param>
public sealed record Remark(Tolerance Tolerance, IReadOnlyDictionary<string, string> Arguments)
{
    /// <summary>Gets the code of the words.</summary>
    public string Code => Hj212Codes.Of(Tolerance);
}
