using System.Collections.Frozen;

namespace Lanshao.Hj212.Framing;

/// <summary>What broke, where, and the likely cause; codes with named values, no words.</summary>
/// <param name="Code">Why it is refused.</param>
/// <param name="Cause">The likely cause.</param>
/// <param name="At">Where in the bytes, counted from 0.</param>
/// <param name="Arguments">Named values for the words of both codes.</param>
public sealed record Diagnosis(string Code, string Cause, int At, IReadOnlyDictionary<string, string> Arguments)
{
    internal static Diagnosis Of(string code, string cause, int at, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = value;
        }

        return new(code, cause, at, named.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
