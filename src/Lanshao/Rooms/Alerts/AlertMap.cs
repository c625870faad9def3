using Lanshao.Documents.Charts;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Evaluation;
using Lanshao.Texts;

namespace Lanshao.Rooms.Alerts;

/// <summary>Where an alert is: its 街道 and the neighbours in the 位置示意图, with the alerts of the same night.</summary>
/// <param name="District">The district.</param>
/// <param name="Area">The alert's 街道.</param>
/// <param name="Counts">Alerts of the night by code of the 街道.</param>
/// <param name="Rules">The rules, which say whose neighbours agree; where they name none, those in the map are beside each other.</param>
internal sealed record AlertMap(District District, Subdistrict Area, IReadOnlyDictionary<string, int> Counts, AlertRules Rules)
{
    /// <summary>Draws the map.</summary>
    public ChartDrawing Draw(string number, double width, UiTexts t)
    {
        var tiles = District.Subdistricts.Select(area => Tile(area, t)).ToList();
        var neighbours = District.Subdistricts.Where(IsNeighbour).Select(area => $"{area.Name}{t["{0}件", Count(area)]}");
        return AreaMap.Draw(
            new(
                t["报警{0}的位置和当晚各街道报警（位置示意）", number],
                t["{0}当晚报警{1}件；相邻的有{2}", Area.Name, Count(Area), string.Join('、', neighbours)],
                t[FigureMap.Note],
                [t["街道（地区）"], t["当晚报警"], t["位置"]]),
            tiles,
            [new(AreaMap.Tone.High, t["本报警所在街道"]), new(AreaMap.Tone.Raised, t["相邻，当晚也有报警"])],
            width);
    }

    private AreaMap.Tile Tile(Subdistrict area, UiTexts t)
    {
        var (tone, word) = area == Area ? (AreaMap.Tone.High, t["本报警"])
            : IsNeighbour(area) ? (Count(area) > 0 ? AreaMap.Tone.Raised : AreaMap.Tone.Plain, t["相邻"])
            : (AreaMap.Tone.Plain, string.Empty);
        var cell = area.Cell!.Value;
        return new(area.ShortName, cell.Row, cell.Column, t["{0}件", Count(area)], word, tone) { FullName = area.Name };
    }

    private bool IsNeighbour(Subdistrict area) => area != Area && (Rules.Neighbours.Count == 0 ? area.Cell!.Value.Touches(Area.Cell!.Value) : Rules.AreNear(area.Code, Area.Code));

    private int Count(Subdistrict area) => Counts.GetValueOrDefault(area.Code);
}
