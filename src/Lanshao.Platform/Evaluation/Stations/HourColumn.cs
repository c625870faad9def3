using Lanshao.Platform.Monitoring;
using Lanshao.Standards.Air;

namespace Lanshao.Platform.Evaluation.Stations;

/// <summary>Stored hours in the form in which the standards take them: scaled whole numbers where these hold them exactly, decimals elsewhere.</summary>
internal static class HourColumn
{
    private const long Millionth = 1_000_000;

    /// <summary>Returns the column; null where no hour counts.</summary>
    public static HourlyColumn? Of(HourMeans hours) => hours.Valid == 0 ? null : Scaled(hours) ?? HourlyColumn.OfDecimals(Plain(hours));

    private static HourlyColumn? Scaled(HourMeans hours)
    {
        // The largest power of ten that divides all means, so that the numbers stay small.
        var (divisor, most) = (Millionth, 0L);
        for (var hour = 0; hour < hours.Sums.Length; hour++)
        {
            if (hours.Counts[hour] > 1 && hours.Sums[hour] % hours.Counts[hour] != 0)
            {
                return null;
            }

            var mean = hours.Counts[hour] == 0 ? 0 : hours.Sums[hour] / hours.Counts[hour];
            while (mean % divisor != 0)
            {
                divisor /= 10;
            }

            most = Math.Max(most, mean);
        }

        return most / divisor > HourlyColumn.LargestScaled ? null : HourlyColumn.OfScaled(Divided(hours, divisor), DecimalsOf(divisor));
    }

    private static int[] Divided(HourMeans hours, long divisor)
    {
        var scaled = new int[hours.Sums.Length];
        for (var hour = 0; hour < scaled.Length; hour++)
        {
            scaled[hour] = hours.Counts[hour] == 0 ? HourlyColumn.Missing : (int)(hours.Sums[hour] / hours.Counts[hour] / divisor);
        }

        return scaled;
    }

    private static int DecimalsOf(long divisor)
    {
        var decimals = 0;
        for (var left = divisor; left < Millionth; left *= 10)
        {
            decimals++;
        }

        return decimals;
    }

    private static decimal?[] Plain(HourMeans hours)
    {
        var plain = new decimal?[hours.Sums.Length];
        for (var hour = 0; hour < plain.Length; hour++)
        {
            plain[hour] = hours.Counts[hour] == 0 ? null : hours.Sums[hour] / ((decimal)Millionth * hours.Counts[hour]);
        }

        return plain;
    }
}
