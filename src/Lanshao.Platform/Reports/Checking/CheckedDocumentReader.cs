using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Reads a document for the rules: follows headings, annexes and tables in reading order.</summary>
internal sealed class CheckedDocumentReader
{
    private const int LongestTitle = 80;
    private const int ShortestCellText = 12;
    private static readonly string[] ListMarks = ["附件：", "附件:", "附表：", "附表:"];
    private readonly SourceDocument _document;
    private readonly NameBook _names;
    private readonly Outline _outline = new();
    private readonly List<Passage> _passages = [];
    private readonly List<TableView> _tables = [];
    private readonly List<AnnexEntry> _annexes = [];
    private readonly List<AnnexEntry> _annexMarks = [];
    private readonly Dictionary<int, Spot> _annexTitles = [];
    private readonly List<Spot> _around = [];
    private int? _annexNumber;
    private bool _inAnnexList;

    private CheckedDocumentReader(SourceDocument document, NameBook names) => (_document, _names) = (document, names);

    public static CheckedDocument Read(SourceDocument document, NameBook names) => new CheckedDocumentReader(document, names).Read();

    private CheckedDocument Read()
    {
        for (var i = 0; i < _document.Blocks.Count; i++)
        {
            if (_document.Blocks[i] is TableBlock table)
            {
                ReadTable(table, i);
            }
            else if (_document.Blocks[i] is ParagraphBlock { IsEmpty: false } paragraph)
            {
                ReadParagraph(paragraph, i);
            }
        }

        var title = TitleOf();
        var year = PeriodWords.YearIn(title) ?? _passages.Take(8).Select(passage => PeriodWords.YearIn(passage.Text)).FirstOrDefault(found => found is not null);
        return new CheckedDocument(_document, title, year, year is { } known ? PeriodWords.SpanOf(title, known) : null, _passages, _tables, _annexes, _annexMarks, _annexTitles, _names);
    }

    private string TitleOf() => LineJoin.Join([.. _document.Paragraphs.Where(p => !p.IsEmpty).Take(6).Select(p => p.Text)
        .TakeWhile((text, i) => i == 0 || (!text.Contains('。', StringComparison.Ordinal) && Outline.LevelOf(text, out _, out _) == 0))]);

    private void ReadParagraph(ParagraphBlock paragraph, int index)
    {
        var text = ChineseText.ToHalfWidth(paragraph.Text).Trim();
        if (ReadAnnexMark(text, paragraph) || ReadAnnexList(text, paragraph))
        {
            return;
        }

        _outline.Enter(text);
        var where = _outline.Where(index + 1);
        var spot = new Spot(Spot.Cut(paragraph.Text.Trim()), where, paragraph.Origin);
        if (_annexNumber is { } number && !_annexTitles.ContainsKey(number) && IsTitle(text))
        {
            _annexTitles[number] = spot;
        }

        _around.Add(spot);
        _passages.Add(new Passage(paragraph.Text, where, _outline.Subject, _outline.Annex, null, null, paragraph.Origin));
    }

    // 附件2, 附表2, alone in its paragraph or before a short title.
    private bool ReadAnnexMark(string text, ParagraphBlock paragraph)
    {
        var compact = ChineseText.Compact(text);
        if (!(compact.StartsWith("附件", StringComparison.Ordinal) || compact.StartsWith("附表", StringComparison.Ordinal)) || compact.Length > 60)
        {
            return false;
        }

        var end = 2;
        while (end < compact.Length && char.IsAsciiDigit(compact[end]) && end < 5)
        {
            end++;
        }

        var rest = compact[end..].TrimStart('：', ':', '-', '—');
        if ((end == 2 && (rest.Length > 0 || compact.Length > 2)) || (rest.Length > 0 && (_inAnnexList || compact[end] is not ('：' or ':') || _tables.Count == 0 && _annexNumber is null && _annexes.Count == 0)))
        {
            return false;
        }

        if (end > 2)
        {
            _annexMarks.Add(new AnnexEntry(int.Parse(compact.AsSpan(2, end - 2), CultureInfo.InvariantCulture), compact[..2], new Spot(Spot.Cut(compact), compact[..end], paragraph.Origin)));
        }

        BeginAnnex(compact[..end], end == 2 ? 1 : int.Parse(compact.AsSpan(2, end - 2), CultureInfo.InvariantCulture));
        if (rest.Length > 0)
        {
            _annexTitles[_annexNumber!.Value] = new Spot(rest, compact[..end], paragraph.Origin);
            _around.Add(_annexTitles[_annexNumber.Value]);
        }

        return true;
    }

    private void BeginAnnex(string name, int number)
    {
        _inAnnexList = false;
        _annexNumber = number;
        _outline.EnterAnnex(name);
        _around.Clear();
    }

    // 附件：1.… or 附表：1.…, then 2.… on lines of their own.
    private bool ReadAnnexList(string text, ParagraphBlock paragraph)
    {
        var begins = Array.Exists(ListMarks, mark => text.StartsWith(mark, StringComparison.Ordinal));
        _inAnnexList = begins || _inAnnexList;
        var entry = begins ? text[3..].Trim() : text;
        if (!_inAnnexList)
        {
            return false;
        }

        // A title may begin with a year: 5.2024年….
        var digits = entry.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var isNumbered = digits is 1 or 2 && entry[digits] is '.' or '．' or '、';
        _inAnnexList = isNumbered || begins;
        if (_inAnnexList && entry.Length > 0)
        {
            var ordinal = isNumbered ? int.Parse(entry.AsSpan(0, digits), CultureInfo.InvariantCulture) : 1;
            _annexes.Add(new AnnexEntry(ordinal, isNumbered ? entry[(digits + 1)..].Trim() : entry, new Spot(Spot.Cut(entry), "附件清单", paragraph.Origin)));
        }

        return _inAnnexList;
    }

    private void ReadTable(TableBlock table, int index)
    {
        _inAnnexList = false;
        var label = _outline.Annex ?? $"表{Numbers.Count(table.Origin.Table ?? (_tables.Count + 1))}";
        var after = After(index).ToList();
        var title = _around.FindLast(spot => IsTitle(spot.Text)) ?? after.Find(spot => IsTitle(spot.Text)) ?? new Spot("", label, table.Origin);
        if (_annexNumber is { } number)
        {
            _annexTitles.TryAdd(number, title);
        }

        var view = TableViewReader.Read(table, label, _outline.Annex, title, [.. _around.TakeLast(6), .. after]);
        if (view is not null)
        {
            _tables.Add(view);
            AddCellPassages(view);
        }

        _around.Clear();
    }

    private IEnumerable<Spot> After(int index) => _document.Blocks.Skip(index + 1).TakeWhile(block => block is ParagraphBlock).Cast<ParagraphBlock>()
        .Where(paragraph => !paragraph.IsEmpty).Take(3)
        .TakeWhile(paragraph => !IsNextAnnex(paragraph.Text.TrimStart()))
        .Select(paragraph => new Spot(Spot.Cut(paragraph.Text.Trim()), _outline.Annex ?? $"第{Numbers.Count(paragraph.Origin.Block ?? 0)}段", paragraph.Origin));

    private static bool IsNextAnnex(string text) => text.StartsWith("附件", StringComparison.Ordinal) || text.StartsWith("附表", StringComparison.Ordinal) || (text.Length > 1 && text[0] == '附' && char.IsAsciiDigit(text[1]));

    // What a table of corrections quotes from before is no longer said.
    private void AddCellPassages(TableView view)
    {
        var gone = view.Columns.Any(column => Headings.IsCorrected(column.Heading)) ? view.Columns.Where(column => Headings.IsReplaced(column.Heading)).Select(column => column.Index).ToHashSet() : [];
        foreach (var line in view.Lines)
        {
            foreach (var cell in line.Cells.Where((cell, at) => !gone.Contains(at) && !cell.IsCovered && cell.Figure is null && cell.Text.Length >= ShortestCellText))
            {
                foreach (var paragraph in cell.Source.Content.OfType<ParagraphBlock>().Where(paragraph => !paragraph.IsEmpty))
                {
                    _passages.Add(new Passage(paragraph.Text, WhereOf(view, line, cell), "", view.Annex, view, line, paragraph.Origin));
                }
            }
        }
    }

    private static string WhereOf(TableView view, TableLine line, CellView cell)
    {
        var serial = view.Columns.FirstOrDefault(column => column.Role == ColumnRole.Serial || Headings.IsSerial(column.Heading));
        var row = serial is not null && line.Cells[serial.Index].Text.Length > 0 ? $"第{line.Cells[serial.Index].Text}项" : $"第{Numbers.Count(line.Number)}行";
        var column = view.Columns.FirstOrDefault(c => ReferenceEquals(line.Cells[c.Index], cell));
        return column is { Heading.Length: > 0 } ? $"{view.Label} {row} {column.Heading}" : $"{view.Label} {row}";
    }

    private static bool IsTitle(string text) =>
        text.Length is > 3 and <= LongestTitle && text[0] is not ('（' or '(') && !text.Contains('。', StringComparison.Ordinal) && !text.Contains("单位：", StringComparison.Ordinal) && !text.Contains("单位:", StringComparison.Ordinal)
        && !text.Contains("排序", StringComparison.Ordinal) && !text.StartsWith("数据来源", StringComparison.Ordinal) && !text.StartsWith('注') && !text.StartsWith("备注", StringComparison.Ordinal);
}
