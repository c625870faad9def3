using Lanshao.Platform.Districts;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answer that a table gives, in words, made from its own cells, so that sentence and table cannot disagree.</summary>
public static class TableAnswer
{
    /// <param name="table">The table.</param>
    /// <param name="district">The district that it was made for.</param>
    /// <returns>The answer; an empty one where the table has no figures.</returns>
    public static Answer Of(FigureTable table, District district)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(district);

        return table.Definition.Layout switch
        {
            TableLayout.Ranking => RankingAnswer.Of(table),
            TableLayout.Counts => CountsAnswer.Of(table),
            TableLayout.Bulletin => BulletinAnswer.Of(table),
            TableLayout.Sections => WaterAnswer.Sections(table, district),
            _ => WaterAnswer.Points(table, district),
        };
    }
}
