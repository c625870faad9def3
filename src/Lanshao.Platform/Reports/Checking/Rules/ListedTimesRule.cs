using System.Buffers;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>3月、4月、5月分别受理131件、104件、83件，5月比3月下降36.6%: what the sentence itself distributes over times or names, and compares afterwards.</summary>
internal static class ListedTimesRule
{
    private const int LongestTerm = 8;
    private static readonly string[] Leads = ["比", "较"];
    private static readonly SearchValues<char> Dashes = SearchValues.Create("—–-~～至");

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Text.Contains("分别", StringComparison.Ordinal)))
        {
            var values = Values(sentence, sentence.Text.IndexOf("分别", StringComparison.Ordinal), []);
            CheckTables(document, sentence, values, log);
            // 立案数分别为34件、54件、46件: a second list is of the same names.
            for (var at = sentence.Text.IndexOf("分别", sentence.Text.IndexOf("分别", StringComparison.Ordinal) + 2, StringComparison.Ordinal); at >= 0; at = sentence.Text.IndexOf("分别", at + 2, StringComparison.Ordinal))
            {
                CheckTables(document, sentence, Values(sentence, at, values), log);
            }

            foreach (var change in values.Count < 2 ? [] : sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false }))
            {
                CheckChange(sentence, change, values, log);
            }
        }
    }

    // Where the table has these rows and all but one of the values, that one is wrong.
    private static void CheckTables(CheckedDocument document, Sentence sentence, List<(string Name, Figure Value)> values, CheckLog log)
    {
        foreach (var table in values.Count < 3 || sentence.Passage.Table is not null ? [] : document.Tables.Where(table => table.NameColumn is not null))
        {
            var lines = values.ConvertAll(value => table.Data.FirstOrDefault(line => line.Name == value.Name));
            foreach (var column in lines.Contains(null) ? [] : table.Columns.Where(column => column.IsValue && lines.TrueForAll(line => line!.Value(column) is not null)))
            {
                var odd = Enumerable.Range(0, values.Count).Where(i => !values[i].Value.Agrees(table.Scaled(lines[i]!, column)!)).ToList();
                if (odd is [var at])
                {
                    log.Add("DOC-032", CheckKind.FigureConflict, Severity.Error, sentence.Spot, [lines[at]!.Cell(column).Spot], sentence.Quote(values[at].Value.Start, values[at].Value.End).Text, lines[at]!.Cell(column).Text,
                        ("name", lines[at]!.Name), ("table", table.Label), ("heading", column.Heading));
                }
            }
        }
    }

    // 4—6月分别 names every month between.
    private static List<(string Name, Figure Value)> Values(Sentence sentence, int at, List<(string Name, Figure Value)> before)
    {
        var values = RespectiveValues.Read(sentence, at).Select(value => value.Figure).OfType<Figure>().ToList();
        var (from, to) = sentence.NamesBefore(at);
        IReadOnlyList<string> names = Months(sentence.Text[from..to]) is { Count: > 0 } months ? months : Whole(ProseText.Members(sentence.Text[from..to]));
        names = names.Count < 2 && before.Count == values.Count ? before.ConvertAll(value => value.Name) : names;
        return values.Count < 2 || names.Count != values.Count ? [] : [.. names.Zip(values, (name, value) => (name, value with { Unit = value.Unit ?? values[^1].Unit }))];
    }

    // 一、二、三季度 are 一季度, 二季度 and 三季度.
    private static IReadOnlyList<string> Whole(IReadOnlyList<string> names) =>
        names.Count > 1 && names[^1].Length > 1 && ChineseNumber.TryReadAt(names[^1], 0, out var last) && names[^1][last.Length..] is var ending and ("季度" or "月" or "月份" or "批") && names.Take(names.Count - 1).All(name => ChineseNumber.TryReadAt(name, 0, out var number) && number.Length == name.Length)
            ? [.. names.Take(names.Count - 1).Select(name => name + ending), names[^1]] : names;

    /// <summary>The months of 4—6月; empty where no such span begins the words.</summary>
    public static IReadOnlyList<string> Months(string words)
    {
        var end = words.IndexOf('月', StringComparison.Ordinal);
        var dash = words.AsSpan().IndexOfAny(Dashes);
        return dash is 1 or 2 && end > dash && Number(words[..dash]) is { } first && Number(words[(dash + 1)..end].TrimStart('—')) is { } last && last > first && last <= 12
            ? [.. Enumerable.Range(first, last - first + 1).Select(month => Numbers.Count(month) + "月")] : [];
    }

    private static int? Number(string digits) => ChineseNumber.TryReadAt(digits, 0, out var read) && read.Length == digits.Length ? (int)read.Value : null;

    private static void CheckChange(Sentence sentence, Figure change, List<(string Name, Figure Value)> values, CheckLog log)
    {
        var clause = sentence.ClauseBefore(change.Start);
        var direction = Directions.Before(sentence.Text, change.Start);
        var lead = clause.AsSpan().IndexOfAny("比较");
        if (direction == 0 || lead < 1 || lead > LongestTerm || !Array.Exists(Leads, clause[lead..].StartsWith))
        {
            return;
        }

        // 9月检查量比8月增加: what is compared may stand behind the name, as it stands before 分别.
        var now = (values.Find(value => value.Name == clause[..lead]) is { Value: not null } named ? named : values.Find(value => value.Name.Length > 1 && clause.StartsWith(value.Name, StringComparison.Ordinal) && sentence.Text[..value.Value.Start].Contains(clause[value.Name.Length..lead].TrimEnd('量', '数', '率'), StringComparison.Ordinal))).Value;
        var before = values.Find(value => clause[(lead + 1)..].StartsWith(value.Name, StringComparison.Ordinal)).Value;
        if (now is null || before is null || change.Start <= Math.Max(now.End, before.End) || !(change.IsPercent() || change.Unit?.Name == now.Unit?.Name))
        {
            return;
        }

        var stated = direction < 0 ? change.Rounded.Negated() : change.Rounded;
        var computed = change.IsPercent() ? NumberInterval.Change(now.Rounded, before.Rounded) : now.Rounded.Minus(before.Rounded);
        if (computed is not { } interval || interval.Overlaps(stated))
        {
            log.Agree();
            return;
        }

        var value = change.IsPercent() ? (now.Value - before.Value) * 100m / before.Value : now.Value - before.Value;
        var (a, b) = (Numbers.Plain(now.Value), Numbers.Plain(before.Value));
        log.Add("DOC-030", CheckKind.YearOnYear, Severity.Error, sentence.Spot, [sentence.Quote(now.Start, now.End), sentence.Quote(before.Start, before.End)], sentence.Quote(change).Text, (value < 0m ? "下降" : "上升") + Numbers.Like(change, Math.Abs(value)) + change.UnitText,
            ("working", change.IsPercent() ? $"（{a}－{b}）÷{b}" : $"{a}－{b}"));
    }
}
