using System.Globalization;
using Lanshao.Platform.Evaluation.Stations;
using Lanshao.Standards.Air;
using Lanshao.Texts;

namespace Lanshao.Rooms.Evaluation;

/// <summary>The sentences for days without an index and periods that may not be judged by.</summary>
internal static class AirReasons
{
    private static readonly Dictionary<string, string> None = [];

    public static string? Of(AirDay day) => day.Reason switch
    {
        AirDayReason.NoValidItem => ErrorTexts.Sentence("STD-020", None),
        AirDayReason.ItemMissing => ErrorTexts.Sentence("STD-021", new Dictionary<string, string> { ["items"] = AirNames.List(day.Missing) }),
        AirDayReason.NoEdition => ErrorTexts.Sentence("STD-022", None),
        AirDayReason.NoSubIndex => ErrorTexts.Sentence("STD-023", None),
        _ => null,
    };

    public static string? Of(AirPeriodReason? reason) => reason is null ? null : ErrorTexts.Sentence("STD-024", new Dictionary<string, string>
    {
        ["where"] = reason.Where,
        ["found"] = reason.Found.ToString(CultureInfo.InvariantCulture),
        ["needed"] = reason.Needed.ToString(CultureInfo.InvariantCulture),
    });
}
