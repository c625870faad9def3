using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Lanshao.Documents.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using Inline = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Lanshao.Documents.Writing;

/// <summary>A chart in the text of a Word file: a vector picture with its words for people who cannot see it.</summary>
internal static class WordPicture
{
    private const long EmuPerUnit = 9525;   // 914400 to an inch, 96 units to an inch
    private const long EmuPerTwentieth = 635;
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>Returns the paragraph of a picture, as wide as the text at most.</summary>
    public static Paragraph Paragraph(ChartDrawing drawing, string relation, int id, WordPage page)
    {
        var natural = drawing.Width * EmuPerUnit;
        var shrink = Math.Min(1d, page.TextWidth * EmuPerTwentieth / natural);
        var (width, height) = ((long)(natural * shrink), (long)(drawing.Height * EmuPerUnit * shrink));
        var paragraph = WordText.Paragraph("Figure", string.Empty);
        paragraph.Append(new Run(new Drawing(new Inline.Inline(
            new Inline.Extent { Cx = width, Cy = height },
            new Inline.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Inline.DocProperties { Id = (uint)id, Name = Name(id), Title = SafeText.Xml(drawing.Title), Description = SafeText.Xml($"{drawing.Title}。{drawing.Description}") },
            new Inline.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Picture(relation, id, width, height)) { Uri = PictureUri }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 })));
        return paragraph;
    }

    private static Pic.Picture Picture(string relation, int id, long width, long height) => new(
        new Pic.NonVisualPictureProperties(
            new Pic.NonVisualDrawingProperties { Id = (uint)id, Name = Name(id) },
            new Pic.NonVisualPictureDrawingProperties()),
        new Pic.BlipFill(new A.Blip { Embed = relation }, new A.Stretch(new A.FillRectangle())),
        new Pic.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));

    private static string Name(int id) => string.Create(CultureInfo.InvariantCulture, $"图{id}");
}
