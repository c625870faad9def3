using System.Text;

namespace Lanshao.Platform.Districts.Packs;

/// <summary>Reads a CSV file of the pack by the names of its columns, each field with line and column. RFC 4180, UTF-8.</summary>
internal sealed class PackCsv
{
    private const int MostRows = 20_000;
    private const int LongestField = 2_000;

    private readonly string _file;
    private readonly string _text;
    private readonly PackProblems _problems;
    private int _at;
    private int _line = 1;
    private int _column = 1;

    private PackCsv(string file, string text, PackProblems problems)
    {
        _file = file;
        _text = text;
        _problems = problems;
    }

    /// <summary>Reads the rows of a file. A column that is missing or unknown is a problem of the first line, and no row is read then.</summary>
    /// <param name="files">The pack.</param>
    /// <param name="path">The file; a missing one gives no rows.</param>
    /// <param name="columns">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static IReadOnlyList<PackRow> Read(PackFiles files, string path, IReadOnlyList<string> columns, IReadOnlyList<string> optional, PackProblems problems)
    {
        if (files.Find(path) is not { } file)
        {
            return [];
        }

        if (file.Text() is not { } text)
        {
            problems.Error("PACK-003", new(path));
            return [];
        }

        return new PackCsv(path, text, problems).ReadRows(columns, optional);
    }

    private List<PackRow> ReadRows(IReadOnlyList<string> columns, IReadOnlyList<string> optional)
    {
        var rows = new List<PackRow>();
        if (ReadRecord() is not { } head || !HeadFits(head, columns, optional))
        {
            return rows;
        }

        var names = head.ConvertAll(field => field.Value);
        while (ReadRecord() is { } record && rows.Count < MostRows)
        {
            if (record.Count == head.Count)
            {
                rows.Add(new(names, record, _problems));
            }
            else
            {
                _problems.Error("PACK-015", record[0].Spot, ("expected", Count(head.Count)), ("found", Count(record.Count)));
            }
        }

        return rows;
    }

    private bool HeadFits(List<PackField> head, IReadOnlyList<string> columns, IReadOnlyList<string> optional)
    {
        var known = columns.Concat(optional).ToList();
        var missing = columns.Except(head.Select(field => field.Value)).ToList();
        foreach (var name in missing)
        {
            _problems.Error("PACK-014", head[0].Spot, ("key", name));
        }

        var unknown = head.Where((field, i) => !known.Contains(field.Value) || head.FindIndex(other => other.Value == field.Value) != i).ToList();
        foreach (var field in unknown)
        {
            _problems.Error("PACK-007", field.Spot, ("key", field.Value), ("nearest", Nearest.To(field.Value, known) ?? ""), ("known", string.Join(", ", known)));
        }

        return missing.Count == 0 && unknown.Count == 0;
    }

    private List<PackField>? ReadRecord()
    {
        while (_at < _text.Length && _text[_at] is '\r' or '\n')
        {
            Move();
        }

        if (_at >= _text.Length)
        {
            return null;
        }

        var fields = new List<PackField> { ReadField() };
        while (_at < _text.Length && _text[_at] == ',')
        {
            Move();
            fields.Add(ReadField());
        }

        return fields;
    }

    private PackField ReadField()
    {
        var spot = new PackSpot(_file, _line, _column);
        var field = new StringBuilder();
        var isQuoted = _at < _text.Length && _text[_at] == '"';
        if (isQuoted)
        {
            ReadQuoted(field, spot);
        }

        while (_at < _text.Length && _text[_at] is not (',' or '\r' or '\n'))
        {
            if (isQuoted)
            {
                _problems.Error("PACK-016", new(_file, _line, _column));
                isQuoted = false;
            }

            field.Append(_text[_at]);
            Move();
        }

        if (field.Length > LongestField)
        {
            _problems.Error("PACK-009", spot, ("expected", Count(LongestField)), ("found", Count(field.Length)));
            field.Length = LongestField;
        }

        return new(field.ToString(), spot);
    }

    private void ReadQuoted(StringBuilder field, PackSpot spot)
    {
        Move();
        while (_at < _text.Length)
        {
            var c = _text[_at];
            Move();
            if (c != '"')
            {
                field.Append(c);
            }
            else if (_at < _text.Length && _text[_at] == '"')
            {
                field.Append('"');
                Move();
            }
            else
            {
                return;
            }
        }

        _problems.Error("PACK-016", spot);
    }

    private void Move()
    {
        var isEnd = _text[_at] == '\n' || (_text[_at] == '\r' && (_at + 1 >= _text.Length || _text[_at + 1] != '\n'));
        (_line, _column) = isEnd ? (_line + 1, 1) : (_line, _column + 1);
        _at++;
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
