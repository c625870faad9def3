using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Foundation;

namespace Lanshao.Platform.Reports.Sending;

/// <summary>What an office writes itself onto a 更正函.</summary>
/// <param name="Issuer">发文机关; empty for the one that the pack names.</param>
/// <param name="DocumentNumber">发文字号; empty for a gap that is filled in later.</param>
/// <param name="Note">The reason in words, or a remark; empty for nothing.</param>
public sealed record CorrectionText(string Issuer, string DocumentNumber, string Note)
{
    /// <summary>Nothing written.</summary>
    public static CorrectionText None { get; } = new(string.Empty, string.Empty, string.Empty);
}

/// <summary>Sets 更正函 as Word, a letter by GB/T 9704: who writes it and under which number, to whom, what left, why it is corrected, what was printed and what is right, and place by place the whole in its annex.</summary>
public static class CorrectionLetter
{
    private const int MostLines = 4;
    private const int LongestLine = 60;
    private const int MostReasons = 5;
    private const string RedrawnTitle = "更正后的图";

    /// <summary>Returns the letter's title.</summary>
    public static string TitleOf(Report report) => $"关于更正《{report.Title}》有关数据的函";

    /// <summary>Writes the letter.</summary>
    /// <param name="row">The sending.</param>
    /// <param name="reading">What reads differently.</param>
    /// <param name="text">What was written by hand.</param>
    /// <param name="mark">The mark of a sample; null for none.</param>
    /// <param name="nowUtc">When.</param>
    internal static byte[] Write(SubmissionRow row, CorrectSubmission.Reading reading, CorrectionText text, string? mark, DateTime nowUtc)
    {
        var (title, today, table) = (TitleOf(row.Report), ChinaTime.DayOf(nowUtc), Table(row.Submission, reading));
        IEnumerable<OfficialBlock> head = text.Issuer.Length > 0 ? [new RedHeadBlock(text.Issuer, text.DocumentNumber.Length > 0 ? text.DocumentNumber : Gap(today))] : [];
        IEnumerable<OfficialBlock> signature = text.Issuer.Length > 0 ? [new BodyBlock(string.Empty) { KeepsWithNext = true }, new SignatureBlock(text.Issuer, Day(today))] : [];
        var (charts, titles) = (Redrawn(reading).ToList(), new List<string> { table.Title });
        titles.AddRange(charts.Count > 0 ? [RedrawnTitle] : Array.Empty<string>());
        IEnumerable<OfficialBlock> letter =
        [
            .. head,
            new TitleBlock(title),
            new BodyBlock(string.Empty),
            new AddresseeBlock(row.Submission.Recipients.TrimEnd('：', ':', '。')),
            .. Body(row, reading, text.Note),
            new BodyBlock(string.Empty) { KeepsWithNext = true },
            new AnnexListBlock(titles) { KeepsWithNext = text.Issuer.Length > 0 },
            .. signature,
        ];
        IEnumerable<OfficialSection> redrawn = charts.Count > 0 ? [new([new AnnexLabelBlock("附件2"), new TitleBlock(RedrawnTitle), .. charts])] : [];
        return WordWriter.Write(new OfficialDocument(title, [new(letter), OfficialSection.Of(table, charts.Count > 0 ? "附件1" : "附件"), .. redrawn]) { Mark = mark, CreatedUtc = nowUtc });
    }

    // Whoever has the document puts the new charts over the old ones.
    private static IEnumerable<ChartBlock> Redrawn(CorrectSubmission.Reading reading) =>
        reading.Now.Body.Select(block => block.Chart).OfType<ReportContent.Chart>()
            .Where(chart => chart.Drawing is not null && reading.Changes.Charts.Any(change => change.Is(chart)))
            .Select(chart => new ChartBlock(chart.Drawing!, chart.Caption, chart.Source));

    private static IEnumerable<OfficialBlock> Body(SubmissionRow row, CorrectSubmission.Reading reading, string note)
    {
        var sent = row.Submission;
        var number = sent.DocumentNumber.Length > 0 ? $"（{sent.DocumentNumber}）" : string.Empty;
        yield return new BodyBlock($"{Day(sent.SentOn)}以{sent.Channel}报送的《{row.Report.Title}》{number}，所依据的数据后来有更正，{Places(reading.Changes)}随之更改。现将更正情况函告如下：");
        yield return new HeadingBlock(1, "一、更正原因");
        if (note.Length > 0)
        {
            yield return new BodyBlock(note);
        }

        foreach (var reason in Reasons(reading.Lines))
        {
            yield return new BodyBlock(reason + "。");
        }

        yield return new HeadingBlock(1, "二、更正内容");
        foreach (var line in Told(reading.Lines))
        {
            yield return new BodyBlock(line);
        }

        if (sent.LastCorrection is { } last)
        {
            yield return new BodyBlock(string.Create(CultureInfo.InvariantCulture, $"本函接续{Day(ChinaTime.DayOf(last.MadeAtUtc))}的第{last.Seq}次更正，所列原印是那次更正以后的写法。"));
        }

        yield return new BodyBlock("没有列出的内容不变。请以更正后的数据为准；已经转发或者引用原文件的，请一并更正。");
        yield return new BodyBlock("特此函告。") { KeepsWithNext = true };
    }

    private static string Places(ReportDifference changes)
    {
        string[] places = [changes.Sentences.Count > 0 ? $"正文{Text(changes.Sentences.Count)}句" : string.Empty, changes.Charts.Count > 0 ? $"图{Text(changes.Charts.Count)}幅" : string.Empty, changes.Cells.Count > 0 ? $"附件中{Text(changes.Cells.Count)}处" : string.Empty];
        return string.Join('、', places.Where(place => place.Length > 0));
    }

    private static IEnumerable<string> Reasons(IReadOnlyList<CorrectionLine> lines)
    {
        // That a chart is drawn anew is no reason of its own.
        var told = lines.Where(line => !line.IsChart).ToList() is { Count: > 0 } others ? others : lines;
        var reasons = told.SelectMany(line => line.Why.Split('；')).Distinct(StringComparer.Ordinal).ToList();
        return reasons.Take(MostReasons).Select((reason, at) => reasons.Count == 1 ? reason : $"{Text(at + 1)}.{reason}").Concat(reasons.Count > MostReasons ? ["其余原因逐处列在附件"] : Array.Empty<string>());
    }

    // Few and short places are told in the letter itself, all of them in its annex.
    private static IEnumerable<string> Told(IReadOnlyList<CorrectionLine> lines)
    {
        var told = lines.Where(line => !line.IsChart && line.Before is { Length: <= LongestLine } && line.Now is { Length: <= LongestLine }).Take(MostLines).ToList();
        foreach (var (at, line) in told.Index())
        {
            yield return $"{(told.Count > 1 ? Text(at + 1) + "." : string.Empty)}{line.Where}，原印“{line.Before}”，更正为“{line.Now}”。";
        }

        var annex = lines.Any(line => line.IsChart) ? "附件1" : "附件";
        yield return told.Count == lines.Count ? $"对照表见{annex}。" : told.Count == 0 ? $"共{Text(lines.Count)}处，逐处原印、更正后的写法和原因见{annex}。" : $"以上连同其余{Text(lines.Count - told.Count)}处，逐处原印、更正后的写法和原因见{annex}。";
        if (lines.Any(line => line.IsChart))
        {
            yield return "更正后的图见附件2。";
        }
    }

    private static PrintTable Table(Submission sent, CorrectSubmission.Reading reading) => new()
    {
        Title = "更正对照表",
        IsLandscape = true,
        IsSmall = true,
        Columns = [new("序号", 12), new("位置", 46, CellAlign.Text), new("原印", 60, CellAlign.Text), new("更正为", 60, CellAlign.Text), new("原因", 58, CellAlign.Text)],
        Rows = [.. reading.Lines.Select((line, at) => new PrintRow([PrintCell.Of(Text(at + 1)), PrintCell.Of(line.Where), PrintCell.Of(line.Before ?? "（无）"), PrintCell.Of(line.Now ?? "（删去）"), PrintCell.Of(line.Why)]))],

        // In groups, so that the line can break.
        NotesBelow = [$"原文件的校验值（SHA-256）：{string.Join(' ', sent.FileSha256.Chunk(8).Select(group => new string(group)))}"],
    };

    private static string Gap(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"　　〔{day.Year}〕　　号");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
