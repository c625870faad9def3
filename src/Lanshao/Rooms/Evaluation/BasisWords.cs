using System.Globalization;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Indicators;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>Says what figures are based on: source, scope, status.</summary>
internal static class BasisWords
{
    /// <summary>Returns who says it, in which table, of which day, in which row.</summary>
    public static string Source(IndicatorValue value, UiTexts t)
    {
        var table = value.SourceTable.Length == 0 ? string.Empty : $"《{value.SourceTable}》";
        var day = value.IssuedOn is { } issued ? issued.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) : t["印发日期未注明"];
        var row = value.SourceRow is { } number ? t["，第{0}行", number] : string.Empty;
        return $"{value.Source}{table}（{day}）{row}";
    }

    /// <summary>Returns the line below an answer: period, source, scopes that matter, status.</summary>
    public static string Line(FigureTable table, UiTexts t)
    {
        var shown = table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Values.FirstOrDefault()).OfType<IndicatorValue>().ToList();
        var sources = shown.Where(value => value.Indicator == table.Indicator.Code).Select(value => value.Source).Distinct();
        var statuses = shown.Select(value => value.Status).Distinct().Order().Select(FigureWords.Of);
        string[] scopes = table.Scope is { } scope ? [scope.Station, scope.Sand] : [];
        IEnumerable<string> parts =
        [
            table.Period.ChineseText,
            string.Join('、', sources),
            .. scopes.Where(word => word is not (FigureWords.NotStated or FigureWords.NotApplicable)),
            string.Join('、', statuses.Select(word => t[word])),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }
}
