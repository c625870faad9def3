using System.Globalization;
using System.IO.Compression;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;

namespace Lanshao.Platform.Reports.Inspection;

/// <summary>Writes the papers of an inspection as one zip folder: first page with what is lacking, numbered index, then every part as Word and Excel, and the files themselves.</summary>
public static class InspectionFolder
{
    public const string MediaType = "application/zip";
    private const int MostNameCharacters = 80;
    private const int LongestEnding = 8;

    /// <summary>Returns the name of the folder without an ending.</summary>
    public static string NameOf(InspectionPapers papers) => Safe($"{papers.District}{papers.Asked.Period.ChineseText}迎检材料（{papers.Subject}）");

    /// <summary>Lists what the folder holds, in its order.</summary>
    public static IReadOnlyList<(string Name, string What)> IndexOf(InspectionPapers papers) => [.. Parts(papers).Select(part => (part.Name, part.What))];

    /// <summary>Writes the folder into a file of its own that is gone once it is closed; the proofs may be larger than memory.</summary>
    /// <param name="papers">The papers.</param>
    /// <param name="files">Where issued documents and proofs lie.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<FileStream> WriteAsync(InspectionPapers papers, FileStore files, DateTime nowUtc, CancellationToken ct)
    {
        var folder = new FileStream(Path.Combine(Path.GetTempPath(), $"lanshao-{Guid.CreateVersion7():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await using (var zip = new ZipArchive(folder, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var part in Parts(papers).Prepend(First(papers, nowUtc)))
                {
                    ct.ThrowIfCancellationRequested();
                    await PutAsync(zip, part, papers, files, nowUtc, ct);
                }
            }

            folder.Position = 0;
            return folder;
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
    }

    private static async Task PutAsync(ZipArchive zip, Part part, InspectionPapers papers, FileStore files, DateTime nowUtc, CancellationToken ct)
    {
        await using var stored = part.Sha256 is { } hash ? files.OpenRead(hash) : null;
        if (part.Sha256 is not null && stored is null)
        {
            return;
        }

        var mark = papers.IsSample ? RenderReport.SampleMark : null;
        foreach (var (ending, write) in Writers(part, stored, mark))
        {
            var entry = zip.CreateEntry(part.Name + ending, CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(ChinaTime.CivilOf(nowUtc), TimeSpan.Zero);   // a zip knows the wall clock only
            await using var content = await entry.OpenAsync(ct);
            await write(content, ct);
        }
    }

    private static IEnumerable<(string Ending, Func<Stream, CancellationToken, Task> Write)> Writers(Part part, FileStream? stored, string? mark)
    {
        if (stored is not null)
        {
            yield return (string.Empty, (to, ct) => stored.CopyToAsync(to, ct));
            yield break;
        }

        if (part.Document is { } document)
        {
            yield return (".docx", async (to, ct) => await to.WriteAsync(WordWriter.Write(document with { Mark = mark }), ct));
        }

        if (part.Table is { } table)
        {
            yield return (".docx", async (to, ct) => await to.WriteAsync(WordWriter.Write(OfficialDocument.Of(table) with { Mark = mark }), ct));
            yield return (".xlsx", async (to, ct) => await to.WriteAsync(ExcelWriter.Write(new PrintWorkbook(table.Title, [table]) { Mark = mark }), ct));
        }
    }

    private static IEnumerable<Part> Parts(InspectionPapers papers)
    {
        yield return new("01 年度计划任务", $"计划里的{papers.Measures.Count}条措施") { Table = InspectionTables.Duties(papers) };
        yield return new("02 工作进展", $"各单位报送的{papers.Said.Count}条进展") { Table = InspectionTables.Progress(papers) };
        yield return new("03 目标和现值", $"{papers.Targets.Count}个目标和可比的数字") { Table = InspectionTables.Targets(papers) };
        yield return new("04 数字和出处", $"{papers.Figures.Count}个数字，各有来源、口径和来历") { Table = InspectionTables.Figures(papers) };
        foreach (var (report, at) in papers.Issued.Select((report, at) => (report, at + 1)))
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"05 已印发文稿/{at:00} {Safe(report.Title)}（第{report.Number}次）.docx"), "已印发的文稿原件") { Sha256 = report.FileSha256 };
        }

        yield return new("06 佐证材料目录", $"{papers.Proofs.Count}份佐证") { Table = InspectionTables.Proofs(papers) };
        foreach (var (proof, at) in papers.Proofs.Where(proof => proof.FileSha256 is not null).Select((proof, at) => (proof, at + 1)))
        {
            yield return new(string.Create(CultureInfo.InvariantCulture, $"06 佐证材料/{at:000} {Safe(proof.Name)}"), $"佐证原件，{proof.Source}") { Sha256 = proof.FileSha256 };
        }
    }

    // What is lacking stands on the first page, before what is there.
    private static Part First(InspectionPapers papers, DateTime nowUtc)
    {
        var (title, index) = (NameOf(papers), IndexOf(papers));
        IEnumerable<OfficialBlock> gaps = papers.Gaps.Count == 0 ? [new BodyBlock("没有发现缺项。")] : papers.Gaps.Select((gap, at) => new BodyBlock(string.Create(CultureInfo.InvariantCulture, $"{at + 1}.{gap}")));
        var table = new PrintTable
        {
            Title = "目录",
            Columns = [new("序号", 14), new("名称", 90, CellAlign.Text), new("内容", 60, CellAlign.Text)],
            Rows = [.. index.Select((part, at) => new PrintRow([PrintCell.Of((at + 1).ToString(CultureInfo.InvariantCulture)), PrintCell.Of(part.Name), PrintCell.Of(part.What)]))],
        };
        IEnumerable<OfficialBlock> blocks =
        [
            new TitleBlock(title),
            new BodyBlock(string.Empty),
            new BodyBlock(string.Create(CultureInfo.InvariantCulture, $"时段：{papers.Asked.Period.ChineseText}；范围：{papers.Subject}；任务状态截至{papers.AsOf:yyyy年M月d日}；{ChinaTime.DayOf(nowUtc):yyyy年M月d日}整理。")),
            new HeadingBlock(1, "一、缺项"),
            .. gaps,
            new HeadingBlock(1, "二、目录"),
            new TableOnPageBlock(table),
        ];
        return new("00 封面、缺项和目录", "首页") { Document = new OfficialDocument(title, [new(blocks)]) { CreatedUtc = nowUtc } };
    }

    // A name that every system takes and that leads nowhere else.
    private static string Safe(string name)
    {
        var kept = string.Concat(name.Where(character => !char.IsControl(character)).Select(character => "\\/:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '_' : character)).Trim().TrimStart('.');
        var ending = Path.GetExtension(kept) is { Length: <= LongestEnding } known ? known : string.Empty;
        return kept.Length <= MostNameCharacters ? kept : kept[..(MostNameCharacters - ending.Length)] + ending;
    }

    /// <summary>A part of the folder: a table, a document, or a file that is kept.</summary>
    private sealed record Part(string Name, string What)
    {
        public PrintTable? Table { get; init; }

        public OfficialDocument? Document { get; init; }

        public string? Sha256 { get; init; }
    }
}
