using System.Text;
using Lanshao.Documents.Guard;

namespace Lanshao.Documents.Hourly;

/// <summary>Takes the lines of one table, heading first, into stations.</summary>
internal sealed class HourlyRows(string file, HourlyProfile? asked, DocumentLimits limits, bool isWorkbook = false)
{
    private const int HoursADay = 24;
    private const int RejectsKept = 100_000;
    private const int BytesOfStation = 512;
    private const long SmallestLarge = (long)HourlyNumber.Largest;
    private static readonly int PlainCo = HourlyWords.ItemAt("CO");
    private readonly List<HourlyStation> _stations = [];
    private readonly Dictionary<string, HourlyStation> _byName = new(StringComparer.Ordinal);
    private readonly List<HourlyReject> _rejects = [];
    private readonly HourlyHead _head = new(file, asked, isWorkbook);
    private HourlyLayout? _layout;
    private HourlyProfile? _profile;
    private HourlyCells _cells = new(',', 0);
    private HourlyStation[] _columnStations = [];
    private byte[] _lastName = [];
    private HourlyStation? _last;
    private string? _sheet;
    private long _bytes;
    private int _line;
    private int _rows;
    private int _values;
    private int _duplicates;
    private int _ignored;
    private int _passedOver;
    private int _rejectCount;

    /// <summary>The columns of the table; 0 above its heading.</summary>
    public int Columns => _layout?.Headings.Length ?? 0;

    /// <summary>Begins another sheet, with a heading of its own; its name is the station's where the rows and headings name none.</summary>
    public void Sheet(string? name)
    {
        (_layout, _last, _sheet) = (null, null, name);
        _head.Begin();
    }

    public void Line(ReadOnlySpan<byte> line) => Line(line, _line + 1);

    public void Line(ReadOnlySpan<byte> line, int number)
    {
        _line = number;
        line = line.Length > 0 && line[^1] == '\r' ? line[..^1] : line;
        if (IsBlank(line))
        {
            return;
        }

        if (_layout is null)
        {
            _passedOver += _head.TryTake(line) ? 0 : 1;
            Become(_head.Layout);
            return;
        }

        _rows++;
        if (_cells.Split(line))
        {
            Row(line, _layout);
        }
        else if (!TryPassOver(line))
        {
            Reject("", HourlyExpectation.Cells, line);
        }
    }

    public HourlyTable Close(string sha256) =>
        new(file, sha256, _profile ?? throw _head.Unfit(), _stations, _rows, _values, _duplicates, _ignored, _rejectCount, _rejects) { PassedOver = _passedOver };

    private static bool IsBlank(ReadOnlySpan<byte> line)
    {
        foreach (var letter in line)
        {
            if (letter is not ((byte)' ' or (byte)',' or (byte)'\t' or (byte)HourlyCells.SheetDelimiter))
            {
                return false;
            }
        }

        return true;
    }

    private void Become(HourlyLayout? layout)
    {
        if (layout is null)
        {
            return;
        }

        (_layout, _profile) = (layout, _profile ?? layout.Profile);
        _cells = new(_head.Delimiter, layout.Headings.Length);
        _columnStations = layout.Profile.Shape is HourlyShape.Stations or HourlyShape.Matrix ? [.. layout.Values.Select(column => Station(column.Station!))] : [];
    }

    /// <summary>Passes over a second row of headings, a heading said again, a mean or sum, a note.</summary>
    private bool TryPassOver(ReadOnlySpan<byte> line)
    {
        if (_rows == 1 && _head.TrySecondRow(line))
        {
            Become(_head.Layout);
        }
        else if (!_head.IsNoRow(line, _layout!))
        {
            return false;
        }

        _rows--;
        _passedOver++;
        return true;
    }

    private void Row(ReadOnlySpan<byte> line, HourlyLayout layout)
    {
        if (!TryHour(line, layout, out var hour, out var column))
        {
            if (!TryPassOver(line))
            {
                Reject(layout.Headings[column], HourlyExpectation.Time, _cells.At(line, column));
            }

            return;
        }

        if (layout.Profile.Shape is HourlyShape.Stations or HourlyShape.Matrix)
        {
            StationsRow(line, layout, hour);
        }
        else if (StationOf(line, layout) is { } station)
        {
            if (layout.Profile.Shape == HourlyShape.Narrow)
            {
                LongRow(line, layout, station, hour);
            }
            else
            {
                WideRow(line, layout, station, hour);
            }
        }
        else
        {
            Reject(layout.Headings[layout.Station], HourlyExpectation.Station, _cells.At(line, layout.Station));
        }
    }

    private void WideRow(ReadOnlySpan<byte> line, HourlyLayout layout, HourlyStation station, int hour)
    {
        var isNew = true;
        station.MakeRoom(hour / HoursADay);
        foreach (var value in layout.Values)
        {
            isNew = Take(station, value.Item, value.Shift, hour, _cells.At(line, value.Column), layout.Headings[value.Column]);
            if (!isNew)
            {
                break;
            }
        }

        _duplicates += isNew ? 0 : 1;
    }

    private void LongRow(ReadOnlySpan<byte> line, HourlyLayout layout, HourlyStation station, int hour)
    {
        var (name, unitInName) = HourlyWords.Heading(Encoding.UTF8.GetString(_cells.At(line, layout.Item)));
        var item = HourlyWords.ItemAt(name);
        if (item < 0)
        {
            _ignored++;
            return;
        }

        station.MakeRoom(hour / HoursADay);
        var unit = layout.Unit < 0 ? unitInName : Encoding.UTF8.GetString(_cells.At(line, layout.Unit)).ToLowerInvariant();
        var shift = HourlyWords.Shift(item, unit, layout.Profile.CoIsMicrograms);
        _duplicates += Take(station, item, shift, hour, _cells.At(line, layout.Value), layout.Headings[layout.Value]) ? 0 : 1;
    }

    private void StationsRow(ReadOnlySpan<byte> line, HourlyLayout layout, int hour)
    {
        var isMatrix = layout.Profile.Shape == HourlyShape.Matrix;
        var item = isMatrix ? -1 : HourlyWords.ItemAt(HourlyWords.Heading(Encoding.UTF8.GetString(_cells.At(line, layout.Item))).Name);
        if (!isMatrix && item < 0)
        {
            _ignored += layout.Values.Length;
            return;
        }

        var shift = item == PlainCo && layout.Profile.CoIsMicrograms ? -3 : 0;
        for (var place = 0; place < layout.Values.Length; place++)
        {
            var value = layout.Values[place];
            var station = _columnStations[place];
            station.MakeRoom(hour / HoursADay);
            _duplicates += Take(station, isMatrix ? value.Item : item, isMatrix ? value.Shift : shift, hour, _cells.At(line, value.Column), layout.Headings[value.Column]) ? 0 : 1;
        }
    }

    /// <summary>Takes one value; false where the hour has one already.</summary>
    private bool Take(HourlyStation station, int item, int shift, int hour, ReadOnlySpan<byte> cell, string heading)
    {
        var column = station.Column(item);
        var at = station.HourAt(0, hour);
        if (HourlyNumber.TryRead(cell, out var mantissa, out var decimals) && decimals - shift >= 0)
        {
            if (mantissa > SmallestLarge && mantissa / Power(decimals - shift) > (long)HourlyNumber.Largest)
            {
                Reject(heading, HourlyExpectation.Number, cell);
                return true;
            }

            return Counted(column.Take(at, mantissa, decimals - shift));
        }

        if (HourlyWords.IsMissing(cell))
        {
            return column.TakeMissing(at);
        }

        if (!HourlyNumber.TryReadAny(cell, out var value) || value < 0m || (value *= Factor(shift)) > HourlyNumber.Largest)
        {
            Reject(heading, HourlyExpectation.Number, cell);
            return true;
        }

        return Counted(column.Take(at, value));
    }

    private bool Counted(bool isNew)
    {
        _values += isNew ? 1 : 0;
        return isNew;
    }

    private bool TryHour(ReadOnlySpan<byte> line, HourlyLayout layout, out int start, out int column)
    {
        start = 0;
        int? hour = null;
        if (!TryDay(line, layout, out var day, ref hour, out column))
        {
            return false;
        }

        column = hour is not null ? column : layout.Hour >= 0 ? layout.Hour : layout.Time >= 0 ? layout.Time : column;
        return (hour is not null || TryHourCell(_cells.At(line, column), out hour)) && HourlyTime.TryStart(day, hour ?? -1, layout.Profile.LabelsEnds, out start);
    }

    private bool TryDay(ReadOnlySpan<byte> line, HourlyLayout layout, out int day, ref int? hour, out int column)
    {
        if (layout.Time < 0 && layout.Date < 0)
        {
            column = layout.Year >= 0 ? layout.Year : layout.Hour;
            day = _head.TitleDay ?? 0;
            return layout.Year < 0 || (HourlyNumber.TryReadWhole(_cells.At(line, layout.Year), out var year) && HourlyNumber.TryReadWhole(_cells.At(line, layout.Month), out var month)
                && HourlyNumber.TryReadWhole(_cells.At(line, layout.Day), out var dayOfMonth) && HourlyTime.TryDay(year, month, dayOfMonth, out day));
        }

        column = layout.Time >= 0 && layout.Date < 0 ? layout.Time : layout.Date;
        if (HourlyTime.TryRead(_cells.At(line, column), out day, out hour))
        {
            // A workbook writes the first hour of a day as the day alone.
            hour ??= isWorkbook && layout.Hour < 0 && column == layout.Time ? 0 : null;
            return true;
        }

        // A column of times alone, under a title that tells the day.
        day = _head.TitleDay ?? 0;
        return layout.Date < 0 && _head.TitleDay is not null && TryHourCell(_cells.At(line, column), out hour);
    }

    /// <summary>An hour alone: 8, 08:00, 08:00:00, 8时.</summary>
    private static bool TryHourCell(ReadOnlySpan<byte> cell, out int? hour)
    {
        hour = null;
        var rest = cell.Trim((byte)' ');
        var end = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = end < 0 ? rest : rest[..end];
        if (digits.Length is 0 or > 2 || rest[digits.Length..].ContainsAnyInRange((byte)'1', (byte)'9') || !HourlyNumber.TryReadWhole(digits, out var number))
        {
            return false;
        }

        hour = number;
        return true;
    }

    private HourlyStation? StationOf(ReadOnlySpan<byte> line, HourlyLayout layout)
    {
        if (layout.Station < 0)
        {
            return _last ??= Station(_sheet ?? NameOfFile());
        }

        var name = _cells.At(line, layout.Station);
        if (_last is null || !name.SequenceEqual(_lastName))
        {
            var text = Encoding.UTF8.GetString(name).Trim();
            (_lastName, _last) = (name.ToArray(), text.Length == 0 ? null : Station(text));
        }

        return _last;
    }

    private HourlyStation Station(string name)
    {
        if (!_byName.TryGetValue(name, out var station))
        {
            Count(BytesOfStation);
            station = new(name, Count);
            _byName.Add(name, station);
            _stations.Add(station);
        }

        return station;
    }

    /// <summary>Counts memory, so that a file of many names or far days stops at the limit.</summary>
    private void Count(long bytes)
    {
        _bytes += bytes;
        if (_bytes > limits.MemoryBytes)
        {
            throw Refuse.Limit(DocumentCodes.LimitMemory, limits.MemoryBytes, _bytes);
        }
    }

    private string NameOfFile() => Path.GetFileName(file).Split('.')[0];

    private void Reject(string column, HourlyExpectation expected, ReadOnlySpan<byte> found)
    {
        _rejectCount++;
        if (_rejects.Count < RejectsKept)
        {
            _rejects.Add(new(file, _line, column, expected, Refuse.Label(Encoding.UTF8.GetString(found))));
        }
    }

    private static long Power(int decimals) => decimals switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, _ => 10 * Power(decimals - 1) };

    private static decimal Factor(int shift) => shift switch { -3 => 0.001m, 3 => 1_000m, _ => 1m };
}
