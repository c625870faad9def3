using System.Globalization;
using System.Text;

namespace Lanshao.Hosting;

/// <summary>Structured log lines on standard error, one event a line: time, level, category, template, then every value as a field of its own.</summary>
public sealed class LogLines(TextWriter output, TimeProvider clock) : ILoggerProvider
{
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
        // The writer belongs to the caller.
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(line);
        }
    }

    private sealed class Lines(LogLines owner, string category) : ILogger
    {
        private const int MostStackCharacters = 4000;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder(200);
            line.Append(owner.Time()).Append(' ').Append(Name(logLevel)).Append(' ').Append(category);
            AppendFields(line, state, formatter(state, null));
            if (exception is not null)
            {
                Field(line, "exception", $"{exception.GetType().FullName}: {exception.Message}");
                Field(line, "stack", exception.StackTrace ?? string.Empty, MostStackCharacters);
            }

            owner.Write(line.ToString());
        }

        private static void AppendFields<TState>(StringBuilder line, TState state, string formatted)
        {
            var fields = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            var template = fields.FirstOrDefault(field => field.Key == "{OriginalFormat}").Value as string;
            Field(line, "event", template ?? formatted);
            foreach (var (name, value) in fields)
            {
                if (name != "{OriginalFormat}")
                {
                    Field(line, name, Convert.ToString(value, CultureInfo.InvariantCulture));
                }
            }
        }

        private static void Field(StringBuilder line, string name, string? value, int most = LogText.MostCharacters) =>
            line.Append(' ').Append(name).Append("=\"").Append(LogText.Shown(value, most)).Append('"');

        private static string Name(LogLevel level) => level switch
        {
            LogLevel.Trace or LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warn",
            _ => "error",
        };
    }

    private string Time() => clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
