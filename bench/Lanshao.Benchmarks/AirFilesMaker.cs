using System.Globalization;

namespace Lanshao.Benchmarks;

/// <summary><c>air-files FOLDER [STATIONS]</c>: stations × 4 years of hourly CSV in the shape of the UCI files, for the cold run of <c>air evaluate</c>.</summary>
internal static class AirFilesMaker
{
    public static void Write(string folder, int stations)
    {
        Directory.CreateDirectory(folder);
        for (var station = 0; station < stations; station++)
        {
            using var file = new StreamWriter(Path.Combine(folder, $"S{station:00}.csv"));
            file.WriteLine("\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\",\"TEMP\",\"station\"");
            var random = new Random(station);
            var first = new DateTime(2021, 1, 1);
            for (var hour = 0; hour < (365 + 365 + 365 + 366) * 24; hour++)
            {
                var at = first.AddHours(hour);
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hour + 1},{at.Year},{at.Month},{at.Day},{at.Hour},{Value(random, 200)},{Value(random, 300)},{Value(random, 40)},{Value(random, 100)},{Value(random, 3000)},{Value(random, 240)},{random.Next(-100, 300) / 10m},\"S{station:00}\""));
            }
        }
    }

    private static string Value(Random random, int top) => random.Next(60) == 0 ? "NA" : random.Next(top).ToString(CultureInfo.InvariantCulture);
}
