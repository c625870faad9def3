using Lanshao.Platform.Foundation;

namespace Lanshao.Rooms.Reports;

/// <summary>The words of a check for people.</summary>
internal static class CheckWords
{
    public static string Of(Severity severity) => severity switch { Severity.Error => "必须核对", Severity.Warning => "建议核对", _ => "提示" };
}
