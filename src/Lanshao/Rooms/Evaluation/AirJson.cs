using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lanshao.Standards;
using Lanshao.Standards.Air;

namespace Lanshao.Rooms.Evaluation;

/// <summary>One station's evaluation as the contract of the command line prints it.</summary>
internal sealed class AirJson(Utf8JsonWriter json, bool isForced)
{
    private static readonly JsonEncodedText[] ItemNames = [.. AirItems.Basic.Select(item => JsonEncodedText.Encode(AirItems.NameOf(item)))];
    private static readonly JsonEncodedText Date = JsonEncodedText.Encode("date");
    private static readonly JsonEncodedText Edition = JsonEncodedText.Encode("edition");
    private static readonly JsonEncodedText Aqi = JsonEncodedText.Encode("aqi");
    private static readonly JsonEncodedText Items = JsonEncodedText.Encode("items");
    private static readonly JsonEncodedText Exact = JsonEncodedText.Encode("exact");
    private static readonly JsonEncodedText Shown = JsonEncodedText.Encode("shown");
    private static readonly JsonEncodedText Iaqi = JsonEncodedText.Encode("iaqi");
    private static readonly JsonEncodedText AttainingDays = JsonEncodedText.Encode("attainingDays");
    private static readonly JsonEncodedText ValidHours = JsonEncodedText.Encode("validHours");

    /// <summary>Writes a station into a buffer of its own, so that stations are written side by side.</summary>
    public static ReadOnlyMemory<byte> Station(AirEvaluation station, AirEvaluation? withoutExceptional, bool isForced)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            new AirJson(writer, isForced).Write(station, withoutExceptional);
        }

        return buffer.WrittenMemory;
    }

    private void Write(AirEvaluation station, AirEvaluation? withoutExceptional)
    {
        json.WriteStartObject();
        json.WriteString("station", station.Name);
        json.WriteStartArray("days");
        for (var day = 0; day < station.Days; day++)
        {
            Write(station.Day(day));
        }

        json.WriteEndArray();
        Periods("periods", station);
        if (withoutExceptional is not null)
        {
            Periods("periodsWithoutExceptionalDays", withoutExceptional);
        }

        json.WriteEndObject();
    }

    private void Write(AirDay day)
    {
        json.WriteStartObject();
        Span<char> date = stackalloc char[10];
        day.Date.TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        json.WriteString(Date, date);
        json.WriteString(Edition, day.Edition);
        if (isForced)
        {
            json.WriteBoolean("editionForced", true);
        }

        Number(Aqi, day.Aqi);
        json.WriteString("category", day.Category?.Name);
        json.WriteStartArray("primary");
        foreach (var item in day.Primary)
        {
            json.WriteStringValue(ItemNames[(int)item]);
        }

        json.WriteEndArray();
        json.WriteString("reason", AirReasons.Of(day));
        json.WriteStartObject(Items);
        foreach (var item in day.Items)
        {
            Write(item, item.Item == AirItem.O3 ? day.MaxOzoneHour : null);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(AirDayItem item, AirDayItem? maxHour)
    {
        json.WriteStartObject(ItemNames[(int)item.Item]);
        Figure(item.Value);
        Number(Iaqi, item.Iaqi);
        Number(ValidHours, item.ValidHours);
        if (maxHour is { } hour)
        {
            json.WriteStartObject("maxHour");
            Figure(hour.Value);
            Number(Iaqi, hour.Iaqi);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Periods(string name, AirEvaluation station)
    {
        json.WriteStartArray(name);
        foreach (var period in station.Periods())
        {
            Write(period);
        }

        json.WriteEndArray();
    }

    private void Write(AirPeriodFigures period)
    {
        json.WriteStartObject();
        json.WriteString("period", period.Period.Code);
        json.WriteString("rules", period.Rules);
        json.WriteString("limits", period.Limits);
        json.WriteStartObject(Items);
        foreach (var item in period.Items)
        {
            Write(item);
        }

        json.WriteEndObject();
        json.WriteNumber("goodDays", period.GoodDays);
        json.WriteNumber("heavyDays", period.HeavyDays);
        json.WriteNumber("validDays", period.ValidDays);
        json.WriteNumber("calendarDays", period.CalendarDays);
        FigureObject("goodRatioOfValidDays", period.GoodRatioOfValidDays);
        FigureObject("goodRatioOfCalendarDays", period.GoodRatioOfCalendarDays);
        FigureObject("heavyRatioOfValidDays", period.HeavyRatioOfValidDays);
        FigureObject("heavyRatioOfCalendarDays", period.HeavyRatioOfCalendarDays);
        FigureObject("compositeIndex", period.CompositeIndex);
        json.WriteString("largestPart", period.LargestPart is { } largest ? AirItems.NameOf(largest) : null);
        json.WriteEndObject();
    }

    private void Write(AirPeriodItem item)
    {
        json.WriteStartObject(ItemNames[(int)item.Item]);
        json.WriteStartObject("mean");
        Figure(item.Mean);
        json.WriteEndObject();
        json.WriteStartObject("percentile");
        json.WriteNumber("p", item.P);
        Figure(item.Percentile);
        json.WriteEndObject();
        json.WriteNumber("validDays", item.ValidDays);
        Number(AttainingDays, item.AttainingDays);
        FigureObject("attainmentRate", item.AttainmentRate);
        FigureObject("largestMultiple", item.LargestMultiple);
        json.WriteBoolean("valid", item.IsValid);
        json.WriteString("reason", AirReasons.Of(item.Reason));
        if (item.Meets is { } meets)
        {
            json.WriteBoolean("meets", meets);
        }
        else
        {
            json.WriteNull("meets");
        }

        json.WriteEndObject();
    }

    private void FigureObject(string name, Reported? figure)
    {
        json.WriteStartObject(name);
        Figure(figure);
        json.WriteEndObject();
    }

    /// <summary>Exact cut to 12 decimals without trailing zeros, shown with its decimals; both null where there is no figure.</summary>
    private void Figure(Reported? figure)
    {
        if (figure is not { } known)
        {
            json.WriteNull(Exact);
            json.WriteNull(Shown);
            return;
        }

        Span<byte> text = stackalloc byte[64];
        json.WriteString(Exact, Plain(Rounding.Cut(known.Exact, Rounding.ExactDecimals), text));
        known.Shown.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        json.WriteString(Shown, text[..length]);
    }

    private static ReadOnlySpan<byte> Plain(decimal value, Span<byte> text)
    {
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        var plain = text[..length];
        return plain.Contains((byte)'.') ? plain.TrimEnd("0"u8).TrimEnd("."u8) : plain;
    }

    private void Number(JsonEncodedText name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
