using System.Text.Json;
using Lanshao.Documents.Hourly;
using Lanshao.Standards.Air;

namespace Lanshao.Rooms.Evaluation;

/// <summary>What <c>air evaluate</c> answers: stations, their mean, and where the hours came from.</summary>
internal sealed class AirAnswer(AirFiles files, IReadOnlyList<AirEvaluation> stations, AirEvaluation city, string edition, IReadOnlySet<DateOnly>? exceptional)
{
    /// <summary>环办监测〔2016〕120号 as practised: particles leave sand days out, gases keep them.</summary>
    private static readonly HashSet<AirItem> Particles = [AirItem.Pm25, AirItem.Pm10];

    private bool IsForced => edition != "auto";

    public void Json(Utf8JsonWriter json)
    {
        var all = stations.Append(city).ToArray();
        var texts = new ReadOnlyMemory<byte>[all.Length];
        SideBySide.Each(all.Length, i => texts[i] = AirJson.Station(all[i], exceptional is null ? null : all[i].Without(exceptional, Particles), IsForced));

        json.WriteStartObject();
        json.WriteStartArray("stations");
        foreach (var text in texts.AsSpan(0, stations.Count))
        {
            json.WriteRawValue(text.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WritePropertyName("city");
        json.WriteRawValue(texts[^1].Span, skipInputValidation: true);
        json.WriteStartObject("edition");
        json.WriteString("asked", edition);
        json.WriteBoolean("forced", IsForced);
        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (var table in files.Tables)
        {
            File(json, table);
        }

        json.WriteEndArray();
        json.WriteNumber("duplicates", files.Duplicates);
        json.WriteStartArray("notes");
        foreach (var note in Notes())
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Text(TextWriter writer)
    {
        foreach (var station in stations.Append(city))
        {
            writer.WriteLine(station.Name);
            writer.WriteLine(string.Join('\t', AirItems.Basic.Select(AirItems.NameOf).Prepend("时段").Concat(["优良天", "重污染天", "有效天", "综合指数"])));
            foreach (var period in station.Periods())
            {
                writer.Write(period.Period.Code);
                for (var item = AirItem.Pm25; item <= AirItem.O3; item++)
                {
                    var figures = period[item];
                    writer.Write('\t');
                    writer.Write((item is AirItem.Co or AirItem.O3 ? figures.Percentile : figures.Mean)?.ShownText ?? "—");
                    writer.Write(figures.IsValid ? "" : "*");
                }

                writer.WriteLine($"\t{period.GoodDays}\t{period.HeavyDays}\t{period.ValidDays}\t{period.CompositeIndex?.ShownText ?? "—"}");
            }
        }

        writer.WriteLine("CO 为第95百分位数（mg/m³），O3 为第90百分位数，其余为均值（µg/m³）；* 有效天数不足，不能据以评价。");
        foreach (var note in Notes())
        {
            writer.WriteLine(note);
        }
    }

    private IEnumerable<string> Notes()
    {
        if (IsForced)
        {
            yield return $"版本由 --edition {edition} 指定，不按观测日期选择；每日结果均已标注。";
        }

        foreach (var station in files.Stations.Where(station => station.IsCoInMicrograms))
        {
            yield return $"{station.Name}：CO 的数值过大，不会是 mg/m³，按 µg/m³ 读入。";
        }

        if (stations.Any(station => station.Last >= AirRules.All[^1].Edition.EffectiveFrom))
        {
            yield return "HJ 663-2026 未见全文：例外事件、三年滑动平均等新增内容未采用，有效性与统计按 GB 3095 表4 和已核实的部分。";
        }

        if (exceptional is not null)
        {
            yield return $"periodsWithoutExceptionalDays 为扣除所列{exceptional.Count}个例外（沙尘）日后的结果：PM2.5、PM10 和综合指数扣除，优良、重污染天数不扣除；判定依据以官方名单为准。";
        }
    }

    private static void File(Utf8JsonWriter json, HourlyTable table)
    {
        json.WriteStartObject();
        json.WriteString("file", table.File);
        json.WriteString("sha256", table.Sha256);
        json.WriteString("profile", table.Profile.Name);
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("values", table.Values);
        json.WriteNumber("duplicates", table.Duplicates);
        json.WriteNumber("ignored", table.Ignored);
        json.WriteNumber("passedOver", table.PassedOver);
        json.WriteNumber("rejected", table.RejectCount);
        json.WriteEndObject();
    }
}
