namespace Lanshao.Platform.Tests.Reports.Checking;

/// <summary>Tables that several tests speak of.</summary>
internal static class DraftTables
{
    /// <summary>Quarters among their months, and the whole below them.</summary>
    public const string Quarters = """
        附表1
        2025年前三季度执法情况
        |时段|检查（家次）|立案（件）
        |一季度|556|34
        |1月|186|11
        |2月|142|7
        |3月|228|16
        |二季度|761|54
        |4月|241|14
        |5月|263|19
        |6月|257|21
        |三季度|775|46
        |7月|248|13
        |8月|272|18
        |9月|255|15
        |前三季度|2092|134
        """;
}
