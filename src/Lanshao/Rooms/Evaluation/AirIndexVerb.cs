using System.CommandLine;
using System.CommandLine.Parsing;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Standards.Air;

namespace Lanshao.Rooms.Evaluation;

/// <summary><c>air index --edition 2026 --value PM2.5@24h=38 …</c>: sub-indices, index, category and primary pollutants of concentrations.</summary>
internal static class AirIndexVerb
{
    public static Command Command()
    {
        var edition = new Option<string>("--edition") { Description = "HJ 633 的版本：2012 或 2026", Required = true };
        var values = new Option<AirConcentration[]>("--value") { Description = "项目@平均时间=浓度，如 PM2.5@24h=38，可多次给出；CO 用 mg/m³，其余 µg/m³", Required = true, CustomParser = Concentrations };
        edition.AcceptOnlyFromAmong("2012", "2026");

        return new Command("index", "由浓度算空气质量指数（HJ 633）") { edition, values }.Needs(Permissions.Open).Runs((parsed, output, _) =>
        {
            var index = AirIndexEdition.Find(parsed.GetValue(edition)!)!.Evaluate(parsed.GetValue(values)!);
            return Task.FromResult(output.Print(Answer.Of(index), Write));
        });
    }

    private static AirConcentration[] Concentrations(ArgumentResult argument) => [.. argument.Tokens.Select(token => Concentration(argument, token.Value))];

    private static AirConcentration Concentration(ArgumentResult argument, string text)
    {
        if (text.Split('@', '=') is [var name, var time, var number]
            && AirItems.TryParse(name, out AirItem item) && AirItems.Basic.Contains(item)
            && AirItems.TryParse(time, out AirAveraging averaging) && averaging <= AirAveraging.Day
            && ArgumentValues.TryDecimal(number, out var concentration) && concentration >= 0m)
        {
            return new(item, averaging, concentration);
        }

        argument.AddError($"“{text}”读不懂，应为 PM2.5@24h=38 的写法：项目 {string.Join('、', AirItems.Basic.Select(AirItems.NameOf))}，平均时间 1h、8h、24h，浓度不小于 0。");
        return default;
    }

    private static void Write(TextWriter writer, Answer answer)
    {
        writer.WriteLine(answer.Aqi is null ? "没有可用的分指数，不能算出空气质量指数" : $"{answer.Edition}：AQI {answer.Aqi}，{answer.Category}，首要污染物：{(answer.Primary.Count == 0 ? "无" : string.Join('、', answer.Primary))}");
        foreach (var item in answer.Items)
        {
            writer.WriteLine($"{item.Item}\t{item.Averaging}\t{item.Iaqi?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "本版未规定"}");
        }
    }

    private sealed record Answer(int? Aqi, string? Category, IReadOnlyList<string> Primary, IReadOnlyList<Row> Items, string Edition)
    {
        public static Answer Of(AirIndex index) => new(
            index.Aqi, index.Category?.Name, [.. index.Primary.Select(AirItems.NameOf)],
            [.. index.Items.Select(item => new Row(AirItems.NameOf(item.Item), AirItems.NameOf(item.Averaging), item.Iaqi))], index.Edition);
    }

    private sealed record Row(string Item, string Averaging, int? Iaqi);
}
