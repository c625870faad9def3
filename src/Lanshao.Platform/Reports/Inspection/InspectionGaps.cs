using System.Globalization;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Progress;

namespace Lanshao.Platform.Reports.Inspection;

/// <summary>Says what a folder for an inspection lacks, in the words of its first page.</summary>
internal static class InspectionGaps
{
    private const int MostNamed = 12;

    public static IEnumerable<string> Of(
        IReadOnlyList<TaskBoard.Row> measures, IReadOnlyList<InspectionPapers.Entry> said, IReadOnlyList<Evidence> proofs, IReadOnlyList<InspectionPapers.Aim> targets, IReadOnlyList<InspectionPapers.Figure> figures, IReadOnlyList<Report> issued)
    {
        if (measures.Count == 0)
        {
            yield return "没有符合的计划任务：年度计划没有导入，或没有这样的编号。";
        }

        var (told, proved) = (said.Select(entry => entry.Measure).ToHashSet(), proofs.Select(proof => proof.MeasureId).ToHashSet());
        foreach (var gap in new[]
        {
            Named("措施没有报送进展", measures.Where(row => !told.Contains(row.Id)).Select(row => row.Code)),
            Named("措施已过时限没有完成", measures.Where(row => row.State == MeasureState.Overdue).Select(row => row.Code)),
            Named("措施报了进展没有佐证", measures.Where(row => told.Contains(row.Id) && !proved.Contains(row.Id)).Select(row => row.Code)),
            Named("佐证只登记了名称，文件不在库里", proofs.Where(proof => proof.FileSha256 is null).Select(proof => proof.Name)),
            Named("目标没有可比的数字", targets.Where(aim => aim.Figures.Now is null).Select(row => row.Code).Distinct()),
            Named("数字还是初步的", figures.Where(figure => figure.Value.Status < FigureStatus.Reviewed).Select(figure => figure.Indicator.ShortName).Distinct()),
            Named("数字缺测或有效性不足", figures.Where(figure => figure.Value is { Number: null, Text: null }).Select(figure => figure.Indicator.ShortName).Distinct()),
        }.OfType<string>())
        {
            yield return gap;
        }

        if (issued.Count == 0)
        {
            yield return "这一时段没有登记到“已印发”的文稿。";
        }
    }

    private static string? Named(string what, IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{what}的有{all.Count}项：{string.Join('、', all.Take(MostNamed))}{(all.Count > MostNamed ? "等" : string.Empty)}。");
    }
}
