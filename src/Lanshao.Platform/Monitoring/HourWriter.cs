using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Storage.Series;
using Lanshao.Standards;

namespace Lanshao.Platform.Monitoring;

/// <summary>Writes the days of one station that an import changes, and what stands above them: some months in a transaction of their own, so that devices need not wait. Running it again changes nothing.</summary>
internal sealed class HourWriter(BulkSession session, int device, HourItems items, Guid batch)
{
    private const int DaysTogether = 92;
    private const int DecimalsStored = 6;

    // Below nought, where no frame has its number: who brought the hour, until a frame says otherwise.
    private readonly long _mark = MarkOf(batch);
    private bool _mayHaveShorter;

    /// <summary>Writes changes that are in the order of days.</summary>
    public async Task WriteAsync(List<RowChange<ReadingDay>> changes, CancellationToken ct)
    {
        for (var (from, to) = (0, 0); from < changes.Count; from = to)
        {
            var first = ReadingDay.Of(changes[from].Key).Day;
            while (to < changes.Count && ReadingDay.Of(changes[to].Key).Day < first.AddDays(DaysTogether))
            {
                to++;
            }

            await session.BeginAsync(ct);
            foreach (var item in items.All)
            {
                Write(item.Word, item.Factor, first, changes[from..to]);
            }

            await session.CommitAsync(ct);
        }
    }

    private static long MarkOf(Guid batch) => -1 - (BinaryPrimitives.ReadInt64BigEndian(batch.ToByteArray(bigEndian: true)) & long.MaxValue);

    private void Write(string item, string factor, DateOnly first, List<RowChange<ReadingDay>> changes)
    {
        _mayHaveShorter = HasShorter(factor, ChinaTime.StartUtc(first), DaysTogether * ReadingDay.HoursADay);
        var added = new StringBuilder();
        var (places, touched) = (0, new List<DateOnly>());
        foreach (var change in changes)
        {
            var day = ReadingDay.Of(change.Key).Day;
            var (before, after) = (change.Before?.HoursOf(item), change.After?.HoursOf(item));
            var isTouched = false;
            for (var hour = 0; hour < ReadingDay.HoursADay; hour++)
            {
                var (old, now) = (before?[hour], after?[hour]);
                if (old == now)
                {
                    continue;
                }

                isTouched = true;
                var place = ((day.DayNumber - first.DayNumber) * ReadingDay.HoursADay) + hour;
                var startUtc = ChinaTime.StartUtc(first).AddHours(place);
                if (old is null && IsExact(now!.Value))
                {
                    places = Add(added, places, place, now.Value);
                }
                else
                {
                    Put(factor, startUtc, old, now, change.Origin?.BatchId);
                }
            }

            if (isTouched)
            {
                touched.Add(day);
            }
        }

        if (places > 0)
        {
            _ = session.Execute(SeriesSql.InsertImportedHours(session.Kind), device, factor, ReadingSpan.Hour, ChinaTime.StartUtc(first), added.Append(']').ToString(), _mark);
        }

        Sum(factor, touched);
    }

    /// <summary>Adds a number to the list that goes in at once; the places between are left out.</summary>
    private static int Add(StringBuilder list, int places, int place, decimal value)
    {
        for (var gap = places; gap < place; gap++)
        {
            _ = list.Append(gap == 0 ? "[null" : ",null");
        }

        _ = list.Append(place == 0 ? '[' : ',').Append(CultureInfo.InvariantCulture, $"{Stored(value)}");
        return place + 1;
    }

    /// <summary>A single hour: corrected, taken out, or with more digits than a number holds.</summary>
    private void Put(string factor, DateTime startUtc, decimal? before, decimal? after, Guid? origin)
    {
        if (after is not { } value)
        {
            _ = session.Execute(SeriesSql.DeleteImported, device, factor, ReadingSpan.Hour, startUtc);
            if (_mayHaveShorter && HasShorter(factor, startUtc, hours: 1))
            {
                _ = session.Execute(SeriesSql.InsertRollupDue, device, factor, startUtc, startUtc);
            }

            _ = session.Execute(SeriesSql.DeleteRollup, device, factor, RollupSpan.Hour, startUtc);
            return;
        }

        var (text, doubts, mark) = (TextOf(value), (int)(IsExact(value) ? ReadingDoubts.None : ReadingDoubts.TooPrecise), origin is { } earlier ? MarkOf(earlier) : _mark);
        if (before is null)
        {
            _ = session.Execute(SeriesSql.InsertReading, device, factor, ReadingSpan.Hour, startUtc, Stored(value), default, default, default, text, string.Empty, true, doubts, mark);
            return;
        }

        _ = session.Execute(SeriesSql.KeepImported, device, factor, ReadingSpan.Hour, startUtc, Stored(value));
        _ = session.Execute(SeriesSql.CorrectImported, device, factor, ReadingSpan.Hour, startUtc, Stored(value), text, doubts, mark);
    }

    // What the device's own minutes or moments say holds again once the imported hour is gone.
    private bool HasShorter(string factor, DateTime startUtc, int hours) =>
        session.Number(SeriesSql.HasReadings, device, factor, ReadingSpan.Minute, startUtc, startUtc.AddHours(hours)) + session.Number(SeriesSql.HasReadings, device, factor, ReadingSpan.Realtime, startUtc, startUtc.AddHours(hours)) > 0;

    private void Sum(string factor, List<DateOnly> days)
    {
        if (days.Count == 0)
        {
            return;
        }

        _ = session.Execute(SeriesSql.PutImportedHours, device, factor, RollupSpan.Hour, ReadingSpan.Hour, ChinaTime.StartUtc(days[0]), ChinaTime.StartUtc(days[^1].AddDays(1)));
        RollupSums.PutDays(session, device, factor, days);
        foreach (var month in days.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct())
        {
            RollupSums.PutOf(session, device, factor, RollupSpan.Month, month);
        }
    }

    /// <summary>Returns a value as it is stored, in millionths.</summary>
    internal static long Stored(decimal value) => value.Scale <= DecimalsStored ? (long)(value * ImportedHours.Millionths) : (long)Rounding.HalfEven(value * ImportedHours.Millionths, 0);

    private static bool IsExact(decimal value) => value == Rounding.Cut(value, DecimalsStored);

    private static string? TextOf(decimal value) => IsExact(value) ? null : value.ToString(CultureInfo.InvariantCulture);
}
