using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lanshao.Documents.Guard;

/// <summary>XML from outside, read forward only: no document type, no resolver, bounded depth; works on the children of one element at a time.</summary>
internal sealed class GuardedXml : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    private readonly GuardedEntryStream _entry;
    private readonly XmlReader _reader;
    private readonly ReadingBudget _budget;
    private readonly char[] _chunk = new char[2048];

    public GuardedXml(GuardedEntryStream entry, string part, ReadingBudget budget)
    {
        _entry = entry;
        _budget = budget;
        Part = part;
        _reader = XmlReader.Create(entry, Settings);
    }

    public string Part { get; }

    /// <summary>Reads a part whole, as a tree with its white space; for parts that were unpacked within the limits, and for our own.</summary>
    public static XDocument Tree(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Reads a file from outside whole, as a tree; its depth is known before a tree is made, whose making takes the square of it.</summary>
    public static XDocument Tree(MemoryStream file, int mostDepth, string name)
    {
        using (var reader = XmlReader.Create(file, Settings))
        {
            while (reader.Read())
            {
                if (reader.Depth > mostDepth)
                {
                    throw Refuse.Limit(DocumentCodes.LimitXmlDepth, mostDepth, reader.Depth, name);
                }
            }
        }

        file.Position = 0;
        return Tree(file);
    }

    /// <summary>Name of the current element without its prefix.</summary>
    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    /// <summary>Moves to the root element.</summary>
    public void ReadRoot()
    {
        while (Read())
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                return;
            }
        }

        throw Refuse.Damaged(Part);
    }

    /// <summary>Begins a walk over the children of the current element; pass the answer to <see cref="NextChild"/>.</summary>
    public int Enter() => _reader.IsEmptyElement ? -1 : _reader.Depth;

    /// <summary>Moves to the next child element, past whatever the one before still holds; false at the parent's end.</summary>
    public bool NextChild(int parentDepth)
    {
        if (parentDepth < 0)
        {
            return false;
        }

        while (Read())
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element when _reader.Depth == parentDepth + 1:
                    return true;
                case XmlNodeType.EndElement when _reader.Depth == parentDepth:
                    return false;
                default:
                    break;
            }
        }

        throw Refuse.Damaged(Part);
    }

    /// <summary>Returns an attribute of the element's own namespace or of none.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name, _reader.NamespaceURI) ?? _reader.GetAttribute(name);

    /// <summary>Returns an attribute of any namespace, e.g. <c>r:id</c>.</summary>
    public string? AttributeOfAnyNamespace(string name)
    {
        if (_reader.GetAttribute(name) is { } plain)
        {
            return plain;
        }

        for (var found = _reader.MoveToFirstAttribute(); found; found = _reader.MoveToNextAttribute())
        {
            if (_reader.LocalName == name)
            {
                var value = _reader.Value;
                _reader.MoveToElement();
                return value;
            }
        }

        _reader.MoveToElement();
        return null;
    }

    public int? IntegerAttribute(string name) => Digits.ToInt(Attribute(name));

    /// <summary>Returns whether an on/off element is on: present without a value, or with one that is not <c>0</c>, <c>false</c> or <c>off</c>.</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false" or "off");

    /// <summary>Whether white space at the ends of the current element's text counts.</summary>
    public bool PreservesSpace => _reader.GetAttribute("xml:space") == "preserve" || _reader.XmlSpace == XmlSpace.Preserve;

    /// <summary>Appends the text of the current element, child elements skipped.</summary>
    public void AppendText(StringBuilder text, int limit = int.MaxValue)
    {
        if (_reader.IsEmptyElement)
        {
            return;
        }

        var depth = _reader.Depth;
        while (Read() && !(_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth))
        {
            if (_reader.Depth == depth + 1 && IsText(_reader.NodeType))
            {
                AppendValue(text, limit);
            }
        }
    }

    /// <summary>Reads to the end of the part, so that damage behind the last element is noticed too.</summary>
    public void Finish()
    {
        while (Read())
        {
        }

        _entry.Drain();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _entry.Dispose();
    }

    private bool Read()
    {
        _budget.Tick();
        if (!Advance())
        {
            return false;
        }

        if (_reader.Depth > _budget.Limits.XmlDepth)
        {
            throw Refuse.Limit(DocumentCodes.LimitXmlDepth, _budget.Limits.XmlDepth, _reader.Depth, Part);
        }

        return true;
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (XmlException e) when (e.InnerException is not DocumentRefusedException && e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw Refuse.Because(DocumentCodes.XmlDeclaration, e, ("where", Part));
        }
    }

    private void AppendValue(StringBuilder text, int limit)
    {
        int read;
        while ((read = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            _budget.Tick();
            text.Append(_chunk, 0, read);
            if (text.Length > limit)
            {
                throw Refuse.Limit(DocumentCodes.LimitCellCharacters, limit, text.Length, Part);
            }
        }
    }

    private static bool IsText(XmlNodeType type) =>
        type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;
}
