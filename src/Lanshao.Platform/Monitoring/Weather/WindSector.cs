namespace Lanshao.Platform.Monitoring.Weather;

/// <summary>The sixteen directions that wind blows from.</summary>
public static class WindSector
{
    public const int Count = 16;

    /// <summary>The fastest wind that is still calm (静风), m/s.</summary>
    public const decimal CalmMps = 0.2m;

    private const decimal Around = 360;
    private static readonly string[] Words = ["北", "北北东", "东北", "东北东", "东", "东南东", "东南", "南南东", "南", "南南西", "西南", "西南西", "西", "西北西", "西北", "北北西"];

    /// <summary>Returns the name of a direction, the first 北, the others clockwise.</summary>
    public static string NameOf(int sector) => Words[sector];

    /// <summary>Returns the direction that holds an angle, degrees clockwise from north.</summary>
    public static int Of(decimal angleDeg) => (int)decimal.Floor(((angleDeg % Around) + (Around / Count / 2)) / (Around / Count)) % Count;

    /// <summary>Returns the mean of directions, degrees clockwise from north; null where they cancel each other or there is none.</summary>
    public static decimal? MeanOf(IReadOnlyCollection<decimal> anglesDeg)
    {
        const double RadPerDegree = Math.PI / 180;
        var (east, north) = (anglesDeg.Sum(angle => Math.Sin((double)angle * RadPerDegree)), anglesDeg.Sum(angle => Math.Cos((double)angle * RadPerDegree)));
        if (Math.Sqrt((east * east) + (north * north)) < 1e-6)
        {
            return null;
        }

        return ((decimal)(Math.Atan2(east, north) / RadPerDegree) + Around) % Around;
    }
}
