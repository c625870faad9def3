using System.Globalization;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Language;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Plans.Reading.Targets;

namespace Lanshao.Platform.Plans.Reading;

/// <summary>Reads an official plan out of a document's blocks. Needs names, no database; the same document always reads the same.</summary>
public static class PlanReader
{
    /// <summary>Reads a plan.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">The district's names; <see cref="NameBook.Empty"/> leaves every unit unresolved.</param>
    /// <param name="seasons">The days of seasons in this district; null for those of the names.</param>
    public static PlanReading Read(SourceDocument document, NameBook names, Seasons? seasons = null)
    {
        var (headBlocks, sources) = AnnexFinder.Split(document.Blocks);
        var head = DocumentHead.Read(headBlocks, sources);
        var context = new PlanContext(head.Year, head.Place, names, seasons ?? names.Seasons);
        var (log, counter) = (new FindingLog(), new RowCounter());
        var measures = new MeasureReader(context, log);
        var annexes = new List<AnnexReading>();
        foreach (var source in sources)
        {
            var annex = new AnnexBuilder(source.Number ?? annexes.Count + 1, source.Title ?? head.Title, log);
            if (ReadAnnex(source, annex, measures, counter, log))
            {
                measures.CloseAnnex();
                annexes.Add(annex.Build());
            }
        }

        AskAboutDocument(head, annexes, log);
        var targets = TargetReader.Read(annexes, context, log);
        PlanChecks.Run(annexes, targets, context, log);
        var rows = counter.Account();
        return rows.IsBalanced
            ? new PlanReading(document.Source, head.Title, head.NoticeTitle, head.DocumentNumber, head.Issuer, head.Year, head.Place, annexes, targets, document.Footnotes, log.Findings, rows)
            : throw new InvalidOperationException($"rows in and rows out differ: {rows}");
    }

    private static bool ReadAnnex(AnnexSource source, AnnexBuilder annex, MeasureReader measures, RowCounter counter, FindingLog log)
    {
        var reader = new TaskTableReader(annex, measures, counter, log);
        var found = false;
        foreach (var table in source.Blocks.OfType<TableBlock>())
        {
            if (reader.TryRead(table))
            {
                found = true;
                continue;
            }

            counter.Read += table.Rows.Count;
            counter.OtherTables += table.Rows.Count;
            log.Add("PLAN-005", Severity.Note, new RowPlace(annex.Number), null, ("rows", table.Rows.Count.ToString(CultureInfo.InvariantCulture)), ("title", source.Title ?? "—"));
        }

        return found || new ListPlanReader(annex, measures, log).TryRead(source.Blocks);
    }

    private static void AskAboutDocument(DocumentHead head, List<AnnexReading> annexes, FindingLog log)
    {
        if (annexes.Count == 0)
        {
            log.Add("PLAN-001", Severity.Error, RowPlace.Document, null);
        }
        else if (head.Year is null)
        {
            log.Add("PLAN-006", Severity.Error, RowPlace.Document, head.Title, ("title", head.Title ?? "—"));
        }
    }
}
