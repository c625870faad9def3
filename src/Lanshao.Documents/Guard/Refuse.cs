using System.Globalization;

namespace Lanshao.Documents.Guard;

/// <summary>Makes the refusals, so that each code has its arguments in one place.</summary>
internal static class Refuse
{
    public static DocumentRefusedException Because(string code, Exception? inner = null, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named[name] = Label(value);
        }

        return new DocumentRefusedException(code, named, inner);
    }

    public static DocumentRefusedException Limit(string code, long allowed, long found, string where = "") =>
        Because(code, null, ("expected", Number(allowed)), ("found", Number(found)), ("where", where));

    public static DocumentRefusedException Damaged(string part, Exception? inner = null) =>
        Because(DocumentCodes.Damaged, inner, ("where", part));

    /// <summary>Foreign text in a message: control characters gone, 200 characters at most.</summary>
    public static string Label(string text)
    {
        var cut = text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
        return cut.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? cut : string.Concat(cut.Select(c => c < ' ' ? ' ' : c));
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
