using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Reports.Wording;

/// <summary>Reads <c>reports.yaml</c>.</summary>
internal static class ReportTemplatesReader
{
    private const string File = "reports.yaml";

    private static readonly Dictionary<string, ReportKind> Kinds = new() { ["half-year"] = ReportKind.HalfYear, ["quarter"] = ReportKind.Quarter, ["month"] = ReportKind.Month, ["week"] = ReportKind.Week };

    public static ReportTemplates Read(Pack pack, PackProblems problems)
    {
        var templates = new List<ReportTemplate>();
        foreach (var map in PackMap.OpenList(pack.Files, File, "reports", problems, required: false))
        {
            templates.Add(new(map.Choice("kind", Kinds), map.Text("title"), [.. map.Maps("body").Select(block => Block(block, problems))]));
            map.Done();
        }

        return new(templates);
    }

    private static TemplateBlock Block(PackMap map, PackProblems problems)
    {
        var level = map.WholeOrNull("level", 1, 4) ?? 0;
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
        return new(level, sentences);
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
