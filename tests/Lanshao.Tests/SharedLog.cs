using System.Text;

namespace Lanshao.Tests;

/// <summary>A log that the program writes while a test reads it.</summary>
public sealed class SharedLog : TextWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_gate)
        {
            _text.Append(value);
        }
    }

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _text.Append(value);
        }
    }

    public override void WriteLine(string? value) => Write(value + "\n");

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }

    /// <summary>Waits for the line that holds these words and returns it; what is written after an answer may come a moment later.</summary>
    public async Task<string> LineAsync(string words, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(20))
        {
            var text = ToString();
            var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n');
            if (Array.FindLast(lines, line => line.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return line;
            }

            if (waited > Patience)
            {
                throw new TimeoutException($"The log holds no line with “{words}”:\n{text}");
            }

            await Task.Delay(20, ct);
        }
    }
}
