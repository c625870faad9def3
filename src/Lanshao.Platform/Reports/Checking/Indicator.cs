using System.Buffers;
using Lanshao.Documents.Language;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Makes the ways in which documents name one thing comparable: 细颗粒物（PM2.5） and PM2.5, quotes, blanks.</summary>
internal static class Indicator
{
    private static readonly (string Chinese, string Symbol)[] Pollutants =
        [("总悬浮颗粒物", "TSP"), ("可吸入颗粒物", "PM10"), ("细颗粒物", "PM2.5"), ("二氧化硫", "SO2"), ("二氧化氮", "NO2"), ("一氧化碳", "CO"), ("臭氧", "O3"), ("挥发性有机物", "VOCS")];

    // Each of the names has one of these.
    private static readonly SearchValues<char> PollutantSigns = SearchValues.Create("颗氧氮挥");

    /// <summary>Returns the text with pollutants as symbols, without blanks, quotes and brackets around a symbol.</summary>
    public static string Normal(string text)
    {
        var normal = ChineseText.Compact(text).Replace("PM₂.₅", "PM2.5", StringComparison.Ordinal).Replace("PM₁₀", "PM10", StringComparison.Ordinal)
            .Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var (chinese, symbol) in normal.AsSpan().IndexOfAny(PollutantSigns) < 0 ? [] : Pollutants)
        {
            normal = normal.Replace($"{chinese}（{symbol}）", symbol, StringComparison.Ordinal).Replace($"{chinese}({symbol})", symbol, StringComparison.Ordinal).Replace(chinese, symbol, StringComparison.Ordinal);
        }

        return normal;
    }

    /// <summary>The symbols in a normal text: PM2.5, TSP, VOCS.</summary>
    public static IReadOnlySet<string> Symbols(string normal)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < normal.Length; i++)
        {
            if (!char.IsAsciiLetter(normal[i]))
            {
                continue;
            }

            var start = i;
            while (i < normal.Length && (char.IsAsciiLetterOrDigit(normal[i]) || (normal[i] == '.' && i + 1 < normal.Length && char.IsAsciiDigit(normal[i + 1]))))
            {
                i++;
            }

            if (i - start > 1)
            {
                found.Add(normal[start..i]);
            }
        }

        return found;
    }
}
