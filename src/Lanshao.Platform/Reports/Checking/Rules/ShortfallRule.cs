using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>改造任务1000户，完成率96.0%，还差40户; 任务620吨，完成688吨，超额68吨: what is missing or too much is the way between the task and what is done, both in the paragraph or both in the row that the words name; said again elsewhere it is the same.</summary>
internal static class ShortfallRule
{
    private const int LongestLead = 6;
    private const int LongestName = 8;
    private static readonly string[] Words = ["还差", "尚差", "仍差", "相差", "缺口", "差额", "结余", "节余"];
    private static readonly string[] Beyond = ["超额", "超额完成", "超计划", "超任务"];
    private static readonly string[] Tasks = ["任务", "目标", "计划", "指标"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var said = new List<(Sentence Sentence, Figure Missing)>();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            foreach (var missing in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && figure.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) } && IsMissing(sentence, figure)))
            {
                var rest = new Rest(sentence, missing, IsBeyond: false);
                CheckRest(rest, [.. InPassage(rest), .. InRows(document, rest)], said, log);
                said.Add((sentence, missing));
            }

            foreach (var more in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false } && figure.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) } && IsBeyond(sentence, figure)))
            {
                CheckRest(new Rest(sentence, more, IsBeyond: true), [.. InPassage(new Rest(sentence, more, IsBeyond: true))], [], log);
            }
        }
    }

    // 超额68吨, 超额完成年度计划（10场）2场.
    private static bool IsBeyond(Sentence sentence, Figure figure) =>
        sentence.ClauseBefore(figure.Start) is var clause && Array.Find(Beyond, clause.Contains) is { } word && clause[(clause.IndexOf(word, StringComparison.Ordinal) + word.Length)..] is var between
        && (between.Length <= 2 || (between.EndsWith('）') && Array.Exists(Tasks, between.Contains)));

    private static bool IsMissing(Sentence sentence, Figure figure) =>
        sentence.Before(figure.Start, LongestLead) is var lead && Array.Exists(Words, lead.Contains) && (!lead.Contains("相差", StringComparison.Ordinal) || Array.Exists(Tasks, sentence.ClauseBefore(figure.Start).Contains));

    private static void CheckRest(Rest rest, List<Pair> pairs, List<(Sentence Sentence, Figure Missing)> said, CheckLog log)
    {
        var (sentence, missing) = (rest.Sentence, rest.Figure);
        var name = sentence.ClauseBefore(missing.Start);
        var same = said.FindLast(other => other.Missing.Unit!.Name == missing.Unit!.Name && Likeness.LongestCommon(other.Sentence.Context(other.Missing.Start), name.Split('距')[0]) is { Length: > 1 and <= LongestName });
        if (pairs.Exists(pair => pair.Apart.Overlaps(missing.Rounded)) || (pairs.Count == 0 && same.Missing is { } again && again.Value == missing.Value))
        {
            log.Agree();
        }
        else if (pairs.Count > 0)
        {
            log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, pairs[^1].Places, sentence.Quote(missing).Text, Numbers.Like(missing, (pairs[^1].Apart.Low + pairs[^1].Apart.High) / 2m) + missing.UnitText, ("working", pairs[^1].Working));
        }
        else if (same.Missing is not null)
        {
            log.Add("DOC-010", CheckKind.FigureConflict, Severity.Warning, sentence.Spot, [same.Sentence.Spot], sentence.Quote(missing).Text, same.Sentence.Quote(same.Missing).Text, ("name", name));
        }
        else
        {
            log.Unknown();
        }
    }

    // 任务1000户 is named so; what is done stands before it or behind it.
    private static IEnumerable<Pair> InPassage(Rest rest)
    {
        var (sentence, missing) = (rest.Sentence, rest.Figure);
        var before = sentence.Passage.Sentences.Where(other => other.Start <= sentence.Start)
            .SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= missing.Start) && (figure.IsPlain || figure.Bound == Bound.AtMost) && !figure.IsOrdinal && figure.Unit?.Name == missing.Unit!.Name && Directions.Before(other.Text, figure.Start) == 0).Select(figure => (Owner: other, Figure: figure))).ToList();
        return from task in before
               where Array.Exists(Tasks, task.Owner.LabelOf(task.Figure).Contains)
               from done in before
               where done.Figure != task.Figure && (rest.IsBeyond ? done.Figure.Value > task.Figure.Value : done.Figure.Value < task.Figure.Value)
               select new Pair(rest.IsBeyond ? done.Figure.Rounded.Minus(task.Figure.Rounded) : task.Figure.Rounded.Minus(done.Figure.Rounded), [task.Owner.Quote(task.Figure), done.Owner.Quote(done.Figure)], rest.IsBeyond ? $"{Numbers.Plain(done.Figure.Value)}－{Numbers.Plain(task.Figure.Value)}" : $"{Numbers.Plain(task.Figure.Value)}－{Numbers.Plain(done.Figure.Value)}");
    }

    private static IEnumerable<Pair> InRows(CheckedDocument document, Rest rest) =>
        from table in document.Tables
        where table.NameColumn is not null
        let tasks = table.Columns.Where(column => column.IsValue && Array.Exists(Tasks, column.Heading.Contains) && !column.Heading.Contains("完成", StringComparison.Ordinal)).ToList()
        let dones = table.Columns.Where(column => column.IsValue && column.Heading.Contains("完成", StringComparison.Ordinal)).ToList()
        where tasks.Count == 1 && dones.Count == 1
        from line in RowsNamed(document, table, rest.Sentence.Text[..rest.Figure.Start])
        where line.Value(tasks[0]) > line.Value(dones[0])
        select new Pair(line.Cell(tasks[0]).Figure!.Rounded.Minus(line.Cell(dones[0]).Figure!.Rounded), [line.Cell(tasks[0]).Spot, line.Cell(dones[0]).Spot], $"{line.Cell(tasks[0]).Text}－{line.Cell(dones[0]).Text}");

    // 挥发性有机物减排进度偏慢 for the row 挥发性有机物减排（吨）.
    private static IEnumerable<TableLine> RowsNamed(CheckedDocument document, TableView table, string words)
    {
        var named = document.Mentions(table, words).Select(mention => mention.Line).Distinct().ToList();
        return named.Count > 0 ? named : table.Data.Where(line => line.Name.Split('（', '(')[0] is { Length: > 3 } name && words.Contains(name, StringComparison.Ordinal));
    }

    private sealed record Rest(Sentence Sentence, Figure Figure, bool IsBeyond);

    private sealed record Pair(NumberInterval Apart, Spot[] Places, string Working);
}
