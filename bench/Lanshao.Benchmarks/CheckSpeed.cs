using System.Diagnostics;
using System.Globalization;
using Lanshao.Documents;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Reports.Checking;

namespace Lanshao.Benchmarks;

/// <summary><c>check [ROUNDS]</c>: a made report of about 40 pages, from bytes to findings, warm; <c>check-file FILE</c> writes the same report for a cold run.</summary>
internal static class CheckSpeed
{
    private const int Chapters = 20;
    private const int Towns = 18;
    private const int WarmUp = 8;

    public static void Write(string file) => File.WriteAllBytes(file, Make());

    public static void Run(int rounds)
    {
        var bytes = Make();
        var took = new double[rounds];
        for (var i = -WarmUp; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var document = DocumentReader.Read(bytes, "report.docx", null, CancellationToken.None);
            var report = DocumentChecker.Check(document, NameBook.Empty);
            if (i >= 0)
            {
                took[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
            else if (i == -1)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.Paragraphs.Sum(p => p.Text.Length)} characters of text, {document.Tables.Count()} tables, {report.Checked} statements, {report.Findings.Count} findings"));
            }
        }

        Array.Sort(took);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"document check warm: {took[rounds / 2]:0.0} ms median, {took[0]:0.0} least, {took[rounds * 95 / 100]:0.0} p95"));
    }

    /// <summary>Makes the report: every chapter has a page of figures in sentences and a table that they are about.</summary>
    public static byte[] Make() =>
        WordWriter.Write(new OfficialDocument("某市2024年生态环境保护工作报告", [new OfficialSection([new TitleBlock("某市2024年生态环境保护工作报告"), .. Enumerable.Range(1, Chapters).SelectMany(Chapter)])]));

    private static IEnumerable<OfficialBlock> Chapter(int chapter)
    {
        var values = Enumerable.Range(0, Towns).Select(i => 200 + (chapter * 7) - (i * 6)).ToList();
        var done = values.Select((value, i) => value - (i % 5)).ToList();
        yield return new HeadingBlock(1, string.Create(CultureInfo.InvariantCulture, $"{Numeral(chapter)}、第{chapter}类问题办理情况"));
        for (var part = 1; part <= 4; part++)
        {
            yield return new BodyBlock(string.Create(CultureInfo.InvariantCulture,
                $"全年共受理第{chapter}类问题{values.Sum()}件，办结{done.Sum()}件，办结率{done.Sum() * 100m / values.Sum():0.0}%，比上年的{values.Sum() - 30}件增加30件。其中镇01最多，为{values[0]}件；镇{Towns:00}最少，为{values[^1]}件。检查企业{chapter * 310}家次，其中工业企业{chapter * 180}家次、餐饮企业{chapter * 90}家次、其他{chapter * 40}家次；新建管网{chapter * 3}.6公里，占年度任务的{50 + chapter}.{chapter % 10}%。"));
            yield return new BodyBlock("各镇、各部门坚持问题导向，压实责任，细化措施，加强调度，统筹推进源头治理、系统治理、综合治理，按月调度进展，按季通报情况，对进展缓慢的及时提醒，对整改不到位的跟踪督办，确保各项任务落到实处、见到成效。");
        }

        yield return new TableOnPageBlock(Table(chapter, values, done));
    }

    private static PrintTable Table(int chapter, List<int> values, List<int> done) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"表{chapter}　各镇第{chapter}类问题办理情况"),
        NoteAboveRight = "单位：件",
        Columns = [new("名次", 15), new("镇", 30), new("受理", 30), new("办结", 30), new("办结率", 30)],
        Rows = [.. values.Select((value, i) => Row([Text(i + 1), string.Create(CultureInfo.InvariantCulture, $"镇{i + 1:00}"), Text(value), Text(done[i]), string.Create(CultureInfo.InvariantCulture, $"{done[i] * 100m / value:0.0}%")])), Row(["", "合计", Text(values.Sum()), Text(done.Sum()), ""])],
    };

    private static PrintRow Row(string[] cells) => new([.. cells.Select(cell => PrintCell.Of(cell))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Numeral(int number)
    {
        const string Digits = "零一二三四五六七八九";
        return number < 10 ? Digits.Substring(number, 1) : (number < 20 ? "" : Digits.Substring(number / 10, 1)) + "十" + (number % 10 == 0 ? "" : Digits.Substring(number % 10, 1));
    }
}
