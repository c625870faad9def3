using System.CommandLine;
using Lanshao.CommandLine;
using Lanshao.Platform.Foundation;
using Lanshao.Standards.Water;

namespace Lanshao.Rooms.Evaluation;

/// <summary><c>water classify FILE</c>: sections by single factors (GB 3838), with Beijing's grades of 劣Ⅴ.</summary>
internal static class WaterClassifyVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "CSV：一行一断面，列为 section、date、waterBody、target 和各项目" };

    private static readonly Dictionary<string, string> None = [];

    public static Command Command() => new Command("classify", "断面水质类别（GB 3838 单因子）") { File }.Needs(Permissions.Open).Runs((parsed, output, ct) =>
    {
        var file = parsed.GetValue(File)!;
        var rows = WaterTable.Read(file, ct);
        return Task.FromResult(rows.IsRefused
            ? output.Refuse(rows.Refusal, file.Name)
            : output.Print(rows.Value.Select(Classify).ToList(), (writer, answers) => answers.ForEach(answer => writer.WriteLine(Line(answer)))));
    });

    private static Answer Classify(WaterRow row)
    {
        var section = SurfaceWater.Classify(row.Measured, row.Body, row.Target);
        var target = row.Target?.ToString();
        string[] undetected = [.. row.Undetected.Select(item => item.Key)];
        if (row.State != WaterRowState.Measured || section.Class is not { } found)
        {
            return new(row.Section, row.Date, row.State == WaterRowState.Dry ? "dry" : "insufficient", null, null, None, [], [], target, null, None, undetected, section.Edition);
        }

        return new(
            row.Section, row.Date, "ok", found.National.ToString(), found.Grade is null ? null : found.ToString(),
            section.Items.ToDictionary(item => item.Item.Key, item => item.Class.National.ToString()),
            [.. section.Determining.Select(item => item.Item.Key)],
            [.. section.Beyond.Select(excess => new Excess(excess.Item.Key, excess.Multiple?.ShownText))],
            target, section.IsMet,
            section.Items.Where(item => item.Class.Grade is not null).ToDictionary(item => item.Item.Key, item => item.Class.ToString()), undetected, section.Edition);
    }

    private static string Line(Answer answer)
    {
        var state = answer.State switch { "dry" => "无水", "insufficient" => "项目不足，不能定类", _ => (answer.Subclass ?? answer.Class) + "类" };
        var met = answer.Met switch { true => "达标", false => "不达标", _ => "" };
        return string.Join('\t', answer.Section, answer.Date, state, met, string.Join('、', answer.Determining.Select(NameOf)), string.Join('、', answer.Exceeding.Select(excess => $"{NameOf(excess.Item)}/{excess.Multiple ?? "—"}")));
    }

    private static string NameOf(string key) => SurfaceWater.Find(key)?.Name ?? key;

    private sealed record Excess(string Item, string? Multiple);

    private sealed record Answer(
        string Section, string? Date, string State, string? Class, string? Subclass, IReadOnlyDictionary<string, string> Items, IReadOnlyList<string> Determining, IReadOnlyList<Excess> Exceeding,
        string? Target, bool? Met, IReadOnlyDictionary<string, string> ItemSubclasses, IReadOnlyList<string> Undetected, string Edition);
}
