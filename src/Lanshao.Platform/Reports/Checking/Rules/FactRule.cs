using Lanshao.Documents.Language;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Reports.Facts;

namespace Lanshao.Platform.Reports.Checking.Rules;

/// <summary>The document against the district's own figures, when it is about this district and this period: figures of the text by their names, tables cell by cell. Which of the two is newer only people know, so that a difference is asked about.</summary>
internal static class FactRule
{
    private const int HeadPassages = 6;
    private const int ShortestName = 4;
    private const string Source = "本系统数据";
    private static readonly string[] DistrictNames = ["district", "fullDistrict"];

    /// <summary>Whether a document is about the district and the period of a draft.</summary>
    public static bool IsAbout(CheckedDocument document, ReportDraft own) => OwnFigures.HeadsOf(document.Source).Contains(own.Content.Title) || IsOfPeriod(document, own);

    private static bool IsOfPeriod(CheckedDocument document, ReportDraft own) =>
        document.Period is { } days && days.From == own.Catalogue.Period.From && days.To == own.Catalogue.Period.To
        && DistrictNames.Select(name => own.Catalogue.Words.GetValueOrDefault(name, "")).Any(name => name.Length > 1
            && (document.Title.Contains(name, StringComparison.Ordinal) || document.Passages.Take(HeadPassages).Any(passage => passage.Text.Contains(name, StringComparison.Ordinal))));

    public static void Check(CheckedDocument document, ReportDraft own, CheckLog log)
    {
        if (!IsAbout(document, own))
        {
            return;
        }

        var district = own.Catalogue.Words.GetValueOrDefault("district", "");
        var facts = own.Catalogue.All.Where(fact => fact.Figure is not null && fact.Unit.Length > 0).GroupBy(fact => KeyOf(fact.Label, district)).Where(group => group.Key.Length >= ShortestName).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var reader = new ClaimReader(document);
        foreach (var claim in document.Sentences.Where(sentence => sentence.Passage.Table is null).SelectMany(reader.Read).Where(claim => !claim.IsGoal && claim.Figure.IsPlain))
        {
            CheckClaim(claim, facts, district, log);
        }

        foreach (var table in document.Tables)
        {
            CheckTable(table, own.Content.Annexes, log);
        }
    }

    // 某区PM2.5累计浓度 and PM2.5浓度 are one thing in a report of that district; the direction of a change is no part of its name.
    private static string KeyOf(string name, string district)
    {
        var key = Indicator.Normal(name).Replace("累计", "", StringComparison.Ordinal).Replace("平均", "", StringComparison.Ordinal).Replace("年均", "", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)["变化", "下降", "上升", "增长", "降低", "减少", "增加", "提高"])
        {
            key = key.EndsWith(word, StringComparison.Ordinal) ? key[..^word.Length] : key;
        }

        return district.Length > 1 && key.StartsWith(district, StringComparison.Ordinal) ? key[district.Length..].TrimStart('区', '市', '县') : key;
    }

    private static void CheckClaim(Claim claim, Dictionary<string, List<NamedFact>> facts, string district, CheckLog log)
    {
        if (!facts.TryGetValue(KeyOf(claim.Before, district), out var named) || log.IsSuspect(claim.Spot))
        {
            return;
        }

        var fitting = named.FindAll(fact => claim.Span is { } span && fact.Period.From == span.From && fact.Period.To == span.To && UnitOf(fact.Unit) == claim.Figure.Unit?.Name);
        if (fitting.Count == 0)
        {
            return;
        }

        var sign = Directions.Before(claim.Sentence.Text, claim.Figure.Start) < 0 ? -1m : 1m;
        if (fitting.Exists(fact => Agrees(claim.Figure, sign, fact)))
        {
            log.Agree();
            return;
        }

        var own = fitting[0];
        log.Add("DOC-043", CheckKind.FigureConflict, Severity.Warning, claim.Spot, [new Spot(own.Shown + own.Unit, $"{Source} {own.Label}", claim.Sentence.Passage.Origin)], claim.Printed, own.Shown + own.Unit,
            ("name", own.Label), ("period", own.Period.ChineseText));
    }

    private static string? UnitOf(string unit) => MeasurementUnits.ReadAt(unit, Headings.ScaleAt(unit, 0).Length, out _)?.Name;

    private static bool Agrees(Figure figure, decimal sign, NamedFact fact)
    {
        var scale = Headings.ScaleOf(Headings.ScaleAt(fact.Unit, 0));
        var (exact, shown) = (fact.Figure!.Value.Exact * scale, fact.Figure.Value.Shown * scale);
        return figure.Interval.Contains(sign * exact) || figure.Value == sign * shown || figure.Rounded.Overlaps(NumberInterval.Around(sign * shown, figure.Step >= 1m ? 0m : figure.Step));
    }

    // The table of the same columns and nearly the same title.
    private static void CheckTable(TableView table, IReadOnlyList<ReportContent.Annex> annexes, CheckLog log)
    {
        var headings = table.Columns.Select(column => Bare(column.Heading)).ToList();
        var own = annexes.FirstOrDefault(annex => annex.Columns.Count == headings.Count && annex.Columns.Select(Bare).SequenceEqual(headings) && IsTitled(table, annex));
        if (own is null || table.NameColumn is not { } name)
        {
            return;
        }

        // A row that heads others has one cell.
        var rows = own.Rows.Where(row => name.Index < row.Cells.Count).GroupBy(row => Bare(row.Cells[name.Index])).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var line in table.Lines.Where(line => rows.TryGetValue(Bare(line.Cell(name).Text), out var found) && found.Count == 1))
        {
            CheckLine(table, line, rows[Bare(line.Cell(name).Text)][0], log);
        }
    }

    private static bool IsTitled(TableView table, ReportContent.Annex annex)
    {
        var (one, other) = (Bare(table.Title.Text), Bare(annex.Title));
        return one == other || Likeness.LongestCommon(one, other).Length * 10 >= Math.Min(one.Length, other.Length) * 6;
    }

    private static void CheckLine(TableView table, TableLine line, ReportContent.Row own, CheckLog log)
    {
        foreach (var column in table.Columns.Where(column => column.Index < own.Cells.Count && column.Role is not (ColumnRole.Text or ColumnRole.Agency or ColumnRole.Serial or ColumnRole.Name)))
        {
            var (cell, kept) = (line.Cell(column), Bare(own.Cells[column.Index]));
            if (cell.IsCovered || Bare(cell.Text) == kept || (cell.Figure is { } printed && FigureReader.ReadWhole(kept) is { } stored && printed.Value == stored.Value))
            {
                log.Agree();
            }
            else if (!log.IsSuspect(cell.Spot))
            {
                log.Add("DOC-044", CheckKind.FigureConflict, Severity.Warning, cell.Spot, [new Spot(kept, $"{Source} {table.Label} {line.Name} {column.Heading}", cell.Spot.Origin)], cell.Text, kept.Length > 0 ? kept : "（空白）",
                    ("table", table.Label), ("name", line.Name), ("heading", column.Heading));
            }
        }
    }

    private static string Bare(string text) => ChineseText.Compact(ChineseText.ToHalfWidth(text)).Replace('—', '-').Replace('–', '-').Trim('-');
}
