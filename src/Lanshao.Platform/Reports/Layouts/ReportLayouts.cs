using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Staging;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Reports.Layouts;

/// <summary>版式模板: how a kind of report is laid out in Word. The program makes one from the pack's wording; an office changes it in Word and brings it back by import, which is where it is kept.</summary>
public static class ReportLayouts
{
    /// <summary>Makes the layout that the program gives; RPT-010 where the pack has no wording of this kind.</summary>
    public static async Task<Outcome<byte[]>> MakeAsync(LanshaoContext db, ReportKind kind, CancellationToken ct)
    {
        var pack = await CurrentPack.ReadAsync(db, ct);
        if (pack.IsRefused)
        {
            return pack.Refusal;
        }

        return pack.Value.Read(ReportTemplates.Part).Find(kind) is { } template
            ? Make(template, pack.Value.District.Facts.IsSample ? RenderReport.SampleMark : null)
            : Refusal.NotFound("RPT-010", ("kind", ReportKinds.CodeOf(kind)), ("period", string.Empty));
    }

    /// <summary>Returns the import by which the office's own layout came in; null where the program's is in use.</summary>
    public static Task<ImportBatch?> OwnAsync(LanshaoContext db, ReportKind kind, CancellationToken ct)
    {
        var target = ImportReportLayout.TargetOf(kind);
        return db.Set<ImportBatch>().AsNoTracking().Where(batch => batch.Kind == ImportReportLayout.Code && batch.Target == target && batch.State == ImportState.Applied && batch.Rejected == 0)
            .OrderByDescending(batch => batch.AppliedUtc).ThenByDescending(batch => batch.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Opens the office's own layout; null where there is none.</summary>
    public static async Task<byte[]?> OpenOwnAsync(LanshaoContext db, FileStore files, ReportKind kind, CancellationToken ct)
    {
        await using var stream = await OwnAsync(db, kind, ct) is { } own ? files.OpenRead(own.FileSha256) : null;
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    /// <summary>Fills a layout with what a report says.</summary>
    internal static byte[] Fill(byte[] layout, ReportDraft draft, string? mark, DateTime madeAtUtc)
    {
        var values = new LayoutValues(draft, madeAtUtc);
        return ControlledWord.Fill(layout, values.Of, mark);
    }

    /// <summary>Makes a layout of a template: its head, a control for every part of the text, list, signature and annexes; the patterns show the wording.</summary>
    internal static byte[] Make(ReportTemplate template, string? mark)
    {
        var parts = new List<ControlledPart>();
        if (template.RedHead is { } head)
        {
            parts.Add(new(LayoutTags.RedHead, "发文机关标志", [new RedHeadBlock(head, template.DocumentNumber ?? string.Empty)]));
        }

        parts.Add(new(LayoutTags.TitleOf(template.Kind), "标题", [new TitleBlock(template.Title)]));
        parts.Add(Blank);
        parts.AddRange(LayoutTags.Sections(template.Blocks.Select(block => (block.Level, block.Sentences is [var first, ..] ? first.Key : string.Empty, block)))
            .Select(section => new ControlledPart(section.Tag, section.Tag == LayoutTags.Preface ? "开头" : section.Blocks[0].Sentences[0].Wordings[0].Say, [.. section.Blocks.Where(block => block.Sentences.Count > 0).Select(Pattern)])));
        parts.Add(Blank);
        parts.Add(new(LayoutTags.AnnexList, "附件说明", [new AnnexListBlock(["附件名称", "附件名称"])]));
        if (template.Issuer is { } issuer)
        {
            parts.AddRange([Blank, new(LayoutTags.Signature, "署名和日期", [new SignatureBlock(issuer, "成文日期")])]);
        }

        parts.Add(new(LayoutTags.Annexes, "附件", [new AnnexLabelBlock("附件1"), new TitleBlock("附件名称")]));
        return ControlledWord.Create(template.Title, mark, parts);
    }

    private static ControlledPart Blank { get; } = new(string.Empty, string.Empty, [new BodyBlock(string.Empty)]);

    private static OfficialBlock Pattern(TemplateBlock block)
    {
        var text = string.Concat(block.Sentences.Select(sentence => sentence.Wordings[0].Say));
        return block.Level == 0 ? new BodyBlock(text) : new HeadingBlock(block.Level, text);
    }
}
