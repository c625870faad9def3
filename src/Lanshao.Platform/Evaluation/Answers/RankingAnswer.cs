using System.Globalization;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answer of a table that ranks areas: where they stand in the city, how they moved, who is highest and lowest.</summary>
internal sealed class RankingAnswer
{
    private static readonly string[] Unsaid = ["", "未注明", "不适用"];

    private readonly FigureTable _table;
    private readonly List<PlaceRow> _rows;
    private readonly Direction _direction;
    private readonly string _noun;

    private RankingAnswer(FigureTable table)
    {
        _table = table;
        _rows = [.. table.Rows.Where(row => table.Cell(row, ColumnContent.Value)?.Number is not null)];
        _direction = new(table);
        _noun = table.Columns[table.ColumnOf(ColumnContent.Area)].Heading;
    }

    public static Answer Of(FigureTable table) => new RankingAnswer(table).Compose();

    private Answer Compose()
    {
        var answer = new Answer();
        if (_rows.Count == 0)
        {
            return answer;
        }

        _ = _rows.Exists(row => CityRank(row) is not null) ? SayInCity(answer) : answer.Say(Range(string.Empty)).Say(_direction.Clause());
        var missing = _table.Rows.Count - _rows.Count;
        return answer.Say(missing == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{missing}个{_noun}无数据"));
    }

    private Answer SayInCity(Answer answer)
    {
        var listed = _rows.Where(IsListed).ToList();
        if (_direction.IsUniform)
        {
            answer.Say(Range($"{_direction.Uniform}，范围"));
        }

        return listed.Count > 0 ? answer.Say(Standing(listed)).Say(Highest("区内最高")).Say(Lowest()) : answer.Say(HighestInCity()).Say(NoneListed());
    }

    /// <summary>18个街道（地区）4.7—7.1吨/平方公里·月（未扣除沙尘影响）.</summary>
    private string Range(string middle)
    {
        var content = _table.ColumnOf(ColumnContent.Whole) >= 0 && _rows.TrueForAll(row => _table.Cell(row, ColumnContent.Whole)!.Number is not null) ? ColumnContent.Whole : ColumnContent.Value;
        var cells = _rows.ConvertAll(row => _table.Cell(row, content)!);
        var (least, most) = (cells.MinBy(cell => cell.Number)!.Text, cells.MaxBy(cell => cell.Number)!.Text);
        var sand = _table.Scope is { } scope && !Unsaid.Contains(scope.Sand) ? $"（{scope.Sand}）" : string.Empty;
        var who = _rows.Count == 1 ? _rows[0].Name : string.Create(CultureInfo.InvariantCulture, $"{_rows.Count}个{_noun}");
        var values = least == most ? (_rows.Count > 1 ? "均为" : string.Empty) + most : $"{least}—{most}";
        return $"{who}{middle}{values}{_table.Definition.UnitLine}{sand}";
    }

    /// <summary>9个街道并列位于全市倒数第10位.</summary>
    private string Standing(List<PlaceRow> listed)
    {
        var worst = listed.Min(CityRank);
        var sharing = listed.Where(row => CityRank(row) == worst).ToList();
        var shared = sharing.Count > 1 ? "并列" : string.Empty;
        var place = string.Create(CultureInfo.InvariantCulture, $"{shared}位于全市倒数第{worst}位");
        if (sharing.Count == listed.Count)
        {
            return sharing.Count == 1 ? sharing[0].Name + place : string.Create(CultureInfo.InvariantCulture, $"{sharing.Count}个{_noun}{place}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{listed.Count}个{_noun}进入全市后{_table.Definition.CityWorst}名，其中{Names(sharing)}{place}");
    }

    /// <summary>区内最高甲街道39.3，同比持平.</summary>
    private string Highest(string word)
    {
        var rows = Extreme(highest: true);
        var change = rows.Count == 1 && !_direction.IsUniform ? Direction.Of(_table.Cell(rows[0], ColumnContent.Change)) : null;
        return $"{word}{Named(rows)}{(change is null ? string.Empty : "，" + change)}";
    }

    private string? Lowest() => _direction.IsUniform || Value(Extreme(highest: true)[0]) == Value(Extreme(highest: false)[0]) ? null : $"最低{Named(Extreme(highest: false))}";

    /// <summary>最高甲街道107.9，市倒排第48位.</summary>
    private string HighestInCity()
    {
        var rank = Extreme(highest: true).Min(CityRank);
        return Highest("最高") + (rank is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"，市倒排第{rank}位"));
    }

    private string? NoneListed() =>
        _table.Definition.CityWorst is { } most ? string.Create(CultureInfo.InvariantCulture, $"无{_noun}进入全市后{most}名") : null;

    private List<PlaceRow> Extreme(bool highest)
    {
        var value = highest ? _rows.Max(Value) : _rows.Min(Value);
        return _rows.FindAll(row => Value(row) == value);
    }

    private string Named(List<PlaceRow> rows) => Names(rows) + _table.Cell(rows[0], ColumnContent.Value)!.Text;

    private string Names(List<PlaceRow> rows) => NameList.Join(rows.ConvertAll(row => row.Name), _noun);

    private bool IsListed(PlaceRow row) => CityRank(row) is { } rank && (_table.Definition.CityWorst is not { } most || rank <= most);

    private decimal? CityRank(PlaceRow row) => _table.Cell(row, ColumnContent.CityRank)?.Number;

    private decimal? Value(PlaceRow row) => _table.Cell(row, ColumnContent.Value)!.Number;
}
