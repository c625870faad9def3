using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lanshao.Platform.Foundation.Settings;

/// <summary>Reads <c>lanshao.yaml</c>: mappings and plain values only, so that <c>limits:</c> with <c>file-mb: 80</c> below is <c>limits.file-mb</c>. No tags, anchors or lists.</summary>
internal sealed class SettingsFile
{
    public const string Name = "lanshao.yaml";
    private const int MostBytes = 64 * 1024;
    private const int Deepest = 4;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Parser _parser;

    private SettingsFile(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Returns the values by key; none where there is no file; ENV-042 when it cannot be read.</summary>
    public static Outcome<Dictionary<string, string>> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return new Dictionary<string, string>();
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            return Unreadable(path, $"> {MostBytes / 1024} KB");
        }

        try
        {
            var file = new SettingsFile(File.ReadAllText(path));
            file.ReadDocument();
            return file._values;
        }
        catch (YamlException broken)
        {
            return Unreadable(path, string.Create(CultureInfo.InvariantCulture, $"{broken.Start.Line}:{broken.Start.Column} {(broken.InnerException ?? broken).Message}"));
        }
    }

    private static Refusal Unreadable(string path, string reason) => Refusal.Environment("ENV-042", ("file", path), ("reason", reason));

    private void ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<DocumentStart>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var empty) || empty.Value.Length > 0)
            {
                ReadMapping(string.Empty, 1);
            }

            _parser.Consume<DocumentEnd>();
        }

        _parser.Consume<StreamEnd>();
    }

    private void ReadMapping(string prefix, int depth)
    {
        var start = _parser.Consume<MappingStart>();
        if (depth > Deepest || !start.Tag.IsEmpty || !start.Anchor.IsEmpty)
        {
            throw new YamlException(start.Start, start.End, "only keys and plain values");
        }

        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = prefix + Plain(_parser.Consume<Scalar>()).Value;
            if (_parser.TryConsume<Scalar>(out var value))
            {
                if (!_values.TryAdd(key, Plain(value).Value))
                {
                    throw new YamlException(value.Start, value.End, $"{key} stands twice");
                }
            }
            else
            {
                ReadMapping(key + ".", depth + 1);
            }
        }
    }

    private static Scalar Plain(Scalar scalar) =>
        scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty ? scalar : throw new YamlException(scalar.Start, scalar.End, "no tags and anchors");
}
