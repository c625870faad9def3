using System.Text.RegularExpressions;
using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>8个镇浓度下降，甲镇持平，乙镇、丙镇2个上升: how all rows of a table changed, told in parts. The parts that are right tell which column is meant; where all but one stand so in a column and in none all do, the one is wrong.</summary>
internal static partial class PartitionRule
{
    private const int FewestRows = 4;
    private const int FarthestApart = 2;
    private const int MostPlaces = 6;
    private static readonly string[] Units = ["个", "家", "处", "条", "个月", "项", "类", "市", "县", "区", "镇"];
    private static readonly (string Word, int Sign)[] Words =
    [
        ("不升反降", -1), ("不降反升", 1), ("持平", 0), ("不变", 0), ("未变", 0), ("无变化", 0), ("保持稳定", 0),
        ("好转", -1), ("改善", -1), ("变好", -1), ("变差", 1), ("恶化", 1), ("转差", 1), ("反弹", 1), ("下降", -1), ("降低", -1), ("减少", -1), ("上升", 1), ("增加", 1), ("提高", 1), ("升高", 1), ("增长", 1),
    ];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Data.Count >= FewestRows).ToList();
        var series = tables.Count == 0 ? [] : tables.SelectMany(SeriesOf).ToList();
        foreach (var passage in series.Count == 0 ? [] : document.Passages.Where(passage => passage.Table is null))
        {
            foreach (var group in Groups(passage))
            {
                CheckGroup(document, group, series, log);
            }
        }
    }

    // Every column of changes, every two of which one is earlier, classes and places among them.
    private static IEnumerable<Series> SeriesOf(TableView table)
    {
        foreach (var change in RowSeries.Changes(table))
        {
            yield return new Series(change.Table, change.Column, change.Of, IsTurned: false);
        }

        foreach (var kind in new[] { ColumnRole.Class, ColumnRole.Rank })
        {
            var columns = table.Of(kind).Take(MostPlaces).ToList();
            foreach (var (now, before) in columns.SelectMany(now => columns.Where(before => before != now).Select(before => (now, before))))
            {
                yield return new Series(table, now, line => Level(line, now) - Level(line, before), IsTurned: true);
            }
        }
    }

    private static decimal? Level(TableLine line, TableColumn column) =>
        column.Role == ColumnRole.Rank ? line.Value(column) : WaterClass.TryParse(line.Cell(column).Text, out var found) ? found.National.Level : null;

    private static IEnumerable<List<Part>> Groups(Passage passage)
    {
        var group = new List<Part>();
        var number = 0;
        var last = 0;
        foreach (var sentence in passage.Sentences)
        {
            number++;
            foreach (var part in Parts(sentence))
            {
                if (group.Count > 0 && (group.Exists(other => other.Sign == part.Sign) || number - last >= FarthestApart))
                {
                    yield return group;
                    group = [];
                }

                group.Add(part);
                last = number;
            }
        }

        yield return group;
    }

    private static IEnumerable<Part> Parts(Sentence sentence)
    {
        for (var start = 0; start < sentence.Text.Length; start = sentence.ClauseEnd(start) + 1)
        {
            var end = sentence.ClauseEnd(start);
            var counts = sentence.Figures.Where(figure => figure.Start >= start && figure.End <= end && figure is { IsCounted: true, IsPlain: true, IsOrdinal: false, Value: < 1000m } && Array.IndexOf(Units, figure.UnitText) >= 0 && Directions.Before(sentence.Text, figure.Start) == 0).ToList();
            foreach (var part in counts.Count == 0 ? Named(sentence, start, end) : counts.Select((figure, i) => Counted(sentence, figure, i == 0 ? start : Between(sentence, counts[i - 1], figure, figure.Start), i + 1 < counts.Count ? Between(sentence, figure, counts[i + 1], counts[i + 1].Start) : end)))
            {
                if (part is not null)
                {
                    yield return part;
                }
            }
        }
    }

    // 8个下降、1个持平, 增加的8个、持平的1个: the pause parts them; the words of the next number are not of this one.
    private static int Between(Sentence sentence, Figure one, Figure next, int otherwise) =>
        sentence.Text.IndexOf('、', one.End, next.Start - one.End) is >= 0 and var pause ? pause + (otherwise == next.Start ? 0 : 1) : otherwise;

    // 乙镇、丙镇2个上升, 位次上升的有两个：甲镇、乙镇, 1个断面变差（甲口）.
    private static Part? Counted(Sentence sentence, Figure figure, int from, int to)
    {
        var (before, after) = (sentence.Text[from..figure.Start], sentence.Text[figure.End..to]);
        var sign = SignIn(WithoutBrackets(after)) ?? (before.Contains('的', StringComparison.Ordinal) ? SignIn(before) : null);
        if (sign is null || FigureReader.FindAll(WithoutBrackets(after)).Count > 0)
        {
            return null;
        }

        var own = sentence.ListBefore(figure.Start);
        var bracket = after.IndexOf('（', StringComparison.Ordinal);
        var names = after.IndexOf('：', StringComparison.Ordinal) is >= 0 and var colon ? after[(colon + 1)..]
            : own.Length <= before.Length && ProseText.CountOfList(own) == figure.Value ? own
            : bracket >= 0 && after.IndexOf('）', bracket) is > 0 and var close ? after[(bracket + 1)..close] : "";
        return new Part(sentence, sign.Value, (int)figure.Value, names, from, to, figure, before.TrimEnd().EndsWith("其余", StringComparison.Ordinal));
    }

    // 甲镇持平, 甲市和乙市减少, 甲口由Ⅲ类降为Ⅳ类.
    private static IEnumerable<Part?> Named(Sentence sentence, int from, int to)
    {
        var clause = sentence.Text[from..to];
        var words = WithoutBrackets(clause);
        var sign = ClassMove().Match(clause) is { Success: true } move ? move.Groups["down"].Success ? 1 : -1 : SignIn(words);
        if (sign is not null && clause.Length > 3 && !Headings.Has(words, "幅", "最", "其余", "趋势"))
        {
            yield return new Part(sentence, sign.Value, null, clause, from, to, null, false);
        }
    }

    private static string WithoutBrackets(string words) => words.IndexOf('（', StringComparison.Ordinal) is >= 0 and var open && words.IndexOf('）', open) is > 0 and var close ? words[..open] + words[(close + 1)..] : words;

    private static int? SignIn(string words)
    {
        int? sign = null;
        foreach (var (word, of) in Words)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                if (word.Length == 4)
                {
                    return of;
                }

                sign = sign is null || sign == of ? of : 9;
            }
        }

        return sign == 9 ? null : sign;
    }

    private static void CheckGroup(CheckedDocument document, List<Part> group, List<Series> all, CheckLog log)
    {
        if (group.Count < 2 || !group.Exists(part => part.Count is not null))
        {
            return;
        }

        var hasRest = group.Exists(part => part.IsRest);
        (Series Series, int Turn, Told Wrong, int Score)? best = null;
        foreach (var series in all)
        {
            var told = group.ConvertAll(part => Told.Of(document, series, part, hasRest)).FindAll(part => part is not null).ConvertAll(part => part!);
            if (told.Count < 2 || told.Count < group.Count - 1 || told.Sum(part => part.Size) is var size && Math.Abs(size - series.Rows.Count) > 1)
            {
                continue;
            }

            // 沙渡由Ⅱ类降到Ⅲ类: classes are told.
            if (series.Column.Role != ColumnRole.Class && group.Exists(part => ClassMove().IsMatch(part.Sentence.Text)))
            {
                continue;
            }

            if (series.Column.Role == ColumnRole.Rank && !Headings.Has(group[0].Sentence.Passage.Text, "名次", "位次", "排名", "排位"))
            {
                continue;
            }

            foreach (var turn in (ReadOnlySpan<int>)[1, -1])
            {
                if (turn < 0 && !series.IsTurned && !Headings.Has(group[0].Sentence.Passage.Text, "名次", "位次", "好转", "改善", "变差", "退步"))
                {
                    continue;
                }

                var wrong = told.FindAll(part => !part.Fits(series, turn));
                if (wrong.Count == 0)
                {
                    log.Agree();
                    return;
                }

                if (wrong is [var only] && only.IsNear(series, turn) && (IsTelling(told, only) || NamesRows(document, series.Table, group)) && Score(series, group) is var score && (best is null || score > best.Value.Score))
                {
                    best = (series, turn, only, score);
                }
            }
        }

        if (best is { } found)
        {
            Add(found.Series, found.Turn, found.Wrong, log);
        }
    }

    // Two parts that are right, or one that is named, tell which column is meant.
    private static bool IsTelling(List<Told> told, Told wrong) =>
        told.Count > 2 || told.Exists(part => part != wrong && part.Named.Count > 0) || wrong.Named.Count > 1;

    // 五项下降、一项上升 of six, where the paragraph names some of the six.
    private static bool NamesRows(CheckedDocument document, TableView table, List<Part> group) =>
        document.Mentions(table, group[0].Sentence.Passage.Text).Select(mention => mention.Line).Distinct().Skip(1).Any();

    private static int Score(Series series, List<Part> group)
    {
        var words = group[0].Sentence.Text + group[0].Sentence.Passage.Subject;
        return Likeness.LongestCommon(series.Column.Core, words).Length + Likeness.LongestCommon(series.Table.Title.Text, words).Length;
    }

    private static void Add(Series series, int turn, Told wrong, CheckLog log)
    {
        var matching = series.With(wrong.Part.Sign * turn);
        if (log.IsSuspect(wrong.Part.Sentence.Spot))
        {
            return;
        }

        var stated = wrong.Part.Sentence.Text[wrong.Part.From..wrong.Part.To].Trim();
        log.Add("DOC-009", CheckKind.Count, Severity.Error, wrong.Part.Sentence.Spot, wrong.Named.Concat(matching).DistinctBy(line => line.Number).Select(line => line.Cell(series.Column).Spot), stated, $"{Numbers.Count(matching.Count)}{wrong.Part.Figure?.UnitText ?? "个"}",
            ("table", series.Table.Label), ("heading", series.Column.Heading), ("names", matching.Count == 0 ? "无" : string.Join("、", matching.Take(20).Select(line => line.Name))));
    }

    [GeneratedRegex("由(?:劣)?[ⅠⅡⅢⅣⅤ]类(?:(?<down>降|变差|退|下降|恶化)|升|提升|改善|上升|好转)(?:为|至|到)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ClassMove();

    /// <summary>A part of a statement on how all changed.</summary>
    private sealed record Part(Sentence Sentence, int Sign, int? Count, string Names, int From, int To, Figure? Figure, bool IsRest);

    private sealed record Series(TableView Table, TableColumn Column, Func<TableLine, decimal?> Of, bool IsTurned)
    {
        public IReadOnlyList<TableLine> Rows { get; } = [.. Table.Data.Where(line => Of(line) is not null)];

        public List<TableLine> With(int sign) => [.. Rows.Where(line => Math.Sign(Of(line)!.Value) == sign)];
    }

    /// <summary>A part as the rows of one table take it.</summary>
    private sealed record Told(Part Part, IReadOnlyList<TableLine> Named, int Size)
    {
        public static Told? Of(CheckedDocument document, Series series, Part part, bool hasRest)
        {
            var mentions = part.Names.Length == 0 ? [] : document.Mentions(series.Table, part.Names);
            var named = mentions.Select(mention => mention.Line).Distinct().ToList();
            if (part.Count is { } count)
            {
                return new Told(part, mentions.Count == ProseText.CountOfList(part.Names) && named.TrueForAll(series.Rows.Contains) ? named : [], count);
            }

            // 长桥市下降7.6%: one of those that fell, unless the rest is counted.
            var list = mentions.Count == 0 ? "" : part.Names[mentions[0].Start..mentions[^1].End];
            var hasFigures = part.Sentence.Figures.Any(figure => figure.Start >= part.From + (mentions.Count == 0 ? 0 : mentions[^1].End) && figure.End <= part.To && figure.Unit is not null);
            return mentions.Count == 0 || ProseText.CountOfList(list) != mentions.Count || !named.TrueForAll(series.Rows.Contains) || (hasFigures && !hasRest && !ClassMove().IsMatch(part.Names)) ? null : new Told(part, named, mentions.Count);
        }

        public bool Fits(Series series, int turn) => series.With(Part.Sign * turn) is var rows && rows.Count == Size && (Named.Count == 0 || (Named.Count == Size && Named.All(rows.Contains)));

        /// <summary>Whether one slip makes it right: a count that is one off, or one name for another.</summary>
        public bool IsNear(Series series, int turn)
        {
            var rows = series.With(Part.Sign * turn);
            return Named.Count == 0 ? Math.Abs(rows.Count - Size) == 1
                : Named.Count(rows.Contains) is var same && ((rows.Count == Size && same >= Size - 1) || (Math.Abs(rows.Count - Size) == 1 && same == rows.Count && Named.Count == rows.Count));
        }
    }
}
