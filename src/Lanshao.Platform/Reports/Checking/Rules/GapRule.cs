using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>How far two rows are apart: 最高与最低相差35微克/立方米, 甲镇居首位，丁镇居末位，两者相差25.1, 甲县342天，比末位的丁区多45天.</summary>
internal static class GapRule
{
    private static readonly string[] Firsts = ["比第一名", "比首位", "比榜首", "比排名首位", "比排名第一"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null))
        {
            var at = sentence.Text.IndexOf("相差", StringComparison.Ordinal);
            if (at > 0 && sentence.Figures.FirstOrDefault(figure => figure.Start >= at && figure.Start - at <= 4) is { IsPlain: true, UnitText: not ("位" or "名") } gap)
            {
                if (gap.Unit?.Kind == UnitKind.Points)
                {
                    CheckPoints(sentence, gap, log);
                }
                else
                {
                    CheckApart(document, sentence, at, gap, log);
                }
            }

            CheckMore(document, sentence, log);
        }
    }

    // 最高的为96.4%；最低的为76.0%，两者相差20.4个百分点: the two percentages of the run.
    private static void CheckPoints(Sentence sentence, Figure gap, CheckLog log)
    {
        var run = sentence.Passage.Runs().First(run => run.Contains(sentence));
        var percents = run.Where(other => other.Start <= sentence.Start).SelectMany(other => other.Figures.Where(figure => (other != sentence || figure.End <= gap.Start) && figure.IsPercent() && figure.IsPlain && Directions.Before(other.Text, figure.Start) == 0)).ToList();
        if (percents is not [var one, var other])
        {
            return;
        }

        var apart = one.Rounded.Minus(other.Rounded);
        if (gap.Rounded.Overlaps(apart) || gap.Rounded.Overlaps(apart.Negated()))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(one), sentence.Quote(other)], sentence.Text[gap.Start..gap.End], Numbers.Like(gap, Math.Abs(one.Value - other.Value)) + gap.UnitText,
            ("working", $"{Numbers.Plain(Math.Max(one.Value, other.Value))}%－{Numbers.Plain(Math.Min(one.Value, other.Value))}%"));
    }

    private static void CheckApart(CheckedDocument document, Sentence sentence, int at, Figure gap, CheckLog log)
    {
        if ((document.Links.Find(sentence, at) ?? document.Links.FindByNames(document, sentence, _ => true)) is not { } table || TableLinks.ValueColumn(table, sentence.Text) is not { } column)
        {
            CheckNamedApart(document, sentence, at, gap, log);
            return;
        }

        if ((column.Unit ?? table.Unit) is { } own ? gap.Unit is { } said && own.Kind != said.Kind : column.IsIntensive && gap.Unit is { Kind: UnitKind.Count or UnitKind.Time, Name: not "分" })
        {
            CheckNamedApart(document, sentence, at, gap, log);
            return;
        }

        // 最低的是甲县…；最高的是乙市，二者相差12: the run goes on over semicolons.
        var run = sentence.Passage.Runs().First(found => found.Contains(sentence)).Where(other => other.Start <= sentence.Start).ToList();
        var ends = Headings.Has(sentence.ClauseBefore(at), "最高", "最大", "最多", "第一名", "首位") && Headings.Has(sentence.ClauseBefore(at), "最低", "最小", "最少", "最后一名", "末位", "末名");
        var named = run.SelectMany(other => document.Mentions(table, other == sentence ? sentence.Text[..at] : other.Text)).Select(mention => mention.Line).Where(line => line.Value(column) is not null).Reverse().Distinct().Take(2).Reverse().ToList();
        var pair = ends ? [table.With(column).MaxBy(line => line.Value(column))!, table.With(column).MinBy(line => line.Value(column))!] : named;
        if (pair.Count == 2 && !IsSoElsewhere(document, table, pair, gap))
        {
            Compare(sentence, table, column, pair[0], pair[1], gap, log);
        }
    }

    // Another table has these two so far apart in a column of that unit.
    private static bool IsSoElsewhere(CheckedDocument document, TableView table, List<TableLine> pair, Figure gap) =>
        document.Tables.Where(other => other != table && other.NameColumn is not null).Any(other => other.Columns.Any(column => column.IsValue && column.Unit is { } unit && unit.Name == gap.Unit?.Name
            && other.Data.FirstOrDefault(line => line.Name == pair[0].Name)?.Value(column) is { } first && other.Data.FirstOrDefault(line => line.Name == pair[1].Name)?.Value(column) is { } second && Math.Abs(first - second) == gap.Value));

    // 甲市最多，为30天；丙市最少，为18天；两市相差12天: the two that were named last, in a column that has both of their figures.
    private static void CheckNamedApart(CheckedDocument document, Sentence sentence, int at, Figure gap, CheckLog log)
    {
        var run = sentence.Passage.Runs().First(found => found.Contains(sentence)).Where(other => other.Start <= sentence.Start).ToList();
        var words = string.Join('；', run.Select(other => other == sentence ? sentence.Text[..at] : other.Text));
        var said = run.SelectMany(other => other.Figures.Where(figure => other != sentence || figure.End <= at)).ToList();
        foreach (var table in document.Tables.Where(table => table.NameColumn is not null && table.Data.Count > 2 && document.Links.IsRead(sentence, table)))
        {
            var named = document.Mentions(table, words).Select(mention => mention.Line).Reverse().Distinct().Take(2).ToList();
            var column = named.Count < 2 ? null : table.Columns.FirstOrDefault(column => column.IsValue && named.TrueForAll(line => table.Scaled(line, column) is { } printed && said.Exists(figure => figure.SameUnit(gap) && figure.Agrees(printed))));
            if (column is not null)
            {
                Compare(sentence, table, column, named[0], named[1], gap, log);
                return;
            }
        }
    }

    // 甲县优良天数342天，比末位的丁区多45天: the column is the one that has the value of the first.
    private static void CheckMore(CheckedDocument document, Sentence sentence, CheckLog log)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure.IsPlain && figure.Start > 1 && sentence.Text[figure.Start - 1] is '多' or '少' or '高' or '低'))
        {
            var clause = sentence.ClauseBefore(figure.Start);
            var from = figure.Start - clause.Length;
            if (!clause.StartsWith('比') || document.Links.FindByNames(document, sentence, _ => true) is not { } table)
            {
                continue;
            }

            var mentions = document.Mentions(table, sentence.Text);
            var other = mentions.LastOrDefault(mention => mention.Start >= from && mention.End <= figure.Start)?.Line;
            if (other is null && Array.Exists(Firsts, clause.Contains))
            {
                CheckFromEnd(sentence, table, mentions.LastOrDefault(mention => mention.End <= from)?.Line, figure, log);
            }

            var own = mentions.LastOrDefault(mention => mention.End <= from && !sentence.ClauseBefore(mention.Start).StartsWith('比'));
            var value = own is null ? null : sentence.Figures.FirstOrDefault(found => found.Start >= own.End && found.End <= from && found.SameUnit(figure));
            if (other is null || own is null || value is null || own.Line == other)
            {
                continue;
            }

            var column = table.Columns.FirstOrDefault(column => column.IsValue && own.Line.Cell(column).Figure is { } printed && value.Agrees(printed))
                ?? table.Columns.FirstOrDefault(column => column.IsValue && ((column.Unit ?? table.Unit)?.Name == value.Unit?.Name) && value.Unit is not null);
            if (column is not null && other.Value(column) is not null && own.Line.Value(column) is not null)
            {
                Compare(sentence, table, column, own.Line, other, figure, log);
            }
        }
    }

    // 丙站得分最低，比第一名低15.5分: the other end of the only column of that unit.
    private static void CheckFromEnd(Sentence sentence, TableView table, TableLine? own, Figure figure, CheckLog log)
    {
        var columns = table.Columns.Where(column => column.IsValue && !Headings.IsBefore(column.Heading) && (own is null || own.Value(column) is not null) && ((column.Unit ?? table.Unit) is not { } unit || unit.Kind == figure.Unit?.Kind) && !figure.IsPercent()).ToList();
        var named = columns.FindAll(column => column.Core.Length > 1 && sentence.Text.Contains(column.Core, StringComparison.Ordinal));
        if (own is null || (named is [var said] ? said : columns is [var only] ? only : null) is not { } column || table.With(column).Count < 3)
        {
            return;
        }

        var rows = table.With(column).OrderBy(line => line.Value(column)).ToList();
        Compare(sentence, table, column, own, sentence.Text[figure.Start - 1] is '低' or '少' ? rows[^1] : rows[0], figure, log);
    }

    private static void Compare(Sentence sentence, TableView table, TableColumn column, TableLine one, TableLine other, Figure gap, CheckLog log)
    {
        var apart = Math.Abs(one.Value(column)!.Value - other.Value(column)!.Value);
        var possible = one.Cell(column).Figure!.Rounded.Minus(other.Cell(column).Figure!.Rounded);
        if (gap.Step == one.Cell(column).Figure!.Step ? gap.Value == apart : gap.Interval.Overlaps(possible) || gap.Interval.Overlaps(possible.Negated()))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [one.Cell(column).Spot, other.Cell(column).Spot], sentence.Text[gap.Start..gap.End], Numbers.Plain(apart) + gap.UnitText,
            ("working", $"{one.Cell(column).Text}－{other.Cell(column).Text}"), ("table", table.Label));
    }
}
