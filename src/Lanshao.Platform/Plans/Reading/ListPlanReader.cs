using Lanshao.Documents.Blocks;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads task lists that are written as text: 一、 sections, （一） tasks, 1. or 一是 measures, duties in brackets.</summary>
internal sealed class ListPlanReader(AnnexBuilder annex, MeasureReader measures)
{
    private const int LongestHeading = 40;
    private readonly List<Entry> _entries = [];
    private (string Number, string Title) _task = ("", "");
    private bool _isNewTask;

    /// <summary>Reads the paragraphs; answers whether they hold a list with duties at all.</summary>
    public bool TryRead(IReadOnlyList<Block> blocks)
    {
        var paragraphs = blocks.OfType<ParagraphBlock>().Where(paragraph => !paragraph.IsEmpty).ToList();
        if (!paragraphs.Exists(paragraph => DutyBracket.Find(paragraph.Text, 0) is not null))
        {
            return false;
        }

        foreach (var paragraph in paragraphs)
        {
            ReadParagraph(paragraph.Text.Trim(), paragraph.Origin);
        }

        Flush();
        return true;
    }

    private void ReadParagraph(string text, Origin origin)
    {
        var level = SectionNumber.Read(text, out var length);
        if (level == 1 && IsHeading(text))
        {
            Flush();
            annex.AddSection(text);
            _task = ("", "");
            return;
        }

        if (level is 2 or 3 or 4 && BeginsTask(level))
        {
            Flush();
            text = BeginTask(text, length);
            _taskLevel = level;
        }

        AddMeasures(text, origin);
    }

    private int _taskLevel;

    // The first kind of number below the sections counts the tasks; deeper numbers count measures.
    private bool BeginsTask(int level) => _taskLevel == 0 || level <= _taskLevel;

    // （一）强化管控。加强…: the title ends at the first 。 or is the whole line.
    private string BeginTask(string text, int length)
    {
        var rest = text[length..].TrimStart();
        var end = rest.IndexOf('。');
        var isHeading = IsHeading(rest) && DutyBracket.Find(rest, 0) is null;
        var hasTitle = end > 0 && end <= LongestHeading && end < rest.Length - 1;
        _task = (text[..length].TrimEnd('、', '.'), isHeading ? rest.TrimEnd('。') : hasTitle ? rest[..end] : "");
        _isNewTask = true;
        return isHeading ? "" : hasTitle ? rest[(end + 1)..] : rest;
    }

    private static bool IsHeading(string text) => text.Length <= LongestHeading && !text.Contains('；') && text.TrimEnd('。').IndexOf('。') < 0 && !text.EndsWith('）');

    // A bracket serves the pieces before it that have none; a bracket alone serves the paragraphs above.
    private void AddMeasures(string text, Origin origin)
    {
        var from = 0;
        while (from < text.Length)
        {
            var duty = DutyBracket.Find(text, from);
            var words = text[from..(duty?.Start ?? text.Length)];
            foreach (var piece in PiecesOf(words))
            {
                _entries.Add(new Entry(piece, null, origin));
            }

            for (var i = _entries.Count - 1; duty is not null && i >= 0 && _entries[i].Duty is null; i--)
            {
                _entries[i] = _entries[i] with { Duty = duty };
            }

            from = duty?.End ?? text.Length;
        }
    }

    // 一是…；二是…: each a measure of its own.
    private static IEnumerable<string> PiecesOf(string text)
    {
        var from = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] is '。' or '；' or ';' or '：' && SectionNumber.LevelOf(text.AsSpan(i)) == 5)
            {
                yield return text[from..i];
                from = i;
            }
        }

        yield return text[from..];
    }

    private void Flush()
    {
        foreach (var entry in _entries)
        {
            var text = entry.Text.Trim('。', '；', ';', ' ', '，');
            if (text.Length == 0)
            {
                continue;
            }

            var place = annex.NextRow(_task.Number, _task.Title, isContinued: !_isNewTask && annex.Rows > 0 && _task.Number.Length > 0);
            _isNewTask = false;
            var roles = (entry.Duty?.Units ?? []).Select(unit => unit.Column).ToList();
            annex.Add(measures.Read([Sentence(entry.Text)], entry.Duty, roles, place, entry.Origin));
        }

        _entries.Clear();
    }

    private static string Sentence(string text) => text.Trim().TrimStart('。', '；', ';', '，');

    private sealed record Entry(string Text, DutyBracket? Duty, Origin Origin);
}
