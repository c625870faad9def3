namespace Lanshao.Documents.Hourly;

/// <summary>Which column of a table is what, found by the headings.</summary>
internal sealed class HourlyLayout
{
    private HourlyLayout(HourlyProfile profile, string[] names, string[] units, string[] headings)
    {
        (Profile, Headings) = (profile, headings);
        (Station, Year, Month, Day, Hour) = (Column("station"), Column("year"), Column("month"), Column("day"), Column("hour"));
        (Date, Time, Item, Value, Unit) = (Column("date"), Column("time"), Column("item"), Column("value"), Column("unit"));
        Values = [.. profile.Shape == HourlyShape.Wide ? WideColumns() : profile.Shape == HourlyShape.Stations ? StationColumns() : []];

        int Column(string role) => HourlyWords.ColumnOf(role, names);

        IEnumerable<ValueColumn> WideColumns() =>
            from column in Enumerable.Range(0, names.Length)
            let item = HourlyWords.ItemAt(names[column])
            where item >= 0
            select new ValueColumn(column, item, HourlyWords.Shift(item, units[column], profile.CoIsMicrograms));

        IEnumerable<ValueColumn> StationColumns() => Enumerable.Range(0, names.Length).Where(column => column != Date && column != Hour && column != Item && column != Time).Select(column => new ValueColumn(column, -1, 0));
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

    /// <summary>Gets the columns of values: of items, or of stations.</summary>
    public ValueColumn[] Values { get; }

    /// <summary>Finds the layout by the headings; null where no profile fits.</summary>
    public static HourlyLayout? Find(string[] headings, HourlyProfile? asked)
    {
        var parted = headings.Select(HourlyWords.Heading).ToList();
        string[] names = [.. parted.Select(heading => heading.Name)];
        string[] units = [.. parted.Select(heading => heading.Unit)];
        var profiles = asked is null ? HourlyProfile.All.Where(profile => !profile.OnlyByName) : [asked];
        return profiles.Where(profile => profile.Needs.All(role => HourlyWords.ColumnOf(role, names) >= 0))
            .Select(profile => new HourlyLayout(profile, names, units, headings)).FirstOrDefault(layout => layout.IsWhole);
    }

    private bool HasTime => Time >= 0 || Date >= 0 || (Year >= 0 && Month >= 0 && Day >= 0 && Hour >= 0);

    private bool IsWhole => HasTime && Profile.Shape switch
    {
        HourlyShape.Narrow => Item >= 0 && Value >= 0,
        HourlyShape.Stations => Item >= 0 && Value < 0 && Values.Length > 0,
        _ => Values.Length > 0,
    };

    /// <summary>A column of values: its item (wide) or −1 (its heading is a station), and the power of ten for its unit.</summary>
    internal readonly record struct ValueColumn(int Column, int Item, int Shift);
}
