using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>37个断面中，达到或优于Ⅲ类31个；Ⅳ类5个；Ⅴ类1个；无劣Ⅴ类: the classes of water make all sections.</summary>
internal static class ClassSumRule
{
    private static readonly string[] Upper = ["优于Ⅲ类", "Ⅰ—Ⅲ类", "Ⅰ-Ⅲ类", "Ⅰ～Ⅲ类", "Ⅰ~Ⅲ类", "优良"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var run in document.Passages.Where(passage => passage.Table is null && passage.Text.Contains('Ⅴ', StringComparison.Ordinal)).SelectMany(passage => passage.Runs()))
        {
            var whole = run[0].Figures.FirstOrDefault(figure => figure is { IsCounted: true, IsPlain: true, UnitText: "个" } && run[0].Text[figure.End..run[0].ClauseEnd(figure.End)] is var words && words.Split('Ⅰ', 'Ⅱ', 'Ⅲ', '达', '符')[0] is var noun && noun.EndsWith('中') && Headings.Has(noun, "断面", "点位"));
            if (whole is not null)
            {
                CheckRun(run, whole, log);
            }
        }
    }

    private static void CheckRun(IReadOnlyList<Sentence> run, Figure whole, CheckLog log)
    {
        var counts = run.SelectMany(sentence => sentence.Figures.Where(figure => figure != whole && figure is { IsCounted: true, IsPlain: true, UnitText: "个" } && Directions.Before(sentence.Text, figure.Start) == 0)
            .Select(figure => (Class: ClassOf(sentence.LabelOf(figure)), Sentence: sentence, Figure: figure))).Where(count => count.Class is not null).ToList();
        var text = string.Join('；', run.Select(sentence => sentence.Text));
        // Ⅱ类2个、Ⅲ类3个 name each class; 优良5个 beside them is their sum.
        var areEach = counts.Exists(count => count.Class == "Ⅱ") && counts.Exists(count => count.Class == "Ⅲ");
        counts = areEach ? counts.FindAll(count => count.Class != "优良") : counts.FindAll(count => count.Class is not ("Ⅰ" or "Ⅱ" or "Ⅲ"));
        var hasWorst = counts.Exists(count => count.Class == "劣Ⅴ") || Headings.Has(text, "无劣Ⅴ", "没有劣Ⅴ");
        var hasFifth = counts.Exists(count => count.Class == "Ⅴ") || Headings.Has(text, "无Ⅴ");
        if ((!areEach && !counts.Exists(count => count.Class == "优良")) || !counts.Exists(count => count.Class == "Ⅳ") || !hasWorst || !hasFifth || counts.GroupBy(count => count.Class).Any(group => group.Skip(1).Any()))
        {
            return;
        }

        var sum = counts.Sum(count => count.Figure.Value);
        if (sum == whole.Value)
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Error, counts[^1].Sentence.Spot, [run[0].Quote(whole), .. counts.Select(count => count.Sentence.Quote(count.Figure))], run[0].Quote(whole).Text, Numbers.Plain(sum) + "个",
            ("working", string.Join("＋", counts.Select(count => Numbers.Plain(count.Figure.Value)))));
    }

    private static string? ClassOf(string label) =>
        Headings.Has(label, Upper) ? "优良" : label.Contains("劣Ⅴ", StringComparison.Ordinal) ? "劣Ⅴ" : Headings.Has(label, "Ⅳ类") ? "Ⅳ" : Headings.Has(label, "Ⅴ类") ? "Ⅴ" : Headings.Has(label, "Ⅲ类") ? "Ⅲ" : Headings.Has(label, "Ⅱ类") ? "Ⅱ" : Headings.Has(label, "Ⅰ类") ? "Ⅰ" : null;
}
