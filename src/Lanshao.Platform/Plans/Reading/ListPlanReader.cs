using System.Buffers;
using Lanshao.Documents.Blocks;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>
/// Reads task lists that are written as text: 一、 sections, （一） tasks, 1. or 一是 measures, duties in brackets or in lines of their own.
/// Where no number stands below 一、, those are the tasks.
/// </summary>
internal sealed class ListPlanReader(AnnexBuilder annex, MeasureReader measures, FindingLog log)
{
    private const int LongestNounPhrase = 20;
    private static readonly SearchValues<char> SentenceSigns = SearchValues.Create("，；0123456789");
    private readonly List<ListEntry> _entries = [];
    private OpenTask _task = new("", "", null, null);
    private bool _isNewTask;

    /// <summary>Reads the paragraphs; answers whether they hold a list with duties at all.</summary>
    public bool TryRead(IReadOnlyList<Block> blocks)
    {
        var sections = ListOutline.Of(blocks);
        if (!sections.Exists(section => section.HasUnits))
        {
            return false;
        }

        var isFlat = sections.TrueForAll(section => section.TaskLevel == 0);
        foreach (var section in sections)
        {
            if (section.HasUnits || section.SetsGoals)
            {
                ReadSection(section, isFlat);
            }
            else
            {
                AskAboutLeftOut(section.Heading ?? section.Lines[0]);
            }
        }

        return true;
    }

    private void ReadSection(ListSection section, bool isFlat)
    {
        if (section.Heading is { } heading)
        {
            ReadHeading(heading, isFlat);
        }

        foreach (var line in section.Lines)
        {
            if (line.Level == section.TaskLevel && line.Level > 0)
            {
                Flush(section);
                BeginTask(line);
            }
            else if (IsIntroduction(section, line))
            {
                AskAboutLeftOut(line);
            }
            else
            {
                AddText(line.Text, line.Origin, line.Level > 0);
            }
        }

        Flush(section);
    }

    // 三、重点任务 is a section; 三、重点任务。治理… begins with a measure of its own.
    private void ReadHeading(ListLine heading, bool isFlat)
    {
        if (isFlat)
        {
            BeginTask(heading);
            return;
        }

        var (title, rest) = TitleOf(heading.Text);
        annex.AddSection(title.Length > 0 ? title : heading.Text);
        _task = new OpenTask("", "", null, null);
        _isNewTask = true;
        AddText(rest, heading.Origin, isNumbered: true);
    }

    // What stands between a section's heading and its first task.
    private bool IsIntroduction(ListSection section, ListLine line) =>
        section.TaskLevel > 0 && !section.SetsGoals && _task.Number.Length == 0 && _entries.Count == 0 && line.Level == 0 && DutyBracket.Find(line.Text, 0) is null;

    private void AskAboutLeftOut(ListLine line) =>
        log.Add("PLAN-044", Severity.Note, new RowPlace(annex.Number), line.Text, ("text", line.Text.Length > 30 ? line.Text[..30] + "…" : line.Text));

    private void BeginTask(ListLine line)
    {
        SectionNumber.Read(line.Text, out var length);
        var (title, rest) = TitleOf(line.Text[length..].TrimStart());
        var duty = DutyBracket.Find(rest, 0);
        var isForAll = title.Length > 0 && duty is not null && rest[..duty.Start].Trim('。', ' ').Length == 0 && rest[duty.End..].Trim('。', ' ').Length == 0;
        _task = new OpenTask(line.Text[..length].TrimEnd('、', '.', '．', ' '), title, isForAll ? duty : null, line.Origin);
        _isNewTask = true;
        AddText(isForAll ? "" : rest, line.Origin, isNumbered: true);
    }

    // （一）强化管控。加强…: the title ends at the first 。 or is the whole line up to the duties; a sentence that duties follow is the measure itself.
    private static (string Title, string Behind) TitleOf(string text)
    {
        var duty = DutyBracket.Find(text, 0);
        var words = text[..(duty?.Start ?? text.Length)].Trim();
        var end = words.TrimEnd('。').IndexOf('。');
        if (end > 0)
        {
            return ListLine.IsHeading(words[..end]) ? (words[..end], text[(end + 1)..]) : ("", text);
        }

        return !ListLine.IsHeading(words) || (duty is not null && !IsNounPhrase(words)) ? ("", text) : (words.TrimEnd('。', '：', ':'), text[(duty?.Start ?? text.Length)..]);
    }

    private static bool IsNounPhrase(string words) => words.Length <= LongestNounPhrase && !words.AsSpan().ContainsAny(SentenceSigns);

    // A bracket serves the pieces before it that have none; a bracket alone serves the paragraphs above.
    private void AddText(string text, Origin origin, bool isNumbered)
    {
        var isNew = isNumbered;
        for (var from = 0; from < text.Length;)
        {
            var duty = DutyBracket.Find(text, from);
            foreach (var piece in PiecesOf(text[from..(duty?.Start ?? text.Length)]))
            {
                AddPiece(piece, origin, isNew);
                isNew = false;
            }

            if (duty is not null)
            {
                GiveDuty(duty);
            }

            from = duty?.End ?? text.Length;
        }
    }

    private void AddPiece(string piece, Origin origin, bool isNew)
    {
        var words = piece.Trim().TrimStart('。', '；', ';', '，');
        if (words.Trim('。', '；', ';', ' ', '，').Length == 0)
        {
            return;
        }

        var isPoint = SectionNumber.LevelOf(words) == 5;
        if (isNew || _entries.Count == 0 || _entries[^1].Duty is not null || (isPoint && !_entries[^1].IsLeadIn))
        {
            _entries.Add(new ListEntry());
        }

        _entries[^1].Add(words, origin, isPoint);
    }

    private void GiveDuty(DutyBracket duty)
    {
        var from = _entries.FindIndex(entry => entry.Duty is null);
        var last = _entries.Count > 0 ? _entries[^1].Duty : null;
        foreach (var entry in from >= 0 ? _entries[from..] : _entries.FindAll(entry => ReferenceEquals(entry.Duty, last)))
        {
            entry.Duty = from >= 0 ? duty : last!.And(duty);
        }

        _task = from < 0 && _entries.Count == 0 ? _task with { Duty = _task.Duty?.And(duty) ?? duty } : _task;
    }

    // 一是…；二是…: each a measure of its own.
    private static IEnumerable<string> PiecesOf(string text)
    {
        var from = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] is '。' or '；' or ';' or '：' or '，' && SectionNumber.LevelOf(text.AsSpan(i)) == 5)
            {
                yield return text[from..i];
                from = i;
            }
        }

        yield return text[from..];
    }

    private void Flush(ListSection section)
    {
        if (_entries.Count == 0 && _task is { Duty: not null, Origin: { } origin })
        {
            AddPiece(_task.Title, origin, isNew: true);
        }

        foreach (var entry in _entries)
        {
            var duty = entry.Duty ?? _task.Duty;
            var place = annex.NextRow(_task.Number, _task.Title, isContinued: !_isNewTask);
            _isNewTask = false;
            if (duty is null && section.HasUnits)
            {
                log.Add("PLAN-017", Severity.Note, place, entry.Paragraphs[0]);
            }

            annex.Add(measures.Read(entry, duty, place));
        }

        _entries.Clear();
        _task = _task with { Duty = null, Origin = null };
    }

    /// <param name="Number">The number as printed.</param>
    /// <param name="Title">The title; empty where the line is a sentence.</param>
    /// <param name="Duty">Duties behind the title, for every measure of the task.</param>
    /// <param name="Origin">Where the title stands.</param>
    private sealed record OpenTask(string Number, string Title, DutyBracket? Duty, Origin? Origin);
}

/// <summary>A measure of a list while its paragraphs are gathered.</summary>
internal sealed class ListEntry
{
    public List<string> Paragraphs { get; } = [];

    public List<Origin> Origins { get; } = [];

    public DutyBracket? Duty { get; set; }

    /// <summary>Whether it holds only the words before 一是.</summary>
    public bool IsLeadIn { get; private set; } = true;

    public void Add(string words, Origin origin, bool isPoint)
    {
        Paragraphs.Add(words);
        Origins.Add(origin);
        IsLeadIn = IsLeadIn && !isPoint;
    }
}
