using System.Globalization;
using System.Text;

namespace Lanshao.Documents.Writing;

/// <summary>The looks that the cells of a workbook were given, numbered in the order of their first use.</summary>
internal sealed class ExcelStyles
{
    public const int Text = 0;
    public const int Head = 1;
    public const int Title = 2;
    private const int FirstOwnNumberFormat = 164;
    private static readonly (string Name, int Points)[] Fonts = [("仿宋_GB2312", 11), ("黑体", 11), ("方正小标宋简体", 18)];
    private readonly Dictionary<ExcelFormat, uint> _formats = [];
    private readonly List<string> _numberFormats = [];

    public ExcelStyles() => IndexOf(new(Text, "general", HasBorder: false));

    public uint IndexOf(ExcelFormat format)
    {
        if (!_formats.TryGetValue(format, out var index))
        {
            index = (uint)_formats.Count;
            _formats.Add(format, index);
        }

        return index;
    }

    public string Xml()
    {
        var xml = new StringBuilder("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        var cells = string.Concat(_formats.Keys.Select(CellFormat));
        AppendNumberFormats(xml);
        xml.Append(Invariant($"<fonts count=\"{Fonts.Length}\">"));
        foreach (var (name, points) in Fonts)
        {
            xml.Append(Invariant($"<font><sz val=\"{points}\"/><name val=\"{name}\"/><family val=\"3\"/><charset val=\"134\"/></font>"));
        }

        xml.Append("</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>")
            .Append("<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>");
        foreach (var side in new[] { "left", "right", "top", "bottom" })
        {
            xml.Append(Invariant($"<{side} style=\"thin\"><color rgb=\"FF000000\"/></{side}>"));
        }

        return xml.Append("<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
            .Append(Invariant($"<cellXfs count=\"{_formats.Count}\">")).Append(cells).Append("</cellXfs>")
            .Append("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string CellFormat(ExcelFormat format) => Invariant(
        $"<xf numFmtId=\"{NumberFormatId(format)}\" fontId=\"{format.Font}\" fillId=\"0\" borderId=\"{(format.HasBorder ? 1 : 0)}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"{(format.IsQuoted ? " quotePrefix=\"1\"" : string.Empty)}><alignment horizontal=\"{format.Align}\" vertical=\"center\" wrapText=\"1\"/></xf>");

    // Text cells are of the format "text" (49), so that what people type into them stays as typed: 1-2 does not become a date.
    private int NumberFormatId(ExcelFormat format)
    {
        if (format.NumberFormat.Length == 0)
        {
            return 49;
        }

        if (!_numberFormats.Contains(format.NumberFormat))
        {
            _numberFormats.Add(format.NumberFormat);
        }

        return FirstOwnNumberFormat + _numberFormats.IndexOf(format.NumberFormat);
    }

    private void AppendNumberFormats(StringBuilder xml)
    {
        if (_numberFormats.Count == 0)
        {
            return;
        }

        xml.Append(Invariant($"<numFmts count=\"{_numberFormats.Count}\">"));
        foreach (var (index, code) in _numberFormats.Index())
        {
            xml.Append(Invariant($"<numFmt numFmtId=\"{FirstOwnNumberFormat + index}\" formatCode=\"{code}\"/>"));
        }

        xml.Append("</numFmts>");
    }
}
