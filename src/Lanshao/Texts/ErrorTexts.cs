using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Lanshao.Platform.Foundation;

namespace Lanshao.Texts;

/// <summary>The sentences of all codes: <c>Texts/errors/PREFIX.zh.json</c>, complete, and <c>PREFIX.en.json</c>, falling back to Chinese. Pages, the API and the command line say the same.</summary>
/// <remarks>A file is read when its first code is asked for: a verb on the command line pays for no other.</remarks>
public static class ErrorTexts
{
    private const string Folder = "Texts/errors/";
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Files = new(StringComparer.Ordinal);

    public static string Sentence(Refusal refusal, Language language = Language.Chinese) => Sentence(refusal.Code, refusal.Arguments, language);

    public static string Sentence(Finding finding, Language language = Language.Chinese) => Sentence(finding.Code, finding.Arguments, language);

    /// <summary>Returns the sentence of a code, filled with its arguments; a code without a sentence answers the code and its arguments.</summary>
    /// <param name="code"><c>PREFIX-nnn</c>.</param>
    /// <param name="arguments">Named values, <c>{name}</c> in the sentence.</param>
    /// <param name="language">English falls back to Chinese.</param>
    public static string Sentence(string code, IReadOnlyDictionary<string, string> arguments, Language language = Language.Chinese) =>
        Template(code, language) is { } template ? Fill(template, arguments) : string.Join("；", arguments.Select(a => $"{a.Key}={a.Value}").Prepend(code));

    /// <summary>Returns the sentence of a code as written, with its <c>{names}</c>; null of an unknown code.</summary>
    public static string? Template(string code, Language language)
    {
        var prefix = code.Split('-')[0];
        var english = language == Language.English ? Load($"{prefix}.en").GetValueOrDefault(code) : null;
        return english ?? Load($"{prefix}.zh").GetValueOrDefault(code);
    }

    /// <summary>Returns all codes that have a sentence in the language.</summary>
    public static IEnumerable<string> Codes(Language language) => typeof(ErrorTexts).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith($".{Languages.Code(language)}.json", StringComparison.Ordinal))
        .SelectMany(name => Load(name[Folder.Length..^".json".Length]).Keys);

    /// <summary>Fills in one pass: what an argument contains is never read as a placeholder.</summary>
    private static string Fill(string template, IReadOnlyDictionary<string, string> arguments)
    {
        var text = new StringBuilder(template.Length + 32);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            text.Append(rest[..open]);
            text.Append(arguments.GetValueOrDefault(rest.Slice(open + 1, length - 1).ToString(), "—"));
            rest = rest[(open + length + 1)..];
        }

        return text.Append(rest).ToString();
    }

    // Read element by element: a serialiser would cost a verb more than its work.
    private static Dictionary<string, string> Entries(Stream stream)
    {
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        var reader = new Utf8JsonReader(json);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var code = reader.GetString()!;
            reader.Read();
            entries[code] = reader.GetString()!;
        }

        return entries;
    }

    private static IReadOnlyDictionary<string, string> Load(string file) => Files.GetOrAdd(file, static name =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Folder}{name}.json");
        return stream is null ? new Dictionary<string, string>() : Entries(stream);
    });
}
