using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Lanshao.Texts;

/// <summary>The sentences of all codes: <c>Texts/errors/PREFIX.zh.json</c>, complete, and <c>PREFIX.en.json</c>, falling back to Chinese.</summary>
internal static class ErrorTexts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Files = new(StringComparer.Ordinal);

    /// <summary>Returns the sentence of a code, filled with its arguments; a code without a sentence answers the code and its arguments.</summary>
    /// <param name="code"><c>PREFIX-nnn</c>.</param>
    /// <param name="arguments">Named values, <c>{name}</c> in the sentence.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string Sentence(string code, IReadOnlyDictionary<string, string> arguments, string language = "zh")
    {
        var prefix = code.Split('-')[0];
        var template = language == "zh" ? null : Load($"{prefix}.{language}").GetValueOrDefault(code);
        template ??= Load($"{prefix}.zh").GetValueOrDefault(code);
        return template is null ? string.Join("；", arguments.Select(a => $"{a.Key}={a.Value}").Prepend(code)) : Fill(template, arguments);
    }

    /// <summary>Returns all codes that have a sentence in the language.</summary>
    public static IEnumerable<string> Codes(string language) => typeof(ErrorTexts).Assembly.GetManifestResourceNames()
        .Where(n => n.Contains(".errors.", StringComparison.Ordinal) && n.EndsWith($".{language}.json", StringComparison.Ordinal))
        .SelectMany(n => Load(string.Join('.', n.Split('.')[^3..^1])).Keys);

    // One pass: what an argument contains is never read as a placeholder.
    private static string Fill(string template, IReadOnlyDictionary<string, string> arguments)
    {
        var text = new System.Text.StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            text.Append(rest[..open]);
            var name = rest.Slice(open + 1, length - 1).ToString();
            text.Append(arguments.TryGetValue(name, out var argument) ? argument : "—");
            rest = rest[(open + length + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static IReadOnlyDictionary<string, string> Load(string file) => Files.GetOrAdd(file, static name =>
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"Lanshao.Texts.errors.{name}.json");
        return stream is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    });
}
