using System.Globalization;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>An author changes what a report says: sentences are worded anew, left out or added, with facts in braces; the result is a new version, the old one stays.</summary>
public static class RewordReport
{
    private const int LongestSentence = 2000;

    /// <summary>What the author wrote.</summary>
    /// <param name="Report">The version that was reworded.</param>
    /// <param name="Sentences">The text by key; an empty one is left out, one that is not there stays.</param>
    /// <param name="Added">A sentence to add at the end of a paragraph, by the number of its block.</param>
    public sealed record Request(Guid Report, IReadOnlyDictionary<string, string> Sentences, IReadOnlyDictionary<int, string> Added);

    /// <summary>A paragraph as an author sees it.</summary>
    /// <param name="Number">Number of its block.</param>
    /// <param name="Under">The heading above it.</param>
    /// <param name="Sentences">Its sentences.</param>
    public sealed record Paragraph(int Number, string Under, IReadOnlyList<Worded> Sentences);

    /// <summary>A sentence with its wording in use, and how it reads now; null where it can not be said.</summary>
    public sealed record Worded(string Key, string Say, string? Text);

    /// <summary>A report as an author sees it.</summary>
    /// <param name="Paragraphs">Its paragraphs.</param>
    /// <param name="Facts">What can be written into them.</param>
    public sealed record Reading(IReadOnlyList<Paragraph> Paragraphs, FactCatalogue Facts)
    {
        /// <summary>Returns how a text that was typed would read; null where it cannot be written.</summary>
        public string? Read(string say) => new SentenceWriter(Facts).Write(say).Text;
    }

    /// <summary>Returns a report for rewording; refused as <see cref="ReportChanges.ContentAsync"/>, RPT-026 also for a report without a text.</summary>
    public static async Task<Outcome<Reading>> ReadAsync(LanshaoContext db, FileStore files, Guid id, DateTime nowUtc, CancellationToken ct)
    {
        var template = await TemplateAsync(db, files, id, ct);
        if (template.IsRefused)
        {
            return template.Refusal;
        }

        var (report, worded) = template.Value;
        var draft = await ReportDraft.ReadWordsAsync(db, report.Scope, worded, nowUtc, ct);
        return draft.IsRefused ? draft.Refusal : new Reading(Paragraphs(worded, new(draft.Value.Catalogue)), draft.Value.Catalogue);
    }

    /// <summary>Renders the new version. RPT-020 for a wording that cannot be read, RPT-031 for one whose facts are not there, RPT-032 for one that is too long.</summary>
    public static async Task<Outcome<RenderReport.Rendered>> RunAsync(LanshaoContext db, FileStore files, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var template = await TemplateAsync(db, files, request.Report, ct);
        if (template.IsRefused)
        {
            return template.Refusal;
        }

        var (report, old) = template.Value;
        var draft = await ReportDraft.ReadWordsAsync(db, report.Scope, old, ChinaTime.NowUtc(clock), ct);
        if (draft.IsRefused)
        {
            return draft.Refusal;
        }

        var writer = new SentenceWriter(draft.Value.Catalogue);
        var changed = old.Blocks.SelectMany(block => block.Sentences).Select(sentence => request.Sentences.GetValueOrDefault(sentence.Key) is { } say && say.Trim() != writer.Write(sentence).Say ? say : string.Empty);
        if (changed.Concat(request.Added.Values).Select(say => Objection(say, writer)).FirstOrDefault(objection => objection is not null) is { } refusal)
        {
            return refusal;
        }

        var reworded = old with { Blocks = [.. old.Blocks.Select((block, number) => Reworded(block, number, request, writer))] };
        return await RenderReport.RunAsync(db, files, report.Scope, reworded, actor, clock, ct);
    }

    private static async Task<Outcome<Wordable>> TemplateAsync(LanshaoContext db, FileStore files, Guid id, CancellationToken ct)
    {
        var content = await ReportChanges.ContentAsync(db, files, id, ct);
        if (content.IsRefused)
        {
            return content.Refusal;
        }

        var report = (await ReportQueries.FindAsync(db, id, ct)).Value!;
        return content.Value.Template is { } template ? new Wordable(report, template) : Refusal.NotFound("RPT-026", ("number", report.Number.ToString(CultureInfo.InvariantCulture)));
    }

    private static List<Paragraph> Paragraphs(ReportTemplate template, SentenceWriter writer)
    {
        var (paragraphs, under) = (new List<Paragraph>(), string.Empty);
        foreach (var (number, block) in template.Blocks.Index())
        {
            var sentences = block.Sentences.Select(sentence => (sentence.Key, Written: writer.Write(sentence))).Select(sentence => new Worded(sentence.Key, sentence.Written.Say, sentence.Written.Text)).ToList();
            if (block.Level > 0)
            {
                under = string.Concat(sentences.Select(sentence => sentence.Text));
                continue;
            }

            if (block.Chart is null)
            {
                paragraphs.Add(new(number, under, sentences));
            }
        }

        return paragraphs;
    }

    private static Refusal? Objection(string say, SentenceWriter writer)
    {
        if (say.Length > LongestSentence)
        {
            return Refusal.Invalid("RPT-032", ("most", LongestSentence.ToString(CultureInfo.InvariantCulture)));
        }

        if (SentenceText.Parse(say) is { IsRefused: true, Refusal: var broken })
        {
            return broken;
        }

        return writer.Write(say) is { Text: null, Missing: var missing } ? Refusal.Invalid("RPT-031", ("sentence", say.Trim()), ("facts", string.Join('、', missing))) : null;
    }

    // A sentence that was left as it was keeps all its wordings.
    private static TemplateBlock Reworded(TemplateBlock block, int number, Request request, SentenceWriter writer)
    {
        var kept = block.Sentences.Select(sentence => request.Sentences.GetValueOrDefault(sentence.Key) switch
        {
            null => sentence,
            var say when string.IsNullOrWhiteSpace(say) => null,
            var say when say.Trim() == writer.Write(sentence).Say => sentence,
            var say => sentence with { Wordings = [new(string.Empty, say.Trim())] },
        }).OfType<TemplateSentence>().ToList();
        if (block.Level == 0 && request.Added.GetValueOrDefault(number) is { } added && !string.IsNullOrWhiteSpace(added))
        {
            kept.Add(new(string.Create(CultureInfo.InvariantCulture, $"own-{number}-{Guid.CreateVersion7():N}"), [new(string.Empty, added.Trim())]));
        }

        return block with { Sentences = kept };
    }

    private sealed record Wordable(Report Report, ReportTemplate Template);
}
