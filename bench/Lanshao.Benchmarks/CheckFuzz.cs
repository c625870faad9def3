using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Lanshao.Documents;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts;
using Lanshao.Platform.Reports.Checking;

namespace Lanshao.Benchmarks;

/// <summary><c>check-fuzz [SECONDS] [SEED]</c>: Word files damaged in their bytes or, so that the damage gets past the container, in their text: each is refused or checked and given back with comments, without an exception and in time. What fails is kept beside the program.</summary>
internal static class CheckFuzz
{
    private const string Body = "word/document.xml";
    private const string TextEnd = "</w:t>";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly string[] Documents = ["report-2024h1.docx", "report-2024h1-tracked.docx", "plan-2022-vmerge.docx"];
    private static readonly string[] Pieces = ["，其中", "分别为", "（", "）", "、", "。", "占100%的", "一百二十", "—", "3.2万余", "下降", "较上周", "|", "-", "9999999999999999999", "Ⅲ类", "合计", "0", "％", "2024年2月30日", "其余", "同比", "第一", "共8天", "相差", "首位"];

    public static int Run(TimeSpan time, int seed)
    {
        byte[][] corpus = [CheckSpeed.Make(), .. Reference()];
        var (files, refused, began) = (0L, 0L, Stopwatch.GetTimestamp());
        for (var random = new Random(seed); Stopwatch.GetElapsedTime(began) < time; files++)
        {
            var whole = corpus[random.Next(corpus.Length)];
            var file = random.Next(3) == 0 ? HurtBytes(whole, random) : HurtText(whole, random);
            var started = Stopwatch.GetTimestamp();
            try
            {
                refused += Check(file) ? 0 : 1;
            }
            catch (Exception thrown) when (thrown is not OutOfMemoryException)
            {
                return Fault(file, thrown.ToString());
            }

            if (Stopwatch.GetElapsedTime(started) > Longest)
            {
                return Fault(file, "too slow");
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} damaged files, {refused} refused, seed {seed}: no exception, none too slow"));
        return 0;
    }

    private static IEnumerable<byte[]> Reference() => Documents.Select(name => File.ReadAllBytes(ReferenceFolder.FileOf("documents", name)));

    private static bool Check(byte[] file)
    {
        try
        {
            var document = DocumentReader.Read(file, "damaged.docx", null, CancellationToken.None);
            var report = DocumentChecker.Check(document, NameBook.Empty);
            GC.KeepAlive(CommentedWord.Write(file, [.. report.Findings.Select(finding => new WordComment(finding.Statement.Origin, finding.Statement.Text, finding.Code))], "核稿", null, CancellationToken.None));
            return true;
        }
        catch (DocumentRefusedException)
        {
            return false;
        }
    }

    private static int Fault(byte[] file, string what)
    {
        var kept = Path.Combine(AppContext.BaseDirectory, "check-fuzz.docx");
        File.WriteAllBytes(kept, file);
        Console.WriteLine($"{what}\n{kept}");
        return 1;
    }

    private static byte[] HurtBytes(byte[] file, Random random)
    {
        var hurt = file.ToList();
        for (var hurts = random.Next(1, 6); hurts > 0; hurts--)
        {
            var at = random.Next(1, hurt.Count);
            var length = Math.Min(random.Next(1, 200), hurt.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    hurt[at] = (byte)random.Next(256);
                    break;
                case 1 when hurt.Count > 400:
                    hurt.RemoveRange(at, length);
                    break;
                case 2:
                    hurt.InsertRange(at, hurt.GetRange(at, length));
                    break;
                default:
                    hurt.RemoveRange(Math.Max(at, 400), hurt.Count - Math.Max(at, 400));
                    break;
            }

            if (hurt.Count <= 400)
            {
                break;
            }
        }

        return [.. hurt];
    }

    private static byte[] HurtText(byte[] file, Random random)
    {
        using var target = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create))
        {
            foreach (var entry in from.Entries)
            {
                using var bytes = new MemoryStream();
                using (var source = entry.Open())
                {
                    source.CopyTo(bytes);
                }

                using var written = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                written.Write(entry.FullName == Body ? Encoding.UTF8.GetBytes(HurtXml(Encoding.UTF8.GetString(bytes.ToArray()), random)) : bytes.ToArray());
            }
        }

        return target.ToArray();
    }

    // Pieces come in between the words; now and then something is cut out, tags and all.
    private static string HurtXml(string xml, Random random)
    {
        for (var hurts = random.Next(1, 40); hurts > 0; hurts--)
        {
            var at = xml.IndexOf(TextEnd, random.Next(xml.Length), StringComparison.Ordinal);
            xml = at < 0 ? xml : xml.Insert(at, Pieces[random.Next(Pieces.Length)]);
        }

        var start = random.Next(xml.Length);
        return random.Next(8) > 0 ? xml : xml.Remove(start, Math.Min(random.Next(1, 400), xml.Length - start));
    }
}
