using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>扩项46项、取消9项，净增37项: what came less what went.</summary>
internal static class NetChangeRule
{
    private const int LongestLabel = 8;
    private static readonly string[] Nets = ["净增", "净增加", "净减", "净减少", "净奖励", "净扣缴", "净转入", "净转出"];
    private static readonly string[] Came = ["新增", "增加", "扩项", "扩增", "转入", "奖励", "移入", "纳入"];
    private static readonly string[] Went = ["移出", "取消", "减少", "退出", "注销", "关闭", "关停", "转出", "扣缴", "核减", "调出"];

    public static void Check(CheckedDocument document, CheckLog log)
    {
        foreach (var sentence in document.Sentences.Where(sentence => sentence.Passage.Table is null && sentence.Figures.Count > 2 && sentence.Text.Contains('净', StringComparison.Ordinal) && !log.IsSuspect(sentence.Spot)))
        {
            var net = sentence.Figures.FirstOrDefault(figure => IsPlain(figure) && Array.Exists(Nets, sentence.LabelOf(figure).EndsWith));
            var before = net is null ? [] : sentence.Figures.Where(figure => figure.End <= net.Start && IsPlain(figure) && figure.Unit!.Name == net.Unit!.Name).ToList();
            var came = before.FindAll(figure => Is(sentence, figure, Came));
            var went = before.FindAll(figure => Is(sentence, figure, Went));
            if (net is not null && came is [var more] && went is [var less])
            {
                CheckNet(sentence, net, more, less, log);
            }
        }
    }

    private static bool IsPlain(Figure figure) => figure is { IsPlain: true, IsOrdinal: false, Unit.Kind: not (UnitKind.Ratio or UnitKind.Points) };

    private static bool Is(Sentence sentence, Figure figure, string[] words) => sentence.LabelOf(figure) is var label && Array.Exists(words, label[Math.Max(0, label.Length - LongestLabel)..].EndsWith);

    private static void CheckNet(Sentence sentence, Figure net, Figure came, Figure went, CheckLog log)
    {
        if (Math.Abs(came.Value - went.Value) == net.Value || came.Rounded.Minus(went.Rounded) is var apart && came.Step < 1m && (apart.Overlaps(net.Rounded) || apart.Negated().Overlaps(net.Rounded)))
        {
            log.Agree();
            return;
        }

        log.Add("DOC-030", CheckKind.Sum, Severity.Warning, sentence.Spot, [sentence.Quote(came), sentence.Quote(went)], sentence.Quote(net).Text, Numbers.Like(net, Math.Abs(came.Value - went.Value)) + net.UnitText, ("working", $"{Numbers.Plain(came.Value)}－{Numbers.Plain(went.Value)}"));
    }
}
