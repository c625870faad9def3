using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lanshao.Platform.Foundation;
using Lanshao.Texts;

namespace Lanshao.CommandLine;

/// <summary>The one door out of a verb: one JSON document on standard output, or the same as text for people; messages go to standard error.</summary>
internal sealed class VerbOutput(bool json)
{
    /// <summary>Characters unescaped, camelCase, null where unknown: the contract of the command line.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    public bool IsJson => json;

    /// <summary>Prints the result and answers the exit code.</summary>
    public int Print<T>(T document, Action<TextWriter, T> asText, int exitCode = ExitCode.Done)
    {
        if (json)
        {
            using var output = Console.OpenStandardOutput();
            JsonSerializer.Serialize(output, document, JsonOptions);
            output.WriteByte((byte)'\n');
        }
        else
        {
            asText(Console.Out, document);
        }

        return exitCode;
    }

    /// <summary>Prints a result that writes itself: for large documents of verbs that must start fast.</summary>
    public int Write(Action<Utf8JsonWriter> asJson, Action<TextWriter> asText, int exitCode = ExitCode.Done)
    {
        if (!json)
        {
            asText(Console.Out);
            return exitCode;
        }

        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            asJson(writer);
        }

        output.WriteByte((byte)'\n');
        return exitCode;
    }

    /// <summary>Prints a refusal: as the contract's error document, or as its sentence; answers the exit code of its kind.</summary>
    public int Refuse(Refusal refusal, string? file = null)
    {
        var message = ErrorTexts.Sentence(refusal.Code, refusal.Arguments);
        if (!json)
        {
            Console.Error.WriteLine(message);
            return ExitCode.Of(refusal);
        }

        var arguments = refusal.Arguments;
        var error = new ErrorBody(refusal.Code, message, file ?? arguments.GetValueOrDefault("file"), arguments.GetValueOrDefault("where"), arguments.GetValueOrDefault("expected"), arguments.GetValueOrDefault("found"));
        return Print(new ErrorDocument(error), (_, _) => { }, ExitCode.Of(refusal));
    }

    /// <summary>Tells progress or a remark on standard error.</summary>
    public static void Tell(string message) => Console.Error.WriteLine(message);

    private sealed record ErrorDocument(ErrorBody Error);

    private sealed record ErrorBody(string Code, string Message, string? File, string? Where, string? Expected, string? Found);
}
