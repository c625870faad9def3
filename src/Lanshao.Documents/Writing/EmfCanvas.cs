using System.Text;

namespace Lanshao.Documents.Writing;

/// <summary>Writes an enhanced metafile: lines, areas, circles and labels as vectors, which Word, WPS and LibreOffice draw without loss and print as they are.</summary>
/// <remarks>Record layouts by [MS-EMF]. Coordinates are given in units of the drawing (96 to an inch) and stored twenty times finer.</remarks>
internal sealed class EmfCanvas : IDisposable
{
    private const int Fine = 20;
    private const int HeaderBytes = 108;
    private const int UnitsPerInch = 96;
    private const double HundredthsMmPerUnit = 2540d / UnitsPerInch;
    private const uint StockNoPen = 0x80000008;
    private const uint StockNoBrush = 0x80000005;
    private const uint Handle = 1;
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;
    private readonly (int Width, int Height) _size;
    private uint _records;

    public EmfCanvas(double width, double height)
    {
        _size = (Scaled(width), Scaled(height));
        _writer = new(_bytes);
        _writer.Write(new byte[HeaderBytes]);
        _records = 1;
        Record(17, 8);   // SETMAPMODE anisotropic
        Record(10, 0, 0);   // SETWINDOWORGEX
        Record(9, _size.Width, _size.Height);   // SETWINDOWEXTEX
        Record(12, 0, 0);   // SETVIEWPORTORGEX
        Record(11, _size.Width / Fine, _size.Height / Fine);   // SETVIEWPORTEXTEX
        Record(18, 1);   // SETBKMODE transparent
    }

    public void Dispose() => _writer.Dispose();

    public void Area(IReadOnlyList<(double X, double Y)> corners, int fill)
    {
        SelectBrush(fill);
        Select(StockNoPen);
        Points(3, corners);   // POLYGON
        DropHandle(StockNoBrush);
    }

    public void Line(IReadOnlyList<(double X, double Y)> points, int colour, double width)
    {
        SelectPen(colour, width);
        Points(4, points);   // POLYLINE
        DropHandle(StockNoPen);
    }

    public void Circle(double x, double y, double radius, int fill)
    {
        SelectBrush(fill);
        Select(StockNoPen);
        Record(42, Scaled(x - radius), Scaled(y - radius), Scaled(x + radius), Scaled(y + radius));   // ELLIPSE
        DropHandle(StockNoBrush);
    }

    /// <summary>Writes words in one font whose baseline begins at a place; every character gets its own advance.</summary>
    public void Text(double x, double y, string text, EmfFont font, int colour, IReadOnlyList<double> advances)
    {
        CreateFont(font);
        Select(Handle);
        Record(22, 24);   // SETTEXTALIGN baseline, left
        Record(24, Reference(colour));   // SETTEXTCOLOR
        WriteText(Scaled(x), Scaled(y), text, [.. advances.Select(Scaled)]);
        DropHandle(0x8000000D);   // SYSTEM_FONT
    }

    /// <summary>Ends the file.</summary>
    public byte[] Finish()
    {
        Record(14, 0, 16, 20);   // EOF
        var length = (uint)_bytes.Length;
        _bytes.Position = 0;
        WriteHeader(length);
        return _bytes.ToArray();
    }

    private void WriteHeader(uint length)
    {
        Write(1, HeaderBytes, 0, 0, _size.Width / Fine, _size.Height / Fine);
        Write(0, 0, (int)(_size.Width * HundredthsMmPerUnit / Fine), (int)(_size.Height * HundredthsMmPerUnit / Fine));
        Write(0x464D4520, 0x00010000, (int)length, (int)_records);
        _writer.Write((ushort)2);   // handles, the reserved one counted
        _writer.Write((ushort)0);
        Write(0, 0, 0);   // description, palette
        Write(UnitsPerInch * 100, UnitsPerInch * 100, 2540, 2540);   // a device of 100 inches, in pixels and millimetres
        Write(0, 0, 0);   // pixel format, no OpenGL
        Write(2540000, 2540000);
    }

    private void Points(int type, IReadOnlyList<(double X, double Y)> points)
    {
        var xs = points.Select(point => Scaled(point.X)).ToList();
        var ys = points.Select(point => Scaled(point.Y)).ToList();
        Record(type, [xs.Min(), ys.Min(), xs.Max(), ys.Max(), points.Count, .. xs.Zip(ys).SelectMany(point => new[] { point.First, point.Second })]);
    }

    private void SelectBrush(int fill)
    {
        Record(39, (int)Handle, 0, Reference(fill), 0);   // CREATEBRUSHINDIRECT solid
        Select(Handle);
    }

    private void SelectPen(int colour, double width)
    {
        Record(38, (int)Handle, 0, Scaled(width), 0, Reference(colour));   // CREATEPEN solid
        Select(Handle);
        Select(StockNoBrush);
    }

    private void CreateFont(EmfFont font)
    {
        const int BodyBytes = 320;
        Start(82, 4 + BodyBytes);   // EXTCREATEFONTINDIRECTW
        var from = _bytes.Position;
        Write((int)Handle, -Scaled(font.Size), 0, 0, 0, font.IsBold ? 700 : 400);
        _writer.Write([0, 0, 0, font.CharacterSet, 0, 0, 0, 0]);
        _writer.Write(Encoding.Unicode.GetBytes(font.Name));
        _writer.Write(new byte[4 + BodyBytes - (int)(_bytes.Position - from)]);
    }

    private void WriteText(int x, int y, string text, int[] advances)
    {
        const int Head = 76;
        var letters = Encoding.Unicode.GetBytes(text);
        var padded = (letters.Length + 3) / 4 * 4;
        Start(84, Head - 8 + padded + (4 * advances.Length));   // EXTTEXTOUTW
        Write(0, 0, -1, -1, 2);   // no bounds, advanced
        _writer.Write(1f);
        _writer.Write(1f);
        Write(x, y, text.Length, Head, 0, 0, 0, -1, -1, Head + padded);
        _writer.Write(letters);
        _writer.Write(new byte[padded - letters.Length]);
        Write(advances);
    }

    private void Select(uint handle) => Record(37, unchecked((int)handle));

    private void DropHandle(uint instead)
    {
        Select(instead);
        Record(40, (int)Handle);
    }

    private void Record(int type, params ReadOnlySpan<int> values)
    {
        Start(type, 4 * values.Length);
        Write(values);
    }

    private void Start(int type, int bodyBytes)
    {
        _records++;
        Write(type, 8 + bodyBytes);
    }

    private void Write(params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            _writer.Write(value);
        }
    }

    private static int Reference(int colour) => ((colour & 0xFF) << 16) | (colour & 0xFF00) | (colour >> 16);

    private static int Scaled(double units) => (int)Math.Floor((units * Fine) + 0.5);
}

/// <summary>A font of a metafile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CharacterSet">0 for Latin, 134 for Chinese.</param>
/// <param name="Size">Its size in units of the drawing.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal readonly record struct EmfFont(string Name, byte CharacterSet, double Size, bool IsBold);
