using System.Globalization;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Builds an annex row by row: which section a row stands in, and whether it begins a task or goes on with one.</summary>
internal sealed class AnnexBuilder(int number, string? title, FindingLog log)
{
    private readonly List<OpenSection> _sections = [];
    private readonly List<OpenSection> _path = [];
    private OpenTask? _task;
    private int _lastNumber;

    public int Number => number;

    public List<string> Columns { get; } = [];

    public int Rows { get; private set; }

    public void AddSection(string text)
    {
        var level = Math.Max(1, SectionNumber.LevelOf(text));
        _path.RemoveAll(section => section.Level >= level);
        var section = new OpenSection(level, text, _path.ConvertAll(above => above.Title));
        _sections.Add(section);
        _path.Add(section);
        _task = null;
    }

    /// <summary>Answers the place of the next row, and to which task it belongs.</summary>
    public RowPlace NextRow(string taskNumber, string taskTitle, bool isContinued)
    {
        Rows++;
        if (_task is not { } task || IsNewTask(task, taskNumber, taskTitle, isContinued))
        {
            BeginTask(taskNumber, taskTitle);
        }

        return new RowPlace(number, _task!.Number, Rows);
    }

    public void Add(MeasureReading measure) => _task!.Measures.Add(measure);

    public AnnexReading Build()
    {
        var sections = _sections.Where(section => section.Tasks.Count > 0 || !_sections.Exists(other => other.Above.Contains(section.Title)))
            .Select(section => new SectionReading(section.Title, section.Above, section.Tasks));
        return new AnnexReading(number, title, PlanDomains.Of(title), Columns, [.. sections]);
    }

    private static bool IsNewTask(OpenTask task, string nextNumber, string nextTitle, bool isContinued)
    {
        if (isContinued || (nextNumber.Length == 0 && (nextTitle.Length == 0 || nextTitle == task.Title)))
        {
            return false;
        }

        return nextNumber.Length == 0 || nextNumber != task.Number || (nextTitle.Length > 0 && ChineseText.Compact(nextTitle) != ChineseText.Compact(task.Title));
    }

    private void BeginTask(string taskNumber, string taskTitle)
    {
        AskAboutNumber(taskNumber, taskTitle);
        if (_sections.Count == 0)
        {
            _sections.Add(new OpenSection(1, "", []));
        }

        _task = new OpenTask(taskNumber, taskTitle);
        _sections[^1].Tasks.Add(new TaskReading(taskNumber, taskTitle, _task.Measures));
    }

    private void AskAboutNumber(string taskNumber, string taskTitle)
    {
        var place = new RowPlace(number, taskNumber, Rows);
        if (taskNumber.Length == 0)
        {
            if (_lastNumber > 0)
            {
                log.Add("PLAN-042", Severity.Note, place, taskTitle, ("title", taskTitle));
            }

            return;
        }

        if (_task is { } task && task.Number == taskNumber)
        {
            log.Add("PLAN-041", Severity.Warning, place, taskTitle, ("title", taskTitle), ("before", task.Title));
        }

        if (!int.TryParse(taskNumber.TrimEnd('.', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return;
        }

        if (_lastNumber > 0 && count > _lastNumber + 1)
        {
            var missing = count == _lastNumber + 2 ? Text(count - 1) : $"{Text(_lastNumber + 1)}—{Text(count - 1)}";
            log.Add("PLAN-043", Severity.Warning, place, taskTitle, ("missing", missing));
        }

        _lastNumber = count;
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed record OpenSection(int Level, string Title, IReadOnlyList<string> Above)
    {
        public List<TaskReading> Tasks { get; } = [];
    }

    private sealed record OpenTask(string Number, string Title)
    {
        public List<MeasureReading> Measures { get; } = [];
    }
}
