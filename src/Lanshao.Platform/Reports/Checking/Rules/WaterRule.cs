using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>Water classes of the text: the classes of named sections against their table, and the ratio, 均达标 and 无劣Ⅴ类 against the sections that they speak of.</summary>
internal static class WaterRule
{
    public static void Check(CheckedDocument document, CheckLog log)
    {
        var tables = document.Tables.Where(table => table.NameColumn is not null && table.Of(ColumnRole.Class).Any()).ToList();
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && Headings.Has(sentence.Text, "类", "达标", "优良")))
        {
            var at = sentence.Text.IndexOf("分别", StringComparison.Ordinal);
            var classes = at < 0 ? [] : RespectiveValues.Read(sentence, at).Where(value => value.Class is not null).Select(value => value.Class!.Value).ToList();
            var sections = classes.Count > 0 ? Named(document, sentence, tables, at, classes, log) : Spoken(sentence, tables);
            CheckStatements(sentence, classes, sections, log);
        }
    }

    // 甲、乙断面水质分别为Ⅱ类、Ⅲ类.
    private static Sections? Named(CheckedDocument document, Sentence sentence, List<TableView> tables, int at, List<WaterClass> classes, CheckLog log)
    {
        var found = tables.Select(table => (Table: table, Mentions: document.Mentions(table, sentence.Text[..at]).Select(mention => mention.Line).Distinct().ToList()))
            .Where(candidate => candidate.Mentions.Count > 0).OrderByDescending(candidate => candidate.Mentions.Count).FirstOrDefault();
        if (found.Table is null || found.Mentions.Count != classes.Count)
        {
            log.Unknown();
            return null;
        }

        for (var i = 0; i < classes.Count; i++)
        {
            CheckClass(sentence, found.Table, found.Mentions[i], classes[i], log);
        }

        return new Sections(found.Table, found.Mentions);
    }

    private static void CheckClass(Sentence sentence, TableView table, TableLine line, WaterClass stated, CheckLog log)
    {
        var cells = table.Of(ColumnRole.Class).Select(line.Cell).Where(cell => WaterClass.TryParse(cell.Text, out _)).ToList();
        if (cells.Count == 0 || cells.Exists(cell => WaterClass.TryParse(cell.Text, out var printed) && printed.National == stated.National))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-032", CheckKind.ClassConflict, Severity.Error, sentence.Spot, [cells[0].Spot], $"{line.Name}{stated}类", cells[0].Text,
            ("name", line.Name), ("table", table.Label), ("heading", SectionClassRule.NowOf(table).Heading));
    }

    // 考核断面均达标: the rows that the table marks as assessed, or all where it is about nothing else.
    private static Sections? Spoken(Sentence sentence, List<TableView> tables)
    {
        if (!sentence.Text.Contains("断面", StringComparison.Ordinal) || Headings.Has(sentence.Text, "除", "其余", "部分", "个别"))
        {
            return null;
        }

        var assessed = sentence.Text.Contains("考核", StringComparison.Ordinal);
        var found = tables.Where(table => table.Title.Text.Contains("断面", StringComparison.Ordinal) || table.NameColumn!.Heading.Contains("断面", StringComparison.Ordinal)).Select(table => new Sections(table,
            !assessed || table.Title.Text.Contains("考核", StringComparison.Ordinal) ? table.Data : [.. table.Data.Where(line => line.Cells.Any(cell => cell.Text.Contains("考核", StringComparison.Ordinal)))])).Where(sections => sections.Lines.Count > 0).ToList();
        var marks = found.Count == 1 && !assessed && found[0].Lines.Any(line => line.Cells.Any(cell => cell.Text.Contains("考核", StringComparison.Ordinal)));
        return found.Count == 1 && !marks && found[0].Table.Of(ColumnRole.Class).Count() == 1 ? found[0] : null;
    }

    private static void CheckStatements(Sentence sentence, List<WaterClass> classes, Sections? sections, CheckLog log)
    {
        CheckRatio(sentence, classes.Count > 0 ? classes : sections?.Classes ?? [], log);
        if (sections is null)
        {
            return;
        }

        if (Headings.Has(sentence.Text, "均稳定达标", "均达标", "全部达标", "均达到", "全部达到", "均稳定达到") && !Headings.Has(sentence.Text, "二级标准", "一级标准"))
        {
            Decide(sentence, sections, sections.Lines.Where(line => sections.IsMissed(line)).ToList(), "均达标", CheckKind.TargetMissed, log);
        }

        if (Headings.Has(sentence.Text, "无劣Ⅴ", "无劣V", "消除劣Ⅴ", "没有劣Ⅴ"))
        {
            Decide(sentence, sections, sections.Lines.Where(line => sections.ClassOf(line) is { IsInferiorV: true }).ToList(), "无劣Ⅴ类", CheckKind.ClassConflict, log);
        }
    }

    private static void Decide(Sentence sentence, Sections sections, List<TableLine> exceptions, string stated, CheckKind kind, CheckLog log)
    {
        if (exceptions.Count == 0)
        {
            log.Agree();
            return;
        }

        var column = sections.Column;
        log.Add("DOC-034", kind, Severity.Error, sentence.Spot, exceptions.Select(line => line.Cell(column).Spot), stated, string.Join("、", exceptions.Select(line => line.Name + line.Cell(column).Text)),
            ("table", sections.Table.Label), ("heading", column.Heading));
    }

    // 优良水体比例75% of the four sections named.
    private static void CheckRatio(Sentence sentence, IReadOnlyList<WaterClass> classes, CheckLog log)
    {
        var at = sentence.Text.IndexOf("优良", StringComparison.Ordinal);
        var percent = at < 0 ? null : sentence.Figures.FirstOrDefault(figure => figure.IsPercent() && figure.Start > at && figure.Start - at <= 14);
        if (percent is null || classes.Count == 0 || !Headings.Has(sentence.Text[at..percent.Start], "比例", "比率", "率") || Headings.Has(sentence.Text[at..percent.Start], "不低于", "达到") && sentence.Text[..at].Contains("目标", StringComparison.Ordinal))
        {
            return;
        }

        var good = classes.Count(found => found.IsGood);
        if (NumberInterval.Of(good * 100m / classes.Count).Overlaps(percent.Interval))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Ratio, Severity.Error, sentence.Spot, [sentence.Quote(percent.Start, percent.End)], sentence.Text[percent.Start..percent.End], Numbers.Like(percent, good * 100m / classes.Count) + "%",
            ("working", $"{Numbers.Count(good)}÷{Numbers.Count(classes.Count)}"));
    }

    private sealed record Sections(TableView Table, IReadOnlyList<TableLine> Lines)
    {
        public TableColumn Column => SectionClassRule.NowOf(Table);

        public IReadOnlyList<WaterClass> Classes => [.. Lines.Select(ClassOf).OfType<WaterClass>()];

        public WaterClass? ClassOf(TableLine line) => WaterClass.TryParse(line.Cell(Column).Text, out var found) ? found : null;

        public bool IsMissed(TableLine line) =>
            Table.Of(ColumnRole.TargetClass).FirstOrDefault() is { } target && WaterClass.TryParse(line.Cell(target).Text, out var wanted) && ClassOf(line) is { } found && found.National.Level > wanted.National.Level;
    }
}
