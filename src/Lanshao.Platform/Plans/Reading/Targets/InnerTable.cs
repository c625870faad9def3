using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Plans.Reading.Targets;

/// <summary>Reads a table inside a measure's cell: a figure belongs to the heading above it and the words at the head of its row, one of them the indicator and the other the place or 目标值.</summary>
internal sealed class InnerTable
{
    // Columns that tell what was, or how it will be reported.
    private static readonly string[] NotAsked = ["实际", "现状", "完成", "上年", "去年", "基数", "基准", "同比", "备注", "说明", "单位"];
    private static readonly string[] Asked = ["目标", "指标值", "控制值", "控制线", "任务", "要求", "限值"];

    private readonly TableBlock _table;
    private readonly RowTargets _row;
    private readonly int _body;
    private readonly List<Head> _heads;

    private InnerTable(TableBlock table, RowTargets row)
    {
        (_table, _row) = (table, row);
        _body = Math.Max(1, table.Rows.TakeWhile(line => !line.OwnCells.Any(cell => IsFigure(cell.Text))).Count());
        _heads = [.. Enumerable.Range(0, table.ColumnCount).Select(column => HeadOf(string.Join("", table.Rows.Take(_body).Select(line => line.Cells[column].Anchor.Text).Distinct())))];
    }

    /// <summary>Reads the targets of a table; tells whether there was one.</summary>
    public static bool Read(TableBlock table, RowTargets row)
    {
        var before = row.Found.Count;
        var inner = new InnerTable(table, row);
        foreach (var line in table.Rows.Skip(inner._body))
        {
            inner.ReadRow(line);
        }

        return row.Found.Count > before;
    }

    private void ReadRow(TableRow line)
    {
        var label = line.Cells.FirstOrDefault(cell => cell.Anchor.Text.Length > 0 && !IsFigure(cell.Anchor.Text) && _heads[cell.Column].Name != "序号");
        if (label is null)
        {
            return;
        }

        var head = HeadOf(label.Anchor.Text);
        var unit = _heads.FindIndex(column => column.Name is "单位" or "计量单位") is >= 0 and var at ? UnitOf(line.Cells[at].Anchor.Text) : null;
        foreach (var cell in line.OwnCells.Where(cell => cell.Column > label.Column))
        {
            if (Meaning(head, _heads[cell.Column]) is { } meaning)
            {
                Add(line, cell, meaning with { Unit = meaning.Unit ?? unit });
            }
        }
    }

    // Indicators over places, places over indicators, or indicators beside their values.
    private Head? Meaning(Head label, Head column)
    {
        if (Array.Exists(NotAsked, column.Name.Contains) || IsOfAnotherYear(column.Name))
        {
            return null;
        }

        if (PlaceOf(label.Name) is { } place && Indicator(column) is { } measured)
        {
            return measured with { Scope = place };
        }

        return Indicator(label) is not { } indicator ? null
            : PlaceOf(column.Name) is { } above ? indicator with { Scope = above }
            : Array.Exists(Asked, column.Name.Contains) || IsOfThisYear(column.Name) ? indicator with { Unit = indicator.Unit ?? column.Unit }
            : null;
    }

    private void Add(TableRow line, TableCell cell, Head meaning)
    {
        var text = ChineseText.Compact(cell.Text);
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0 || !ChineseNumber.TryReadAt(text, start, out var number))
        {
            return;
        }

        var (before, behind) = (BoundWords.ReadBefore(text, start), start + number.Length);
        var unit = MeasurementUnits.ReadAt(text, behind, out var length) ?? meaning.Unit;
        var bound = BoundWords.Combine(before.Bound, BoundWords.ReadAfter(text, behind + length).Bound, Hedge.None);
        var words = string.Join('　', line.OwnCells.Select(other => other.Text.Trim()).Where(other => other.Length > 0));
        var clause = new Clause($"{meaning.Name}：{words}", new Sentence(), 0);
        var target = new FoundTarget(meaning.Name, Comparators.Of(bound, meaning.Name), number.Value, unit?.Name ?? "")
        {
            Scope = meaning.Scope,
            Strength = Strengths.Of(text, bound),
            IsStrict = before.IsStrict,
        };
        _row.Add(clause, target, cell.Origin);
    }

    private Head? Indicator(Head head) =>
        SubjectReader.Read(head.Name, _row) is { Indicators: [var name] } subject && (Terms.IsMeasured(name) || Terms.IsSubstance(name)) ? head with { Name = name, Scope = subject.Scope } : null;

    private IReadOnlyList<string>? PlaceOf(string text) =>
        text.Length == 0 ? null
        : _row.SubdistrictOf(text) is { } known ? [known]
        : ScopeReader.Read(text, _row, out var scope, out _) == text.Length ? scope : null;

    private bool IsOfThisYear(string heading) => YearsIn(heading).Any(year => year == _row.Context.Year);

    private bool IsOfAnotherYear(string heading) => YearsIn(heading).Any() && !IsOfThisYear(heading);

    private IEnumerable<int> YearsIn(string heading) => _row.Context.DatesIn(heading).Select(date => (date.Due ?? date.From)!.Value.Year);

    // PM2.5年均浓度（微克/立方米）: the unit in brackets or behind a comma goes to the figures below.
    private static Head HeadOf(string text)
    {
        var compact = ChineseText.Compact(text);
        var open = compact.AsSpan().LastIndexOfAny('（', '(');
        var close = compact.AsSpan().LastIndexOfAny('）', ')');
        return open > 0 && close > open && UnitOf(compact[(open + 1)..close]) is { } unit ? new Head(compact[..open] + compact[(close + 1)..], unit, []) : new Head(compact, null, []);
    }

    private static MeasurementUnit? UnitOf(string text)
    {
        var words = ChineseText.Compact(text);
        words = words.StartsWith("单位", StringComparison.Ordinal) ? words[2..].TrimStart('：', ':') : words;
        return MeasurementUnits.ReadAt(words, 0, out var length) is { } unit && length == words.Length ? unit : null;
    }

    private static bool IsFigure(string text)
    {
        var compact = ChineseText.Compact(text);
        var start = BoundWordsLength(compact);
        return start < compact.Length && char.IsAsciiDigit(compact[start]) && !compact.AsSpan(start).Contains('年');
    }

    private static int BoundWordsLength(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        return start <= 0 ? Math.Max(0, start) : BoundWords.ReadBefore(text, start) is { Start: 0 } ? start : text.Length;
    }

    /// <summary>A heading or the head of a row: its words, the unit in its brackets, the places that it names.</summary>
    private sealed record Head(string Name, MeasurementUnit? Unit, IReadOnlyList<string> Scope);
}
