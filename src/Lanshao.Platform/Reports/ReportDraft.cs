using System.Globalization;
using Lanshao.Documents.Writing;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Indicators;
using Lanshao.Platform.Reports.Facts;
using Lanshao.Platform.Reports.Wording;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Reports;

/// <summary>A report as it reads now: the annexes, and the narrative written from facts that come out of the same tables.</summary>
/// <param name="Annexes">The annexes.</param>
/// <param name="Catalogue">The facts.</param>
/// <param name="Charts">The charts.</param>
/// <param name="Content">What it says.</param>
/// <param name="Findings">What a careful clerk would ask before it goes out.</param>
public sealed record ReportDraft(ReportAnnexes Annexes, FactCatalogue Catalogue, ReportCharts Charts, ReportContent Content, IReadOnlyList<Finding> Findings)
{
    /// <summary>Makes the draft of the regular report of a period; refused as <see cref="ReportAnnexes.ReadAsync"/>.</summary>
    public static Task<Outcome<ReportDraft>> ReadAsync(LanshaoContext db, Period period, ReportTemplate? template, DateTime nowUtc, CancellationToken ct) =>
        ReadAsync(db, ReportScope.Of(period), template, nowUtc, ct);

    /// <summary>Makes the draft; refused as <see cref="ReportAnnexes.ReadAsync"/>.</summary>
    /// <param name="db">The store.</param>
    /// <param name="scope">Which report is meant.</param>
    /// <param name="template">How it is worded; null for the pack's own template.</param>
    /// <param name="nowUtc">When.</param>
    /// <param name="ct">Stops.</param>
    public static Task<Outcome<ReportDraft>> ReadAsync(LanshaoContext db, ReportScope scope, ReportTemplate? template, DateTime nowUtc, CancellationToken ct) =>
        ReadAsync(db, scope, template, nowUtc, isDrawn: true, ct);

    /// <summary>Makes the draft without its charts, for whoever asks only for its words and cells.</summary>
    public static Task<Outcome<ReportDraft>> ReadWordsAsync(LanshaoContext db, ReportScope scope, ReportTemplate? template, DateTime nowUtc, CancellationToken ct) =>
        ReadAsync(db, scope, template, nowUtc, isDrawn: false, ct);

    private static async Task<Outcome<ReportDraft>> ReadAsync(LanshaoContext db, ReportScope scope, ReportTemplate? template, DateTime nowUtc, bool isDrawn, CancellationToken ct)
    {
        var annexes = await ReportAnnexes.ReadAsync(db, scope, ct);
        if (annexes.IsRefused)
        {
            return annexes.Refusal;
        }

        var pack = (await CurrentPack.ReadAsync(db, ct)).Value!;
        var catalogue = await FactCatalogue.ReadAsync(db, pack, annexes.Value, nowUtc, ct);
        var worded = template ?? pack.Read(ReportTemplates.Part).Find(scope.Kind);
        return Compose(annexes.Value, pack, catalogue, await ReportCharts.ReadAsync(db, pack, annexes.Value, isDrawn ? worded : null, ct), worded);
    }

    /// <summary>Gets the facts at their places: those of the narrative by sentence, then those of the annexes by cell.</summary>
    internal IReadOnlyList<FactDraft> Drafts =>
    [
        .. Content.Body.SelectMany(block => block.Sentences).SelectMany((sentence, s) => sentence.Facts.Select((name, f) => new FactDraft(0, s + 1, f + 1, Catalogue.Find(name)!))),
        .. Annexes.All.SelectMany(annex => annex.Drafts),
    ];

    private static ReportDraft Compose(ReportAnnexes annexes, Pack pack, FactCatalogue catalogue, ReportCharts charts, ReportTemplate? template)
    {
        var writer = new SentenceWriter(catalogue);
        var findings = new List<Finding>();
        var (number, under) = (0, "开头");
        var missing = new MissingFacts(pack.Read(IndicatorList.Part), findings);
        var body = (template?.Blocks ?? []).Select(block =>
        {
            var sentences = block.Sentences.Select((sentence, at) => Say(sentence, writer, missing, under, at + 1)).OfType<ReportContent.Sentence>().ToList();
            under = block.Level > 0 && sentences is [var heading, ..] ? heading.Text : under;
            return new ReportContent.Block(block.Level, sentences) { Chart = block.Chart is null ? null : Draw(block, charts, ref number, findings) };
        }).ToList();
        var used = body.SelectMany(block => block.Sentences).SelectMany(sentence => sentence.Facts).Distinct(StringComparer.Ordinal).Select(name => catalogue.Find(name)!);
        var content = new ReportContent(
            template is null ? annexes.Title : writer.Write(template.Title).Text ?? annexes.Title,
            template,
            [.. HeadingNumbers.Set(WithoutEmpty(body))],
            [.. used.Select(fact => new ReportContent.Figure(fact.Name, fact.Label, fact.Figure?.ExactText, fact.Shown, fact.Unit, fact.Period.Code, fact.Query))],
            [.. annexes.All.Select(Printed)]);
        return new(annexes, catalogue, charts, content, [.. annexes.Findings, .. findings]);
    }

    // A chart that cannot be drawn is left out and named, as a sentence is.
    private static ReportContent.Chart? Draw(TemplateBlock block, ReportCharts charts, ref int number, List<Finding> findings)
    {
        if (charts.Captioned(block.Chart!, block.Draws, number + 1) is { } chart)
        {
            number++;
            return chart;
        }

        var name = charts.NameOf(block);
        findings.Add(new("RPT-033", Severity.Note, new Dictionary<string, string> { ["table"] = name }, name));
        return null;
    }

    private static ReportContent.Sentence? Say(TemplateSentence sentence, SentenceWriter writer, MissingFacts missing, string under, int at)
    {
        var written = writer.Write(sentence);
        if (written.Text is { } text)
        {
            return new(sentence.Key, text, written.Facts);
        }

        if (written.Missing.Count > 0)
        {
            missing.Tell(sentence.Key, under, at, written.Missing);
        }

        return null;
    }

    // A heading without anything below it is not printed.
    private static IEnumerable<ReportContent.Block> WithoutEmpty(List<ReportContent.Block> body) =>
        body.Where((block, i) => block.Chart is not null || (block.Sentences.Count > 0 && (block.Level == 0 || body.Skip(i + 1).TakeWhile(next => next.Level == 0 || next.Level > block.Level).Any(next => next is { Level: 0, Sentences.Count: > 0 }))));

    private static ReportContent.Annex Printed(ReportAnnex annex) => new(
        annex.Number,
        annex.Table.Title,
        [.. annex.Table.Columns.Select(column => column.Name)],
        [.. annex.Table.Rows.Zip(annex.RowKeys, (row, key) => new ReportContent.Row(key, [.. row.Cells.Select(cell => cell.Text)]))]);

    /// <summary>Sets the report as one Word file: the narrative with the list of annexes, then every annex on pages of its own.</summary>
    internal byte[] WriteWord(string? mark, DateTime madeAtUtc)
    {
        IEnumerable<OfficialSection> narrative = Content.Body.Count == 0 ? [] : [new(Narrative(madeAtUtc))];
        return WordWriter.Write(new OfficialDocument(Content.Title, [.. narrative, .. AnnexSections()])
        {
            Mark = mark,
            CreatedUtc = madeAtUtc,
        });
    }

    /// <summary>Returns the pages of the annexes.</summary>
    internal IEnumerable<OfficialSection> AnnexSections() => Annexes.All.Select(annex => OfficialSection.Of(annex.Table, Label(annex)));

    // A table that is the whole document is no annex, and an only annex has no number.
    private string? Label(ReportAnnex annex) => Annexes.All.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"附件{annex.Number}") : Content.Body.Count > 0 ? "附件" : null;

    /// <summary>Returns a heading, a paragraph or a chart as it is set.</summary>
    internal IEnumerable<OfficialBlock> BlocksOf(ReportContent.Block block, bool isLast)
    {
        if (block.Text.Length > 0)
        {
            yield return block.Level == 0 ? new BodyBlock(block.Text) { KeepsWithNext = isLast } : new HeadingBlock(block.Level, block.Text);
        }

        if (block.Chart is { } chart && Charts.Find(chart.Table, chart.Kind) is { } drawing)
        {
            yield return new ChartBlock(drawing, chart.Caption, chart.Source);
        }
    }

    private IEnumerable<OfficialBlock> Narrative(DateTime madeAtUtc)
    {
        var writer = new SentenceWriter(Catalogue);
        IEnumerable<OfficialBlock> head = Content.Template is { RedHead: { } mark } template ? [new RedHeadBlock(mark, template.DocumentNumber is { } number ? writer.Write(number).Text ?? string.Empty : string.Empty)] : [];
        IEnumerable<OfficialBlock> list = Annexes.All.Count == 0 ? [] : [new BodyBlock(string.Empty) { KeepsWithNext = true }, new AnnexListBlock([.. Annexes.All.Select(annex => annex.Table.Title)]) { KeepsWithNext = Content.Template?.Issuer is not null }];
        IEnumerable<OfficialBlock> signature = Content.Template is { Issuer: { } issuer } ? [new BodyBlock(string.Empty) { KeepsWithNext = true }, new SignatureBlock(issuer, ChinaTime.DayOf(madeAtUtc).ToString("yyyy年M月d日", CultureInfo.InvariantCulture))] : [];
        return
        [
            .. head,
            new TitleBlock(Content.Title),
            new BodyBlock(string.Empty),
            .. Content.Body.SelectMany((block, at) => BlocksOf(block, isLast: at == Content.Body.Count - 1)),
            .. list,
            .. signature,
        ];
    }
}
