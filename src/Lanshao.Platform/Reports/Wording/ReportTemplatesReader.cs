using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>Reads <c>reports.yaml</c>.</summary>
internal static class ReportTemplatesReader
{
    private const string File = "reports.yaml";

    private static readonly Dictionary<string, ReportKind> Kinds = ReportKinds.All.ToDictionary(ReportKinds.CodeOf);

    private static readonly Dictionary<string, ChartKind> Charts = new() { ["bars"] = ChartKind.Bars, ["map"] = ChartKind.Map, ["trend"] = ChartKind.Trend, ["calendar"] = ChartKind.Calendar, ["rose"] = ChartKind.Rose };

    private static readonly Dictionary<string, TableSpan> Spans = new() { ["so-far"] = TableSpan.SoFar, ["own"] = TableSpan.Own, ["review"] = TableSpan.Review };

    public static ReportTemplates Read(Pack pack, PackProblems problems)
    {
        var templates = new List<ReportTemplate>();
        foreach (var map in PackMap.OpenList(pack.Files, File, "reports", problems, required: false))
        {
            templates.Add(Template(map, templates, pack, problems));
            map.Done();
        }

        return new(templates);
    }

    private static ReportTemplate Template(PackMap map, List<ReportTemplate> before, Pack pack, PackProblems problems)
    {
        var (kind, title, own) = (map.Choice("kind", Kinds), map.Text("title"), map.Maps("body").Select(block => Block(block, pack, problems)).ToList());
        var blocks = map.TextOrNull("bodyOf") is { } other ? BlocksOf(map, other, before) : own;
        var annexes = map.Maps("annexes").Select(annex => Annex(annex, pack.Read(PrintedTables.Part))).ToList();
        return new(kind, title, blocks)
        {
            RedHead = map.TextOrNull("redHead"),
            DocumentNumber = map.TextOrNull("documentNumber"),
            Issuer = map.TextOrNull("issuer"),
            Annexes = annexes.Count > 0 ? annexes : null,
            DraftedOn = map.WholeOrNull("draftedOn", kind == ReportKind.HighValue ? 0 : 1, kind switch { ReportKind.HighValue => 0, ReportKind.Week => 7, _ => 28 }),
        };
    }

    // A document that reads as another one: the annual report as the half-year's.
    private static IReadOnlyList<TemplateBlock> BlocksOf(PackMap map, string kind, List<ReportTemplate> before)
    {
        if (Kinds.TryGetValue(kind, out var known) && before.Find(template => template.Kind == known) is { } found)
        {
            return found.Blocks;
        }

        map.UnknownReference("bodyOf", kind, Kinds.Where(word => before.Exists(template => template.Kind == word.Value)).Select(word => word.Key));
        return [];
    }

    private static TemplateAnnex Annex(PackMap map, PrintedTables tables)
    {
        var table = map.TextOrNull("table");
        if (table is not null && tables.Find(table) is null)
        {
            map.UnknownReference("table", table, tables.All.Select(known => known.Code));
        }

        var annex = new TemplateAnnex(table, map.Choice("span", Spans, TableSpan.SoFar), !map.Flag("figuresOnly"));
        map.Done();
        return annex;
    }

    private static TemplateBlock Block(PackMap map, Pack pack, PackProblems problems)
    {
        var level = map.WholeOrNull("level", 1, 4) ?? 0;
        var (chart, draws) = Chart(map, pack);
        var sentences = new List<TemplateSentence>();
        if (level > 0)
        {
            sentences.Add(new(map.Code("key"), [Wording(map, "text", problems)]));
        }

        foreach (var sentence in map.Maps("sentences"))
        {
            var (key, wording) = (sentence.Code("key"), Wording(sentence, "say", problems));
            sentence.Done();
            if (sentences.FindIndex(known => known.Key == key) is var at and >= 0)
            {
                sentences[at] = sentences[at] with { Wordings = [.. sentences[at].Wordings, wording] };
            }
            else
            {
                sentences.Add(new(key, [wording]));
            }
        }

        map.Done();
        return new(level, sentences) { Chart = chart, Draws = draws };
    }

    // Months, days and winds are drawn of an indicator, all else of a table, which may be of the document's own week or review.
    private static (string? Chart, ChartKind Draws) Chart(PackMap map, Pack pack)
    {
        var (chart, draws) = (map.TextOrNull("chart"), map.Choice("as", Charts, ChartKind.Bars));
        IEnumerable<string> known = draws is ChartKind.Trend or ChartKind.Calendar or ChartKind.Rose ? pack.Read(IndicatorList.Part).All.Select(indicator => indicator.Code) : pack.Read(PrintedTables.Part).All.Select(table => table.Code);
        if (chart is not null && !known.Contains(chart[(chart.IndexOf('.', StringComparison.Ordinal) + 1)..]))
        {
            map.UnknownReference("chart", chart, known);
        }

        return (chart, draws);
    }

    private static Wording Wording(PackMap map, string key, PackProblems problems)
    {
        var (say, when) = (map.Text(key), map.TextOrNull("when") ?? string.Empty);
        if (SentenceText.Parse(say) is { IsRefused: true } broken)
        {
            problems.Error("PACK-009", map.SpotOf(key), ("expected", "{…}、[…]"), ("found", broken.Refusal.Arguments["found"]));
        }

        if (Condition.Parse(when) is null)
        {
            problems.Error("PACK-009", map.SpotOf("when"), ("expected", "a = b and c > 0"), ("found", when));
        }

        return new(when, say);
    }
}
