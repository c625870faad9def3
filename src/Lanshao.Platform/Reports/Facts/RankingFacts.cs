using Lanshao.Platform.Evaluation;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Facts;

/// <summary>What a ranking of areas gives to say: the range, the first and the last by name, how they moved, where they stand in the city.</summary>
internal sealed class RankingFacts
{
    private readonly FigureTable _table;
    private readonly TableFacts _facts;
    private readonly List<PlaceRow> _rows;

    // Figures on other grounds take no place in the table, hence none in what is said of it.
    private readonly List<PlaceRow> _apart;

    private RankingFacts(FigureTable table)
    {
        _table = table;
        _facts = new(table);
        var known = table.Rows.Where(row => Number(row, ColumnContent.Value) is not null).ToList();
        var placed = known.FindAll(row => Number(row, ColumnContent.DistrictRank) is not null);
        _rows = placed.Count > 0 ? placed : known;
        _apart = known.FindAll(row => !_rows.Contains(row));
    }

    public static IEnumerable<NamedFact> Of(FigureTable table)
    {
        var facts = new RankingFacts(table);
        if (facts._rows.Count > 0)
        {
            facts._facts.Count("areas", $"有数据的{facts._facts.Noun}数", facts._rows, ColumnContent.Value);
            facts._facts.Count("apart", $"口径不同、不排名的{facts._facts.Noun}数", facts._apart, ColumnContent.Value);
            facts._facts.Names("apart-names", $"口径不同、不排名的{facts._facts.Noun}", facts._apart, ColumnContent.Value);
            facts.Extremes();
            facts.Changes();
            facts.InCity();
        }

        return facts._facts.All;
    }

    private void Extremes()
    {
        var unit = _table.Indicator.PrintedUnit;
        foreach (var (content, prefix, word) in new[] { (ColumnContent.Value, string.Empty, string.Empty), (ColumnContent.Whole, "whole-", "（取整）") })
        {
            var rows = _rows.FindAll(row => Number(row, content) is not null);
            if (rows.Count == _rows.Count)
            {
                _facts.Cell(prefix + "max", "最高值" + word, _table.Cell(rows.MaxBy(row => Number(row, content))!, content), unit);
                _facts.Cell(prefix + "min", "最低值" + word, _table.Cell(rows.MinBy(row => Number(row, content))!, content), unit);
            }
        }

        NameThose("highest", "最高", _rows.Max(row => Number(row, ColumnContent.Value)));
        NameThose("lowest", "最低", _rows.Min(row => Number(row, ColumnContent.Value)));
        var last = _rows.FindAll(row => Number(row, ColumnContent.DistrictRank) <= FigureMap.LastPlaces);
        _facts.Names("last3", "区内后三位", last, ColumnContent.Value);
        _facts.Count("last3-count", "区内后三位个数", last, ColumnContent.Value);
    }

    private void NameThose(string take, string word, decimal? value)
    {
        var rows = _rows.FindAll(row => Number(row, ColumnContent.Value) == value);
        _facts.Names(take, $"{word}的{_facts.Noun}", rows, ColumnContent.Value);
        _facts.Count(take + "-count", $"{word}的{_facts.Noun}数", rows, ColumnContent.Value);
    }

    private void Changes()
    {
        var changed = _rows.FindAll(row => Number(row, ColumnContent.Change) is not null);
        if (changed.Count == 0)
        {
            return;
        }

        _facts.Count("changes", "有同比的个数", changed, ColumnContent.Change);
        foreach (var (take, word, sign) in new[] { ("falling", "同比下降", -1), ("flat", "同比持平", 0), ("rising", "同比上升", 1) })
        {
            var rows = changed.FindAll(row => Math.Sign(Number(row, ColumnContent.Change)!.Value) == sign);
            _facts.Count(take, $"{word}的{_facts.Noun}数", rows, ColumnContent.Change);
            _facts.Names(take + "-names", $"{word}的{_facts.Noun}", rows, ColumnContent.Change);
        }

        var unit = _table.Cell(changed[0], ColumnContent.Change)!.IsPercent ? "%" : _table.Indicator.PrintedUnit;
        foreach (var (take, word, row) in new[] { ("change-min", "最小同比", changed.MinBy(row => Number(row, ColumnContent.Change))!), ("change-max", "最大同比", changed.MaxBy(row => Number(row, ColumnContent.Change))!) })
        {
            _facts.Cell(take, word, _table.Cell(row, ColumnContent.Change), unit);
            _facts.Names(take + "-names", word + $"的{_facts.Noun}", changed.FindAll(other => Number(other, ColumnContent.Change) == Number(row, ColumnContent.Change)), ColumnContent.Change);
        }
    }

    private void InCity()
    {
        var ranked = _rows.FindAll(row => Number(row, ColumnContent.CityRank) is not null);
        if (ranked.Count == 0)
        {
            return;
        }

        var worst = ranked.MinBy(row => Number(row, ColumnContent.CityRank))!;
        var sharing = ranked.FindAll(row => Number(row, ColumnContent.CityRank) == Number(worst, ColumnContent.CityRank));
        _facts.Cell("city-rank", "市倒排最靠前的名次", _table.Cell(worst, ColumnContent.CityRank), "位");
        _facts.Count("city-rank-count", "居该名次的个数", sharing, ColumnContent.CityRank);
        _facts.Names("city-rank-names", "居该名次的" + _facts.Noun, sharing, ColumnContent.CityRank);
        if (_table.Definition.CityWorst is { } list)
        {
            var listed = ranked.FindAll(row => Number(row, ColumnContent.CityRank) <= list);
            _facts.Figure("city-list", "进入全市后若干名的界限", Reported.Of(list, 0), "名", [], FactOrigin.Given);
            _facts.Count("listed", "进入全市后若干名的个数", listed, ColumnContent.CityRank);
            _facts.Names("listed-names", "进入全市后若干名的" + _facts.Noun, listed, ColumnContent.CityRank);
        }
    }

    private decimal? Number(PlaceRow row, ColumnContent content) => _table.Cell(row, content)?.Number;
}
