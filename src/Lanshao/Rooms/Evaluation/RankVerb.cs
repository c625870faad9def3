using System.CommandLine;
using System.Globalization;
using Lanshao.CommandLine;
using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Platform.Foundation;
using Lanshao.Standards;

namespace Lanshao.Rooms.Evaluation;

/// <summary><c>rank FILE --value COLUMN</c>: places and year-on-year changes of a table, in the order of its rows.</summary>
internal sealed class RankVerb
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "CSV 或 Excel 表" };
    private static readonly Option<string> Value = new("--value") { Description = "数值列", Required = true };
    private static readonly Option<string> Name = new("--name") { Description = "名称列", DefaultValueFactory = _ => "name" };
    private static readonly Option<string?> Previous = new("--previous") { Description = "去年同期数值列" };
    private static readonly Option<int?> Decimals = new("--decimals") { Description = "显示几位小数；不给则与原值相同" };
    private static readonly Option<string> By = new("--by") { Description = "按显示值或原值排名", DefaultValueFactory = _ => "shown" };
    private static readonly Option<int?> YearOnYearDecimals = new("--yoy-decimals") { Description = "同比先修约到几位；不给则与 --decimals 相同" };
    private static readonly Option<bool> WorstFirst = new("--worst-first") { Description = "数值最大的为第 1 名" };

    public static Command Command()
    {
        By.AcceptOnlyFromAmong("shown", "exact");
        foreach (var option in new[] { Decimals, YearOnYearDecimals })
        {
            option.Validators.Add(parsed =>
            {
                if (parsed.GetValueOrDefault<int?>() is not (null or (>= 0 and <= 28)))
                {
                    parsed.AddError($"{option.Name} 应在 0 到 28 之间。");
                }
            });
        }

        var verb = new Command("rank", "排名与同比：并列占位，下一名跳号") { File, Value, Name, Previous, Decimals, By, YearOnYearDecimals, WorstFirst };
        return verb.Needs(Permissions.Open).Runs((parsed, output, ct) =>
        {
            var file = parsed.GetValue(File)!;
            var ranked = Read(file, ct).Then(table => Rank(table, parsed));
            return Task.FromResult(ranked.IsRefused
                ? output.Refuse(ranked.Refusal, file.Name)
                : output.Print(ranked.Value, (writer, rows) => rows.ForEach(row => writer.WriteLine(string.Join('\t', row.Rank, row.Name, row.Shown, row.YearOnYear)))));
        });
    }

    private static Outcome<FileTable> Read(FileInfo file, CancellationToken ct)
    {
        try
        {
            using var stream = file.OpenRead();
            var table = DocumentReader.Read(stream, file.Name, null, ct).Tables.FirstOrDefault();
            return table is null || table.Rows.Count == 0 ? Refusal.Unreadable("STD-006", ("file", file.Name)) : new FileTable(file.Name, table);
        }
        catch (DocumentRefusedException refused)
        {
            return DocumentRefusals.Of(refused);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Refusal.Unreadable("IMP-008", ("file", file.Name), ("reason", unreadable.Message));
        }
    }

    private static Outcome<List<RankedRow>> Rank(FileTable table, ParseResult parsed)
    {
        var values = table.Numbers(parsed.GetValue(Value)!);
        var names = table.Column(parsed.GetValue(Name)!);
        var before = parsed.GetValue(Previous) is { } column ? table.Numbers(column) : new decimal?[table.RowCount];
        if (values.Refusal is { } value)
        {
            return value;
        }

        if ((names.Refusal ?? before.Refusal) is { } refusal)
        {
            return refusal;
        }

        var decimals = parsed.GetValue(Decimals) ?? values.Value!.Select(number => number is { } known ? (int)known.Scale : 0).DefaultIfEmpty().Max();
        var shown = values.Value!.Select(number => number is { } known ? Reported.Of(known, decimals) : (Reported?)null).ToList();
        var places = Ranking.Places(shown, parsed.GetValue(WorstFirst) ? RankOrder.LargestFirst : RankOrder.SmallestFirst, parsed.GetValue(By) == "exact" ? RankBy.Exact : RankBy.Shown);
        var changes = shown.Select((figure, i) => Change(figure, before.Value![i], parsed.GetValue(YearOnYearDecimals) ?? decimals));
        return names.Value!.Select((name, i) => (name, i)).Zip(changes, (row, change) => new RankedRow(row.name, shown[row.i]?.ExactText, shown[row.i]?.ShownText, places[row.i], change)).ToList();
    }

    private static string? Change(Reported? now, decimal? before, int decimals) =>
        now is { } figure && before is { } earlier && YearOnYear.Compute(figure.Exact, earlier, decimals) is { } change ? change.ShownText + "%" : null;

    private sealed record RankedRow(string Name, string? Value, string? Shown, int? Rank, string? YearOnYear);

    /// <summary>A table whose first row names its columns.</summary>
    private sealed class FileTable(string file, TableBlock table)
    {
        public int RowCount => table.Rows.Count - 1;

        public Outcome<string[]> Column(string name)
        {
            var heads = table.Rows[0].Cells.Select(cell => cell.Text.Trim()).ToList();
            var at = heads.IndexOf(name);
            return at >= 0
                ? table.Rows.Skip(1).Select(row => at < row.Cells.Count ? row.Cells[at].Text.Trim() : string.Empty).ToArray()
                : Refusal.Unreadable("STD-004", ("file", file), ("column", name), ("nearest", string.Join("、", heads)));
        }

        public Outcome<decimal?[]> Numbers(string name) => Column(name).Then(texts =>
        {
            var numbers = new decimal?[texts.Length];
            for (var i = 0; i < texts.Length; i++)
            {
                if (texts[i].Length > 0 && !ArgumentValues.TryDecimal(texts[i], out _))
                {
                    var where = string.Create(CultureInfo.InvariantCulture, $"第{i + 2}行“{name}”一列");
                    return Refusal.Unreadable("STD-005", ("file", file), ("where", where), ("expected", "数字或空白"), ("found", texts[i]));
                }

                numbers[i] = ArgumentValues.TryDecimal(texts[i], out var number) ? number : null;
            }

            return (Outcome<decimal?[]>)numbers;
        });
    }
}
