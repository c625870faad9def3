using System.Text;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Writing;

namespace Lanshao.Documents.Sheets;

/// <summary>Reads records of comma- or tab-separated values by RFC 4180, as they stream in.</summary>
internal sealed class CsvParser(TextReader text, ReadingBudget budget, FindingList findings)
{
    private const int PeekCharacters = 16 * 1024;
    private readonly char[] _buffer = new char[PeekCharacters];
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private int _length;
    private int _next;
    private int _line = 1;
    private int _lineOfQuote;

    /// <summary>Returns the records; empty lines are skipped.</summary>
    public IEnumerable<SheetRow> Read()
    {
        Fill();
        var delimiter = TakeDelimiter();
        while (Peek() >= 0)
        {
            var line = _line;
            ReadRecord(delimiter);
            if (_fields.Count > 1 || _fields[0].Length > 0)
            {
                yield return new SheetRow(null, line, _fields.ToArray());
            }
        }

        if (_lineOfQuote > 0)
        {
            findings.Add(DocumentCodes.UnclosedQuote, new Origin { Line = _lineOfQuote }, ("line", Refuse.Number(_lineOfQuote)));
        }
    }

    private void ReadRecord(char delimiter)
    {
        _fields.Clear();
        do
        {
            ReadField(delimiter);
            _fields.Add(Take());
            if (_fields.Count > budget.Limits.TableColumns)
            {
                throw Refuse.Limit(DocumentCodes.LimitTableColumns, budget.Limits.TableColumns, _fields.Count);
            }
        }
        while (Accept(delimiter));

        if (!Accept('\n') && Accept('\r'))
        {
            Accept('\n');
        }

        _line++;
    }

    // A field is quoted only if the quotation mark is its first character; text behind the closing mark is kept as it is.
    private void ReadField(char delimiter)
    {
        if (Accept('"'))
        {
            ReadQuoted();
        }

        for (var c = Peek(); c >= 0 && c != delimiter && c is not ('\n' or '\r'); c = Peek())
        {
            Append((char)c);
            _next++;
        }
    }

    private void ReadQuoted()
    {
        var begunOn = _line;
        for (var c = Peek(); c >= 0; c = Peek())
        {
            _next++;
            if (c == '"' && !Accept('"'))
            {
                return;
            }

            _line += c == '\n' ? 1 : 0;
            Append((char)c);
        }

        _lineOfQuote = begunOn;
    }

    private void Append(char c)
    {
        budget.Tick();
        _field.Append(c);
        if (_field.Length > budget.Limits.CellCharacters)
        {
            throw Refuse.Limit(DocumentCodes.LimitCellCharacters, budget.Limits.CellCharacters, _field.Length);
        }
    }

    private string Take()
    {
        var value = _field.ToString();
        _field.Clear();
        return FormulaStart.Undo(value);
    }

    private int Peek()
    {
        if (_next == _length)
        {
            Fill();
        }

        return _next < _length ? _buffer[_next] : -1;
    }

    private bool Accept(char c)
    {
        var accepts = Peek() == c;
        _next += accepts ? 1 : 0;
        return accepts;
    }

    private void Fill()
    {
        _length = text.ReadBlock(_buffer, 0, _buffer.Length);
        _next = 0;
    }

    // What parts the first line most often parts them all; "sep=;" says it itself.
    private char TakeDelimiter()
    {
        Accept('\uFEFF');
        var head = _buffer.AsSpan(_next, _length - _next);
        if (head.Length > 5 && head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            var stated = head[4];
            _next += 5;
            _line += Accept('\r') | Accept('\n') ? 1 : 0;
            return stated;
        }

        var (commas, tabs, semicolons) = CountInFirstLine(head);
        return tabs > 0 && tabs >= commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static (int Commas, int Tabs, int Semicolons) CountInFirstLine(ReadOnlySpan<char> head)
    {
        var (commas, tabs, semicolons) = (0, 0, 0);
        var isQuoted = false;
        foreach (var c in head.TrimStart("\r\n"))
        {
            if (c is '\n' or '\r' && !isQuoted)
            {
                break;
            }

            isQuoted ^= c == '"';
            commas += c == ',' && !isQuoted ? 1 : 0;
            tabs += c == '\t' && !isQuoted ? 1 : 0;
            semicolons += c == ';' && !isQuoted ? 1 : 0;
        }

        return (commas, tabs, semicolons);
    }
}
