using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Writing;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Writing;

public sealed class RevisedWordTests
{
    private static readonly byte[] File = WordWriter.Write(SampleTables.Everything());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Read_Paragraphs_KnowTheirTableRowAndCell()
    {
        var paragraphs = RevisedWord.Read(File, ct: Ct);

        Assert.Contains(paragraphs, paragraph => paragraph is { Text: "正文第一段，PM2.5与SO2。", Table: null });
        Assert.Contains(paragraphs, paragraph => paragraph is { Text: "样张0街道", Table: 1, Cell: 3 });
        Assert.Equal(Enumerable.Range(0, paragraphs.Count), paragraphs.Select(paragraph => paragraph.Index));
    }

    [Fact]
    public void Write_Edits_UnderlineTheNewAndMarkTheLeftYellow()
    {
        var paragraph = RevisedWord.Read(File, ct: Ct).Single(paragraph => paragraph.Text == "正文第一段，PM2.5与SO2。");

        var revised = RevisedWord.Write(File, [new(paragraph.Index, 2, 3, "第二段落"), new(paragraph.Index, 6, 5, null)], ct: Ct);

        using var word = Open(revised);
        var runs = word.MainDocumentPart!.Document.Descendants<Paragraph>().ElementAt(paragraph.Index).Descendants<Run>().ToList();
        Assert.Equal("正文第二段落，PM2.5与SO2。", string.Concat(runs.Select(run => run.InnerText)));
        Assert.Equal("第二段落", string.Concat(runs.Where(run => run.RunProperties?.Underline is not null).Select(run => run.InnerText)));
        Assert.Equal("PM2.5", string.Concat(runs.Where(run => run.RunProperties?.Highlight is not null).Select(run => run.InnerText)));
    }

    [Fact]
    public void Write_WordsOverSeveralRuns_KeepTheLookOfTheFirst()
    {
        // The digits of PM2.5 are a run of their own, set low.
        var paragraph = RevisedWord.Read(File, ct: Ct).Single(paragraph => paragraph.Text == "正文第一段，PM2.5与SO2。");

        var revised = RevisedWord.Write(File, [new(paragraph.Index, 6, 9, "臭氧")], ct: Ct);

        Assert.Contains(RevisedWord.Read(revised, ct: Ct), other => other.Text == "正文第一段，臭氧。");
    }

    [Fact]
    public void Write_AnyEdit_IsValid()
    {
        var edits = RevisedWord.Read(File, ct: Ct).Where(paragraph => paragraph.Text.Length > 2).SelectMany(paragraph => new WordEdit[] { new(paragraph.Index, 0, 1, "甲"), new(paragraph.Index, 1, 1, null), new(paragraph.Index, 0, 0, "尾") }).ToList();

        using var word = Open(RevisedWord.Write(File, edits, ct: Ct));

        Assert.True(edits.Count > 100);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word, Ct).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Write_NoteBesideAPicture_IsYellow()
    {
        var picture = RevisedWord.Read(File, ct: Ct).First(paragraph => paragraph.HasPicture);

        var revised = RevisedWord.Write(File, [new(picture.Index, picture.Text.Length, 0, "（未换）", IsNote: true)], ct: Ct);

        using var word = Open(revised);
        var run = word.MainDocumentPart!.Document.Descendants<Paragraph>().ElementAt(picture.Index).Descendants<Run>().Last();
        Assert.Equal(("（未换）", true, false), (run.InnerText, run.RunProperties?.Highlight is not null, run.RunProperties?.Underline is not null));
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
