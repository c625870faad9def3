using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lanshao.Hj212.Framing;
using Lanshao.Hj212.Messages;
using Lanshao.Texts;

namespace Lanshao.Rooms.Monitoring;

/// <summary>How messages are printed: JSON lines, one JSON array, or a line for people.</summary>
internal enum MessageForm
{
    Text,
    JsonLines,
    JsonArray,
}

/// <summary>Prints messages and diagnoses, one line each.</summary>
internal sealed class MessagePrinter(Stream output, MessageForm form) : IAsyncDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly BufferedStream _output = new(output, 65536);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, Options);
    private long _printed;

    public void Print(MessageReading reading)
    {
        if (form == MessageForm.JsonArray)
        {
            _output.Write(_printed == 0 ? "[\n"u8 : ",\n"u8);
        }

        if (form == MessageForm.Text)
        {
            _output.Write(Encoding.UTF8.GetBytes(reading.Message is { } message ? TextOf(message) : TextOf(reading.Diagnosis!)));
        }
        else
        {
            WriteJson(reading);
        }

        _printed++;
        if (form != MessageForm.JsonArray)
        {
            _output.WriteByte((byte)'\n');
        }
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        await _output.FlushAsync(ct);
        await output.FlushAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (form == MessageForm.JsonArray)
        {
            _output.Write(_printed == 0 ? "[]\n"u8 : "\n]\n"u8);
        }

        await _writer.DisposeAsync();
        await _output.DisposeAsync();
    }

    private static string TextOf(Message message)
    {
        var text = new StringBuilder("正确  ").AppendJoin(' ', message.Header.Select(Field));
        _ = text.Append("  ").AppendJoin(' ', message.Content.Select(Field));
        foreach (var (code, subs) in message.Factors)
        {
            _ = text.Append("  ").Append(code).Append(": ").AppendJoin(' ', subs.Select(Field));
        }

        return Line(text.Append(message.Remarks.Count == 0 ? string.Empty : "  注意：").AppendJoin(' ', message.Remarks.Select(Sentence)));
    }

    private static string TextOf(Diagnosis diagnosis) =>
        Line(new StringBuilder("错误  ").Append(diagnosis.Code).Append(' ').Append(ErrorTexts.Sentence(diagnosis.Code, diagnosis.Arguments)).Append("可能的原因：").Append(ErrorTexts.Sentence(diagnosis.Cause, diagnosis.Arguments)));

    private static string Field(KeyValuePair<string, string> field) => $"{field.Key}={field.Value}";

    private static string Sentence(Remark remark) => $"{remark.Code} {ErrorTexts.Sentence(remark.Code, remark.Arguments)}";

    // One line, and no byte of a device reaches the terminal as a command.
    private static string Line(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = char.IsControl(text[i]) ? '·' : text[i];
        }

        return text.ToString();
    }

    private void WriteJson(MessageReading reading)
    {
        _writer.Reset(_output);
        _writer.WriteStartObject();
        _writer.WriteBoolean("ok", reading.Message is not null);
        if (reading.Message is { } message)
        {
            WriteMessage(message);
        }
        else
        {
            WriteDiagnosis(reading.Diagnosis!);
        }

        _writer.WriteEndObject();
        _writer.Flush();
    }

    private void WriteDiagnosis(Diagnosis diagnosis)
    {
        _writer.WriteString("code", diagnosis.Code);
        _writer.WriteString("reason", ErrorTexts.Sentence(diagnosis.Code, diagnosis.Arguments));
        _writer.WriteString("likelyCause", ErrorTexts.Sentence(diagnosis.Cause, diagnosis.Arguments));
        _writer.WriteString("causeCode", diagnosis.Cause);
        _writer.WriteNumber("at", diagnosis.At);
    }

    private void WriteMessage(Message message)
    {
        _writer.WriteString("mn", message.Mn);
        _writer.WriteString("cn", message.Cn);
        _writer.WriteString("st", message.St);
        _writer.WriteString("qn", message.Qn);
        if (message.Flag is { } flag)
        {
            _writer.WriteNumber("flag", flag.Bits);
        }
        else
        {
            _writer.WriteNull("flag");
        }

        _writer.WriteString("version", message.Version?.ToString()[1..]);
        _writer.WriteString("dataTime", message.DataTime?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        WriteFields("header", message.Header);
        WriteFields("cp", message.Content);
        _writer.WriteStartObject("factors");
        foreach (var (code, subs) in message.Factors)
        {
            WriteFields(code, subs);
        }

        _writer.WriteEndObject();
        _writer.WriteStartArray("warnings");
        foreach (var remark in message.Remarks)
        {
            _writer.WriteStringValue(Sentence(remark));
        }

        _writer.WriteEndArray();
    }

    private void WriteFields(string name, IReadOnlyDictionary<string, string> fields)
    {
        _writer.WriteStartObject(name);
        foreach (var (key, value) in fields)
        {
            _writer.WriteString(key, value);
        }

        _writer.WriteEndObject();
    }
}
