using Lanshao.Documents.Charts;

namespace Lanshao.Documents.Writing;

/// <summary>Sets a chart as a vector picture for print: the same marks as on the page, dashes and hatching drawn line by line.</summary>
internal sealed class ChartPicture
{
    private const double HatchGap = 5;
    private readonly EmfCanvas _canvas;

    private ChartPicture(EmfCanvas canvas) => _canvas = canvas;

    /// <summary>Returns the bytes of the picture, the same for the same drawing.</summary>
    public static byte[] Write(ChartDrawing drawing)
    {
        using var canvas = new EmfCanvas(drawing.Width, drawing.Height);
        var picture = new ChartPicture(canvas);
        foreach (var mark in drawing.Marks)
        {
            picture.Add(mark);
        }

        return canvas.Finish();
    }

    private void Add(ChartMark mark)
    {
        switch (mark)
        {
            case LineMark line:
                Stroke([(line.X1, line.Y1), (line.X2, line.Y2)], ChartInk.Of(line.Class));
                break;
            case PathMark path:
                Paint([.. path.Points.Select(point => (point.X, point.Y))], path.IsClosed, ChartInk.Of(path.Class));
                break;
            case DotMark dot:
                AddDot(dot, ChartInk.Of(dot.Class));
                break;
            case BoxMark box:
                Paint(Corners(box.X, box.Y, box.Width, box.Height), isClosed: true, ChartInk.Of(box.Class));
                Hatch(box);
                break;
            case TextMark text:
                AddText(text);
                break;
        }
    }

    private static List<(double X, double Y)> Corners(double x, double y, double width, double height) =>
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];

    private void Paint(List<(double X, double Y)> points, bool isClosed, ChartInk ink)
    {
        if (ink.Fill is { } fill)
        {
            _canvas.Area(points, fill);
        }

        Stroke(isClosed ? [.. points, points[0]] : points, ink);
    }

    private void AddDot(DotMark dot, ChartInk ink)
    {
        _canvas.Circle(dot.X, dot.Y, dot.Radius + (ink.Stroke is null ? 0 : ink.Width / 2), ink.Stroke ?? ink.Fill!.Value);
        if (ink.Stroke is not null)
        {
            _canvas.Circle(dot.X, dot.Y, dot.Radius - (ink.Width / 2), ink.Fill!.Value);
        }
    }

    private void Stroke(List<(double X, double Y)> points, ChartInk ink)
    {
        if (ink.Stroke is not { } colour)
        {
            return;
        }

        if (ink.On == 0)
        {
            _canvas.Line(points, colour, ink.Width);
            return;
        }

        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            Dash(from, to, ink, colour);
        }
    }

    private void Dash((double X, double Y) from, (double X, double Y) to, ChartInk ink, int colour)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        for (var at = 0d; at < length; at += ink.On + ink.Off)
        {
            var end = Math.Min(at + ink.On, length);
            _canvas.Line([(from.X + (dx * at / length), from.Y + (dy * at / length)), (from.X + (dx * end / length), from.Y + (dy * end / length))], colour, ink.Width);
        }
    }

    // Strokes from the lower left to the upper right, cut off at the edges.
    private void Hatch(BoxMark box)
    {
        if (!box.IsHatched)
        {
            return;
        }

        for (var at = HatchGap; at < box.Width + box.Height; at += HatchGap)
        {
            var (fromX, fromY) = at <= box.Height ? (0d, at) : (at - box.Height, box.Height);
            var (toX, toY) = at <= box.Width ? (at, 0d) : (box.Width, at - box.Width);
            _canvas.Line([(box.X + fromX, box.Y + fromY), (box.X + toX, box.Y + toY)], ChartInk.Hatch.Stroke!.Value, ChartInk.Hatch.Width);
        }
    }

    private void AddText(TextMark mark)
    {
        var (colour, size, isBold, covers) = ChartInk.OfText(mark.Class);
        var pieces = ChartWords.Of(SafeText.Xml(mark.Text), size).ToList();
        var width = pieces.Sum(piece => piece.Advances.Sum());
        var left = mark.Anchor switch { TextAnchor.Middle => mark.X - (width / 2), TextAnchor.End => mark.X - width, _ => mark.X };
        if (covers && width > 0)
        {
            _canvas.Area(Corners(left - 1, mark.Y - (size * 0.86), width + 2, size), ChartInk.Cover.Fill!.Value);
        }

        foreach (var piece in pieces)
        {
            _canvas.Text(left, mark.Y, piece.Text, piece.IsWide ? new("宋体", 134, size, isBold) : new("Times New Roman", 0, size, isBold), colour, piece.Advances);
            left += piece.Advances.Sum();
        }
    }
}
