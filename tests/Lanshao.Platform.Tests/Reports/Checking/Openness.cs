using Lanshao.Documents.Language;

namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>
/// Says of a mutation whether the printed figures leave it open: the changed figure is a percentage, and its sentence has two figures of one unit whose share or change
/// can be, within their roundings, the right as well as the wrong percentage. 41 from 46 is a fall of 8.7 % to 12.9 %, so that 11.6 % for 10.9 % is no mistake that anybody can see.
/// </summary>
internal static class Openness
{
    public static bool IsOpen(Mutation mutation)
    {
        if (mutation.Line.StartsWith('|') || mutation.Change.Split(" → ") is not [var before, var after] || FigureReader.FindAll(before) is not [{ Unit.Kind: UnitKind.Ratio } right] || FigureReader.FindAll(after) is not [{ Unit.Kind: UnitKind.Ratio } wrong])
        {
            return false;
        }

        var sentence = mutation.Line.Split('。', '；').FirstOrDefault(part => part.Contains(after, StringComparison.Ordinal)) ?? "";
        var figures = FigureReader.FindAll(sentence).Where(figure => figure is { IsOrdinal: false, Unit.Kind: not UnitKind.Ratio }).ToList();
        return figures.Exists(one => figures.Exists(other => one != other && one.Unit == other.Unit && one.Rounded.PercentOf(other.Rounded) is { } share && (AreBoth(share, right, wrong) || AreBoth(share.Minus(NumberInterval.Of(100m)), right, wrong))));
    }

    // A fall is printed without its sign.
    private static bool AreBoth(NumberInterval value, Figure right, Figure wrong) => (value.Overlaps(right.Rounded) && value.Overlaps(wrong.Rounded)) || (value.Negated().Overlaps(right.Rounded) && value.Negated().Overlaps(wrong.Rounded));
}
