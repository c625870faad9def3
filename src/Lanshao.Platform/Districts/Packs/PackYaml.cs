using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Reads YAML into nodes with places. No tags, one document, bounded aliases, depth and size: a pack is foreign input until it is applied.</summary>
internal sealed class PackYaml
{
    private const int MostNodes = 50_000;
    private const int MostAliases = 100;
    private const int Deepest = 20;

    private readonly string _file;
    private readonly PackProblems _problems;
    private readonly Dictionary<AnchorName, PackNode> _anchors = [];
    private readonly Parser _parser;
    private int _nodes;
    private int _aliases;

    private PackYaml(string file, string text, PackProblems problems)
    {
        _file = file;
        _problems = problems;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Returns the root; null after a problem was reported.</summary>
    public static PackNode? Read(PackFile file, PackProblems problems)
    {
        if (file.Text() is not { } text)
        {
            problems.Error("PACK-003", new(file.Path));
            return null;
        }

        return PlainYaml.Read(file.Path, text) ?? ReadFully(file.Path, text, problems);
    }

    /// <summary>Reads all of YAML that a pack may hold; null after a problem was reported.</summary>
    internal static PackNode? ReadFully(string path, string text, PackProblems problems)
    {
        var reader = new PackYaml(path, text, problems);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException broken)
        {
            problems.Error("PACK-004", reader.SpotOf(broken.Start), ("reason", (broken.InnerException ?? broken).Message));
            return null;
        }
        catch (UnsafeYamlException refused)
        {
            problems.Error("PACK-005", reader.SpotOf(refused.Where), ("reason", refused.Message));
            return null;
        }
    }

    private PackNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _problems.Error("PACK-004", new(_file, 1, 1), ("reason", "empty"));
            return null;
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<DocumentStart>(out var second) ? throw new UnsafeYamlException("second document", second.Start) : root;
    }

    private PackNode ReadNode(int depth)
    {
        var here = _parser.Current!;
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            throw new UnsafeYamlException(depth > Deepest ? "depth" : "nodes", here.Start);
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Aliased(alias);
        }

        if (here is NodeEvent { Tag.IsEmpty: false })
        {
            throw new UnsafeYamlException("tag", here.Start);
        }

        var anchor = here is NodeEvent named ? named.Anchor : AnchorName.Empty;
        var node = ReadContent(depth);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private PackNode Aliased(AnchorAlias alias)
    {
        if (++_aliases > MostAliases)
        {
            throw new UnsafeYamlException("aliases", alias.Start);
        }

        var node = _anchors.TryGetValue(alias.Value, out var known) ? known : throw new UnsafeYamlException("unknown alias", alias.Start);
        _nodes += SizeOf(node);
        return _nodes > MostNodes ? throw new UnsafeYamlException("nodes", alias.Start) : node;
    }

    private PackNode ReadContent(int depth)
    {
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new PackText(scalar.Value, SpotOf(scalar.Start));
        }

        if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<PackNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(depth + 1));
            }

            return new PackList(items, SpotOf(sequence.Start));
        }

        return ReadMap(_parser.Consume<MappingStart>(), depth);
    }

    private PackEntries ReadMap(MappingStart start, int depth)
    {
        var items = new List<PackEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var at = _parser.Current!.Start;
            var key = ReadNode(depth + 1) as PackText ?? throw new UnsafeYamlException("key is not a text", at);
            if (!keys.Add(key.Value))
            {
                _problems.Error("PACK-006", key.Spot, ("key", key.Value));
            }

            items.Add(new(key, ReadNode(depth + 1)));
        }

        return new(items, SpotOf(start.Start));
    }

    private static int SizeOf(PackNode node) => node switch
    {
        PackList list => 1 + list.Items.Sum(SizeOf),
        PackEntries map => 1 + map.Items.Sum(item => 1 + SizeOf(item.Value)),
        _ => 1,
    };

    private PackSpot SpotOf(Mark mark) => new(_file, Convert.ToInt32(mark.Line, CultureInfo.InvariantCulture), Convert.ToInt32(mark.Column, CultureInfo.InvariantCulture));

    private sealed class UnsafeYamlException(string reason, Mark where) : Exception(reason)
    {
        public Mark Where { get; } = where;
    }
}
