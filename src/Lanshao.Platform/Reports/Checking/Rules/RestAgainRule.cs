using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>尚有311户未完成 … 完成剩余311户改造 … 17个排污口整治滞后: what is left has one number wherever it is said again of the same things, unless two numbers of a paragraph or of a row make the other.</summary>
internal static class RestAgainRule
{
    private const int LongestLead = 8;
    private const int LongestBehind = 16;
    private const int MostFigures = 30;
    private const int MostSaid = 60;
    private static readonly string[] Leads = ["剩余", "尚有", "还有", "仍有", "余下", "未完成", "未整改", "未办结", "未达标", "不达标", "未整治"];
    private static readonly string[] Behind = ["未完成", "没有完成", "未整改", "未办结", "未整治", "未开工", "滞后", "偏慢", "缓慢", "尚未"];
    private static readonly string[] Generic = ["完成", "整改", "整治", "任务", "项目", "工程", "问题", "工作", "全部", "其中", "已", "未", "剩余", "尚有", "还有", "仍有", "没有", "进度", "滞后", "偏慢", "月底前", "年底前", "投资", "亿元", "万元", "一是", "二是", "三是", "达标", "改造", "治理", "建设", "正在"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        var said = document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(RestsOf).Take(MostSaid).ToList();
        if (said.Count < 2)
        {
            return;
        }

        var apart = document.Passages.Where(passage => passage.Table is null).SelectMany(ApartIn).Concat(document.Tables.SelectMany(ApartIn)).ToHashSet();
        foreach (var rest in said.Where(rest => !log.IsSuspect(rest.Sentence.Spot)))
        {
            var same = said.FindAll(other => other.Figure != rest.Figure && other.Unit == rest.Unit && AreAlike(rest.Words, other.Words));
            if (same.Count == 0 || same.Exists(other => other.Figure.Value == rest.Figure.Value) || apart.Contains((rest.Unit, rest.Figure.Value)))
            {
                log.Agree(same.Count > 0 ? 1 : 0);
                continue;
            }

            log.Add("DOC-010", CheckKind.FigureConflict, Severity.Warning, rest.Sentence.Spot, [same[0].Spot], rest.Spot.Text, same[0].Spot.Text, ("name", rest.Words));
        }
    }

    private static IEnumerable<Rest> RestsOf(Sentence sentence)
    {
        foreach (var figure in sentence.Figures.Where(figure => figure is { IsPlain: true, IsOrdinal: false, Unit: not null } && !figure.IsShare()))
        {
            var lead = sentence.Before(figure.Start, LongestLead);
            lead = lead[(lead.AsSpan().LastIndexOfAny("，；、）".AsSpan()) + 1)..];
            var stop = Math.Min(sentence.ClauseEnd(figure.End), sentence.Figures.FirstOrDefault(other => other.Start >= figure.End)?.Start ?? sentence.Text.Length);
            var behind = sentence.Text[figure.End..Math.Max(figure.End, Math.Min(stop, figure.End + LongestBehind))].Split('、', '（', '(')[0];
            // 4个工地未整改19个: what is left are the 19.
            var isOfNext = stop < sentence.ClauseEnd(figure.End) && Array.Exists(Behind, behind.EndsWith);
            if ((Headings.Has(lead, Leads) || (Headings.Has(behind, Behind) && !isOfNext)) && !Headings.Has(behind, "已", "同比", "其中"))
            {
                yield return new Rest(sentence, figure, sentence.ClauseBefore(figure.Start) + "，" + behind);
            }
        }
    }

    // What two numbers of a paragraph are apart.
    private static IEnumerable<(string Unit, decimal Value)> ApartIn(Passage passage) =>
        from unit in passage.Sentences.SelectMany(sentence => sentence.Figures).Where(figure => figure is { IsOrdinal: false, Unit: not null } && !figure.IsShare()).Take(MostFigures).GroupBy(figure => figure.Unit!.Name)
        from whole in unit
        from part in unit
        where whole.Value > part.Value
        select (unit.Key, whole.Value - part.Value);

    // Of a table only what a row leaves: two cells of it.
    private static IEnumerable<(string Unit, decimal Value)> ApartIn(TableView table) =>
        from line in table.Lines
        let values = table.Columns.Where(column => column.IsValue && line.Value(column) is not null).Take(MostFigures / 3).ToList()
        from whole in values
        from part in values
        where line.Value(whole) > line.Value(part)
        from unit in new[] { whole.Unit?.Name, table.Unit?.Name, part.Unit?.Name }.OfType<string>().Distinct()
        select (unit, table.Scaled(line, whole)!.Value - table.Scaled(line, part)!.Value);

    private static bool AreAlike(string one, string other) => Likeness.LongestCommon(Bare(one, '|'), Bare(other, '#')).Length > 1;

    // What is no name of a thing becomes a mark that the other text does not have.
    private static string Bare(string words, char mark) => string.Concat(Generic.Aggregate(words, (rest, word) => rest.Replace(word, "|", StringComparison.Ordinal)).Select(letter => ChineseText.IsHan(letter) ? letter : mark));

    private sealed record Rest(Sentence Sentence, Figure Figure, string Words)
    {
        public string Unit => Figure.Unit!.Name;

        public Spot Spot => Sentence.Quote(Figure);
    }
}
