using Lanshao.Documents;
using Lanshao.Documents.Blocks;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Checking;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports.CarryOver;

/// <summary>以上期材料为底稿: last period's Word file comes back with its figures of the new period. Nothing is kept.</summary>
public static class CarryOverReport
{
    /// <summary>What is asked for.</summary>
    /// <param name="File">Last period's document.</param>
    /// <param name="Before">The period that it is about; null to read it from its title.</param>
    /// <param name="Now">The new period.</param>
    public sealed record Request(IncomingFile File, Period? Before, Period Now);

    /// <summary>The document that comes back.</summary>
    /// <param name="Before">The old period.</param>
    /// <param name="Now">The new period.</param>
    /// <param name="File">The Word file.</param>
    /// <param name="Items">What was changed and what is to be looked at, in the order of the text.</param>
    public sealed record Carried(Period Before, Period Now, byte[] File, IReadOnlyList<CarriedItem> Items);

    /// <summary>Makes the draft. DOC codes as reading a file; DOC-102 for what is no Word file; RPT-040 where the old period cannot be read, RPT-041 where it is the new one, and as <see cref="ReportDraft"/> for either period.</summary>
    public static async Task<Outcome<Carried>> RunAsync(LanshaoContext db, Request request, DocumentLimits limits, DateTime nowUtc, CancellationToken ct)
    {
        try
        {
            var document = DocumentReader.Read(request.File.Bytes, request.File.Name, limits, ct);
            return document.Source.Format != SourceFormat.Docx
                ? Refusal.Unreadable("DOC-102", ("file", request.File.Name))
                : await RunAsync(db, request, document, limits, nowUtc, ct);
        }
        catch (DocumentRefusedException refused)
        {
            return new Refusal(refused.Code, RefusalKind.Unreadable, refused.Arguments);
        }
    }

    private static async Task<Outcome<Carried>> RunAsync(LanshaoContext db, Request request, SourceDocument document, DocumentLimits limits, DateTime nowUtc, CancellationToken ct)
    {
        if ((request.Before ?? PeriodOf(document)) is not { } period)
        {
            return Refusal.Invalid("RPT-040", ("file", request.File.Name));
        }

        if (period == request.Now)
        {
            return Refusal.Invalid("RPT-041", ("period", period.ChineseText));
        }

        var before = await ReportDraft.ReadWordsAsync(db, ReportScope.Of(period), null, nowUtc, ct);
        var now = before.IsRefused ? before : await ReportDraft.ReadWordsAsync(db, ReportScope.Of(request.Now), null, nowUtc, ct);
        if (now.IsRefused)
        {
            return now.Refusal;
        }

        var (edits, items) = Revise(RevisedWord.Read(request.File.Bytes, limits, ct), before.Value!, now.Value);
        return new Carried(period, request.Now, RevisedWord.Write(request.File.Bytes, edits, limits, ct), items);
    }

    private static (IReadOnlyList<WordEdit> Edits, IReadOnlyList<CarriedItem> Items) Revise(IReadOnlyList<WordParagraph> paragraphs, ReportDraft before, ReportDraft now)
    {
        var pairs = new AnnexPairs(before.Content.Annexes, now.Content.Annexes);
        var text = new CarriedText(before.Catalogue, now.Catalogue, pairs.Titles);
        var filled = new HashSet<int>();
        foreach (var table in CarriedTable.Of(paragraphs))
        {
            if (table.Find(before.Content.Annexes) is { } annex)
            {
                table.Fill(annex, pairs.Find(annex), text.Edits, text.Items);
                filled.Add(table.Number);
            }
        }

        foreach (var paragraph in paragraphs.Where(paragraph => !(paragraph.Table is { } table && filled.Contains(table))))
        {
            text.Revise(paragraph);
            if (paragraph.HasPicture)
            {
                text.LeavePicture(paragraph, paragraphs);
            }
        }

        return (text.Edits, text.Items);
    }

    private static Period? PeriodOf(SourceDocument document)
    {
        var read = CheckedDocumentReader.Read(document, NameBook.Empty);
        if (read.Period is not { } span)
        {
            return null;
        }

        var year = span.From.Year;
        IEnumerable<Period> known =
        [
            Period.Year(year), Period.Half(year, 1), Period.Half(year, 2), .. Enumerable.Range(1, 4).Select(quarter => Period.Quarter(year, quarter)), .. Enumerable.Range(1, 12).Select(month => Period.Month(year, month)),
        ];
        return known.Where(period => period.From == span.From && period.To == span.To).Select(period => (Period?)period).FirstOrDefault();
    }
}
