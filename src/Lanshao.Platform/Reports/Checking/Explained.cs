using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Reports.Checking.Rules;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>How a rule finds what a figure is of.</summary>
internal enum Guess
{
    /// <summary>The words name both places.</summary>
    None,

    /// <summary>It sets figures of the text beside each other by their nearness.</summary>
    Text,

    /// <summary>It takes the base of a change by its nearness.</summary>
    Changes,

    /// <summary>It sets a figure of the text beside a column by nearness.</summary>
    Tables,

    /// <summary>It sets a figure behind a name beside the column that fits.</summary>
    Values,
}

/// <summary>Asks, before a finding about a figure of the text leaves, whether another simple reading of the document makes the figure right: then the rule has read it of the wrong thing, and nothing is said.</summary>
/// <remarks>A wrong figure can follow from something by chance. So units and words have to fit, and what is printed has to give it, not only what its roundings allow.</remarks>
internal sealed class Explained(CheckedDocument document)
{
    private const int SentencesBefore = 3;
    private const int ShortClause = 8;
    private const int DaysOfWeek = 7;
    private const decimal LeastTelling = 20m;
    private static readonly string[] Rates = ["占", "率", "比例", "比重", "完成"];
    private static readonly string[] Gaps = ["高", "低", "多", "少", "差", "超", "增", "减", "升", "降", "提", "未", "尚", "剩", "余", "较", "比"];
    private static readonly string[] Complements = ["不", "未", "非", "剩", "余", "还", "尚", "正在"];
    private static readonly string[] Rests = ["未", "尚", "剩", "余", "还差", "缺口", "差额"];
    private ILookup<Origin, Passage>? _passages;

    /// <summary>Whether the one figure that a finding holds to be wrong follows from other places.</summary>
    public bool IsRight(CheckFinding finding, Guess guess)
    {
        if (SentenceOf(finding.Statement) is not { } sentence || FigureReader.FindAll(ChineseText.ToHalfWidth(finding.Stated), written: true) is not [{ IsOrdinal: false } stated])
        {
            return false;
        }

        var isNamed = finding.Arguments.TryGetValue("heading", out var heading) && Names(sentence, heading);
        var places = sentence.Figures.Where(figure => !figure.IsOrdinal && figure.Value == Math.Abs(stated.Value) && (stated.Unit is null || figure.Unit?.Name == stated.Unit.Name)).ToList();
        return places.Count > 0 && places.TrueForAll(figure => FollowsFromText(sentence, figure, guess) || (guess is Guess.Tables or Guess.Values && FollowsFromTables(sentence, figure, guess, isNamed)));
    }

    /// <summary>Whether the figure of a finding lies too far from the one that it is set beside to be a slip, and is no neighbour's in the same column either.</summary>
    public bool IsOfOtherThing(CheckFinding finding) => !Slip.IsLikely(finding.Stated, finding.Computed, finding.Arguments.GetValueOrDefault("working")) && !IsOfNeighbour(finding);

    // 北区站下降2.7%, which is what the column has for 南区站: the name is the slip.
    private bool IsOfNeighbour(CheckFinding finding)
    {
        if (finding.Evidence.Count == 0 || FigureReader.FindAll(ChineseText.ToHalfWidth(finding.Stated), written: true) is not [var stated] || (stated.Step >= 1m && stated.Value < LeastTelling))
        {
            return false;
        }

        var place = finding.Evidence[0].Origin;
        foreach (var table in document.Tables.Where(table => table.NameColumn is not null && table.Lines.Any(line => line.Origin.Block == place.Block)))
        {
            if (table.Columns.FirstOrDefault(column => table.Lines.Any(line => line.Cell(column).Spot.Origin == place)) is { } found)
            {
                return table.With(found).Any(line => line.Cell(found).Spot.Origin != place && table.Scaled(line, found) is { } printed && stated.Agrees(printed with { Value = Math.Abs(printed.Value) }));
            }
        }

        return false;
    }

    // The words name the whole heading: there is no doubt about the column.
    private static bool Names(Sentence sentence, string heading) => heading.AsSpan().IndexOfAny('（', '(') is var open && (open > 0 ? heading[..open] : heading) is { Length: > 2 } core && sentence.Text.Contains(core, StringComparison.Ordinal);

    private Sentence? SentenceOf(Spot spot)
    {
        _passages ??= document.Passages.Where(passage => passage.Table is null).ToLookup(passage => passage.Origin);
        return _passages[spot.Origin].SelectMany(passage => passage.Sentences).FirstOrDefault(sentence => sentence.Spot.Text.Contains(spot.Text.TrimEnd('…'), StringComparison.Ordinal));
    }

    private bool FollowsFromText(Sentence sentence, Figure figure, Guess guess)
    {
        if (figure.Unit?.Kind == UnitKind.Time && Days(sentence).Contains(figure.Value))
        {
            return true;
        }

        if (guess == Guess.Values || (guess == Guess.Changes && figure.IsShare()))
        {
            return false;
        }

        var words = Lead(sentence, figure);
        var own = WithUnits(sentence, figure);
        var before = sentence.Passage.Sentences.Where(other => other.Start < sentence.Start).TakeLast(SentencesBefore).SelectMany(other => other.Figures.Where(known => !known.IsOrdinal)).ToList();
        return figure.IsPercent() ? Headings.Has(words, Rates) && IsShare(sentence, figure, own, before) : IsApart(figure, words, own, before);
    }

    // 1240、1120公顷: the unit stands once.
    private static List<Figure> WithUnits(Sentence sentence, Figure figure)
    {
        var own = sentence.Figures.Where(other => other.Start != figure.Start && !other.IsOrdinal).ToList();
        return [.. own.Select((other, i) => other.Unit is null && i + 1 < own.Count && sentence.Text[other.End..own[i + 1].Start] is "、" or "和" or "与" ? other with { Unit = own[i + 1].Unit } : other)];
    }

    // A part of a figure, of the days that are named, of itself and what is not so; several parts together.
    private bool IsShare(Sentence sentence, Figure figure, List<Figure> own, List<Figure> before)
    {
        foreach (var part in own.Where(other => other.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) }))
        {
            var wholes = own.Concat(before).Where(other => !ReferenceEquals(other, part) && other.Unit?.Name == part.Unit!.Name).ToList();
            if (wholes.Exists(whole => IsPart(figure, part.Value, whole.Value) || (own.Contains(whole) && Headings.Has(sentence.LabelOf(whole), Complements) && IsPart(figure, part.Value, part.Value + whole.Value)))
                || (part.Unit!.Kind == UnitKind.Time && Days(sentence).Any(days => IsPart(figure, part.Value, days))))
            {
                return true;
            }
        }

        // 中央和省级资金占54.5%: two of the parts that are listed.
        var clause = sentence.ClauseBefore(figure.Start);
        if (clause.AsSpan().IndexOfAny('和', '与', '及') >= 0 || Headings.Has(clause, "合计", "、"))
        {
            var parts = own.Where(other => other.Start < figure.Start && other.Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) }).ToList();
            if (parts.Exists(one => parts.Exists(other => other.Start > one.Start && other.Unit!.Name == one.Unit!.Name
                && own.Concat(before).Any(whole => !ReferenceEquals(whole, one) && !ReferenceEquals(whole, other) && whole.Unit?.Name == one.Unit.Name && IsPart(figure, one.Value + other.Value, whole.Value)))))
            {
                return true;
            }
        }

        return Lists(sentence, own).Any(list => own.Concat(before).Any(whole => whole.Unit?.Name == list[0].Unit!.Name && !list.Contains(whole) && IsPart(figure, list.Sum(part => part.Value), whole.Value)));
    }

    private static bool IsPart(Figure figure, decimal part, decimal whole) => whole > 0m && figure.Interval.Contains(part * 100m / whole);

    // 9件、6件、6件: all that a list adds up to.
    private static IEnumerable<List<Figure>> Lists(Sentence sentence, List<Figure> figures)
    {
        for (var from = 0; from < figures.Count;)
        {
            var to = from + 1;
            while (to < figures.Count && figures[to].Unit?.Name == figures[from].Unit?.Name && sentence.Text[figures[to - 1].End..figures[to].Start] is var gap && gap.Contains('、', StringComparison.Ordinal) && !gap.Contains('，', StringComparison.Ordinal))
            {
                to++;
            }

            if (to - from > 1 && figures[from].Unit is { Kind: not (UnitKind.Ratio or UnitKind.Points) })
            {
                yield return figures[from..to];
            }

            from = to;
        }
    }

    private static bool IsApart(Figure figure, string words, List<Figure> own, List<Figure> before)
    {
        // 0.016 stands without its unit before 0.184毫克/升.
        if (figure.Unit?.Kind == UnitKind.Multiple)
        {
            return own.Exists(one => own.Concat(before).Any(other => !ReferenceEquals(one, other) && other.Value > 0m && (one.Unit?.Name == other.Unit?.Name || one.Unit is null || other.Unit is null) && (figure.Interval.Contains(one.Value / other.Value) || figure.Interval.Contains((one.Value / other.Value) - 1m))));
        }

        var alike = own.Concat(before).Where(other => other.Unit?.Name == figure.Unit?.Name || (figure.IsShare() && other.IsShare())).ToList();
        return Headings.Has(words, Gaps) && alike.Exists(one => alike.Exists(other => one.Value > other.Value && figure.Interval.Contains(one.Value - other.Value)));
    }

    private bool FollowsFromTables(Sentence sentence, Figure figure, Guess guess, bool isNamed)
    {
        var words = Lead(sentence, figure);
        foreach (var table in document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2))
        {
            var rows = RowsBefore(table, sentence, figure.Start, out var end);
            // Where the words name the column, one cell is no other reading, but a sum of several is.
            if (rows.Count > 0 && (rows.Count > 1 || !isNamed) && document.ValuesOf(table).Of(rows, [], figure).Any(value => IsMeant(sentence, value, rows, words, end, figure) && IsNamed(table, value, sentence, guess) && (Meets(figure.Interval, value.Value) || Meets(figure.Interval, value.Value.Negated()))))
            {
                return true;
            }

            if (rows.Count == 1 && !isNamed && (figure.Step < 1m || words.Contains('均', StringComparison.Ordinal)) && IsQuotient(table, rows[0], figure))
            {
                return true;
            }
        }

        return false;
    }

    // The sum of several rows where they are said together, a share where one is spoken of, a difference where something is left.
    private static bool IsMeant(Sentence sentence, RowValue value, List<TableLine> rows, string words, int end, Figure figure) => value.Kind switch
    {
        RowValueKind.Cell => rows.Count == 1 || (value.Cells.Length > 1 && !Headings.Has(sentence.Text[end..figure.Start], "分别", "均", "各", "依次")),
        RowValueKind.Share => words.Contains('占', StringComparison.Ordinal),
        RowValueKind.Gap => rows.Count == 1 && Headings.Has(sentence.Text[..figure.Start], Rests),
        _ => false,
    };

    // A cell is meant by words of its heading, a total of a table also by words of the title.
    private static bool IsNamed(TableView table, RowValue value, Sentence sentence, Guess guess) =>
        (guess == Guess.Tables && Likeness.LongestCommon(table.Title.Text, sentence.Passage.Text).Length > 2)
        || value.Kind == RowValueKind.Gap || table.Columns.Any(column => table.Lines.Any(line => ReferenceEquals(line.Cell(column), value.Cells[0])) && Likeness.LongestCommon(column.Core, value.Kind == RowValueKind.Share ? sentence.Passage.Text : sentence.Text).Length > 1);

    // 件均罚款11.39万元: one cell of the row for each of another.
    private static bool IsQuotient(TableView table, TableLine line, Figure figure) =>
        table.Columns.Any(one => one.IsValue && (one.Unit ?? table.Unit)?.Name == figure.Unit?.Name && table.Scaled(line, one) is { } all
            && table.Columns.Any(other => other != one && other.IsValue && table.Scaled(line, other) is { Value: > 0m, Step: >= 1m } count && figure.Interval.Contains(all.Value / count.Value)));

    // More than a common end: 108 is not 107.
    private static bool Meets(NumberInterval one, NumberInterval other) => one.Overlaps(other) && (one.IsPoint || other.IsPoint || Math.Min(one.High, other.High) > Math.Max(one.Low, other.Low));

    // The rows that stand nearest before the figure, joined; none named there, the one before the colon, or that of all.
    private List<TableLine> RowsBefore(TableView table, Sentence sentence, int at, out int end)
    {
        // 占全市罚款的24.2%: the whole is not what is spoken of.
        var mentions = document.Mentions(table, sentence.Text).Where(mention => mention.End <= at && (mention.Start == 0 || sentence.Text[mention.Start - 1] != '占')).ToList();
        end = mentions.Count == 0 ? 0 : mentions[^1].End;
        if (mentions.Count == 0)
        {
            var head = sentence.Passage.Text.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon ? document.Mentions(table, sentence.Passage.Text[..colon]) : [];
            return head.Count == 1 ? [head[0].Line] : [.. table.Lines.Where(line => line.Kind is LineKind.Total or LineKind.Summary).Take(1)];
        }

        var from = mentions.Count - 1;
        while (from > 0 && sentence.Text[mentions[from - 1].End..mentions[from].Start] is { Length: > 0 and <= 3 } joint && "、和与及".Contains(joint[^1], StringComparison.Ordinal) && !joint.Any(char.IsAsciiDigit))
        {
            from--;
        }

        return [.. mentions[from..].Select(mention => mention.Line).Distinct()];
    }

    // The days of the times that a sentence and the one before it name, in the year of the document and the one before.
    private HashSet<decimal> Days(Sentence sentence)
    {
        var text = sentence.Context(sentence.Text.Length);
        var days = new HashSet<decimal>();
        if (Headings.Has(text, "本周", "上周"))
        {
            days.Add(DaysOfWeek);
        }

        foreach (var year in document.Year is { } own ? new[] { own, own - 1 } : [])
        {
            foreach (var mention in DateMentions.FindAll(text, year))
            {
                if (mention is { Kind: DeadlineKind.Within, From: { } from, Due: { } to } && to > from)
                {
                    days.Add(new DaySpan(from, to).Days);
                }
            }
        }

        return days;
    }

    private static string Lead(Sentence sentence, Figure figure)
    {
        var clause = sentence.ClauseBefore(figure.Start);
        var start = figure.Start - clause.Length;
        return start > 1 && clause.Length < ShortClause ? sentence.ClauseBefore(start - 1) + "，" + clause : clause;
    }
}
