namespace Lanshao.Documents.Hourly;

/// <summary>Which column of a table is what, found by the headings.</summary>
internal sealed class HourlyLayout
{
    private HourlyLayout(HourlyProfile profile, HourlyHeading[] headings, bool hasDay)
    {
        Profile = profile;
        Headings = [.. headings.Select(heading => heading.Text)];
        string[] names = [.. headings.Select(heading => heading.Station is null ? heading.Name : "")];
        (Station, Year, Month, Day, Hour) = (Column("station"), Column("year"), Column("month"), Column("day"), Column("hour"));
        (Date, Time, Item, Value, Unit) = (Column("date"), Column("time"), Column("item"), Column("value"), Column("unit"));
        HasTime = Time >= 0 || Date >= 0 || (Hour >= 0 && (hasDay || (Year >= 0 && Month >= 0 && Day >= 0)));
        Values = ColumnsOf(headings);

        int Column(string role) => HourlyWords.ColumnOf(role, names);
    }

    public HourlyProfile Profile { get; }

    /// <summary>Gets the headings as written.</summary>
    public string[] Headings { get; }

    public int Station { get; }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Date { get; }

    public int Time { get; }

    public int Item { get; }

    public int Value { get; }

    public int Unit { get; }

    /// <summary>Gets the columns of values: of items, of stations, or of both.</summary>
    public ValueColumn[] Values { get; }

    private bool HasTime { get; }

    private bool IsWhole => HasTime && Profile.Shape switch
    {
        HourlyShape.Narrow => Item >= 0 && Value >= 0,
        HourlyShape.Stations => Item >= 0 && Value < 0 && Values.Length > 0,
        HourlyShape.Matrix => Station < 0 && Values.Length > 0,
        _ => Values.Length > 0,
    };

    /// <summary>Finds the layout by the headings; null where no profile fits.</summary>
    /// <param name="headings">The headings.</param>
    /// <param name="asked">The profile to read by; null lets the headings choose.</param>
    /// <param name="hasDay">Whether a title above told the civil day, so that a column of hours is enough.</param>
    public static HourlyLayout? Find(HourlyHeading[] headings, HourlyProfile? asked, bool hasDay)
    {
        string[] names = [.. headings.Select(heading => heading.Station is null ? heading.Name : "")];
        var profiles = asked is null ? HourlyProfile.All.Where(profile => !profile.OnlyByName) : [asked];
        return profiles.Where(profile => profile.Needs.All(role => HourlyWords.ColumnOf(role, names) >= 0))
            .Select(profile => new HourlyLayout(profile, headings, hasDay)).FirstOrDefault(layout => layout.IsWhole);
    }

    private ValueColumn[] ColumnsOf(HourlyHeading[] headings)
    {
        var columns = new List<ValueColumn>();
        for (var column = 0; column < headings.Length; column++)
        {
            var heading = headings[column];
            var item = HourlyWords.ItemAt(heading.Name);
            var isValue = Profile.Shape switch
            {
                HourlyShape.Wide => item >= 0 && heading.Station is null,
                HourlyShape.Matrix => item >= 0 && heading.Station is not null,
                HourlyShape.Stations => column != Date && column != Hour && column != Item && column != Time,
                _ => false,
            };
            if (isValue)
            {
                columns.Add(Profile.Shape == HourlyShape.Stations
                    ? new ValueColumn(column, -1, 0, heading.Text.Trim())
                    : new ValueColumn(column, item, HourlyWords.Shift(item, heading.Unit, Profile.CoIsMicrograms), heading.Station));
            }
        }

        return [.. columns];
    }

    /// <summary>A column of values: its item or −1 where the rows tell it, the power of ten for its unit, and its station where the heading tells it.</summary>
    internal sealed record ValueColumn(int Column, int Item, int Shift, string? Station);
}
