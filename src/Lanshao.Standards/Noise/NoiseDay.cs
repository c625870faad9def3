namespace Lanshao.Standards.Noise;

/// <summary>The levels of one day and the night that follows it.</summary>
/// <param name="DayHours">Hours with a level from 06 to 22, 0 to 16.</param>
/// <param name="NightHours">Hours with a level from 22 to 06, 0 to 8.</param>
/// <param name="Day">昼间等效声级 Ld, dB(A), one decimal; <see langword="null"/> without enough hours.</param>
/// <param name="Night">夜间等效声级 Ln, dB(A), one decimal; <see langword="null"/> without enough hours.</param>
/// <param name="DayNight">昼夜等效声级 Ldn, dB(A), one decimal; <see langword="null"/> where one of both is missing.</param>
/// <remarks>GB 3096-2008, 3.</remarks>
public sealed record NoiseDay(int DayHours, int NightHours, Reported? Day, Reported? Night, Reported? DayNight)
{
    /// <summary>Digits after the decimal point of a level.</summary>
    public const int Decimals = 1;

    /// <summary>Computes the levels.</summary>
    /// <param name="hoursDb">Hourly equivalent levels, dB(A), <c>[hour]</c>: 24, beginning with 06 to 07 of the day; <see langword="null"/> where one is missing.</param>
    /// <returns>The levels.</returns>
    /// <exception cref="ArgumentException">There are not 24 hours.</exception>
    public static NoiseDay Of(ReadOnlySpan<decimal?> hoursDb)
    {
        if (hoursDb.Length != AmbientNoise.DayHours + AmbientNoise.NightHours)
        {
            throw new ArgumentException("A day has 24 hours.", nameof(hoursDb));
        }

        var (day, night) = (hoursDb[..AmbientNoise.DayHours].ToArray(), hoursDb[AmbientNoise.DayHours..].ToArray());
        var (dayHours, nightHours) = (day.Count(hour => hour is not null), night.Count(hour => hour is not null));
        var level = dayHours >= AmbientNoise.EnoughDayHours ? AmbientNoise.EnergyMean(day) : null;
        var nightly = nightHours >= AmbientNoise.EnoughNightHours ? AmbientNoise.EnergyMean(night) : null;
        return new(dayHours, nightHours, Shown(level), Shown(nightly), level is { } ld && nightly is { } ln ? Shown(AmbientNoise.DayNight(ld, ln)) : null);
    }

    private static Reported? Shown(decimal? level) => level is { } exact ? Reported.Of(exact, Decimals) : null;
}
