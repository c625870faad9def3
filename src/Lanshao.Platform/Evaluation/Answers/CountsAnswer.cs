using Lanshao.Standards;

namespace Lanshao.Platform.Evaluation.Answers;

/// <summary>The answer of a table that counts things of several kinds: how many, which kind most, which area most.</summary>
internal static class CountsAnswer
{
    public static Answer Of(FigureTable table)
    {
        var answer = new Answer();
        var at = ColumnOf(table, table.Indicator.Code);
        if (at < 0 || table.Total?.Cells[at] is not { Number: { } total } || total == 0m)
        {
            return answer;
        }

        var unit = table.Indicator.PrintedUnit;
        var all = $"{table.Definition.Subject ?? table.Indicator.Name}{table.Total.Cells[at].Figure!.Value.ShownText}{unit}";
        return answer.Say(MostKind(table, total, unit) is { } kind ? $"{all}，{kind}" : all).Say(MostArea(table, at, unit));
    }

    private static string? MostKind(FigureTable table, decimal total, string unit)
    {
        var kinds = table.Indicator.SumOf.Select(code => ColumnOf(table, code)).Where(column => column >= 0 && table.Total!.Cells[column].Number is not null).ToList();
        if (kinds.Count < 2)
        {
            return null;
        }

        var most = kinds.Max(column => table.Total!.Cells[column].Number!.Value);
        var share = Percentage.Compute(most, total)!.Value;
        var names = kinds.Where(column => table.Total!.Cells[column].Number == most).Select(column => table.Columns[column].Heading);
        return $"{string.Join('、', names)}{table.Total!.Cells[kinds.First(column => table.Total!.Cells[column].Number == most)].Figure!.Value.ShownText}{unit}最多（{share.ShownText}%）";
    }

    private static string? MostArea(FigureTable table, int at, string unit)
    {
        if (table.Rows.Max(row => row.Cells[at].Number) is not { } most || table.Rows.Count < 2)
        {
            return null;
        }

        var rows = table.Rows.Where(row => row.Cells[at].Number == most).ToList();
        return $"{NameList.Join([.. rows.Select(row => row.Name)], "街道（地区）")}{rows[0].Cells[at].Figure!.Value.ShownText}{unit}最多";
    }

    private static int ColumnOf(FigureTable table, string indicator)
    {
        for (var at = 0; at < table.Columns.Count; at++)
        {
            if (table.Columns[at].Indicator == indicator)
            {
                return at;
            }
        }

        return -1;
    }
}
