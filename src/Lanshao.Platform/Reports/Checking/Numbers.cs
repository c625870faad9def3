using System.Globalization;
using Lanshao.Documents.Language;
using Lanshao.Standards;

namespace Lanshao.Platform.Reports.Checking;

/// <summary>Prints computed numbers in findings.</summary>
internal static class Numbers
{
    /// <summary>Prints a value as it is, without closing zeros.</summary>
    public static string Plain(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>Prints a value with a number of decimals, rounded by GB/T 8170.</summary>
    public static string Shown(decimal value, int decimals) => Rounding.HalfEven(value, decimals).ToString(CultureInfo.InvariantCulture);

    /// <summary>Prints a value in as many decimals as a figure has.</summary>
    public static string Like(Figure figure, decimal value) => Shown(value, DecimalsOf(figure));

    /// <summary>The middle of an interval, printed with a number of decimals.</summary>
    public static string Middle(NumberInterval interval, int decimals) => Shown((interval.Low + interval.High) / 2m, decimals);

    /// <summary>Prints a count.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Decimals that a figure is printed with.</summary>
    public static int DecimalsOf(Figure figure) => figure.Step >= 1m ? 0 : figure.Step.Scale;
}
