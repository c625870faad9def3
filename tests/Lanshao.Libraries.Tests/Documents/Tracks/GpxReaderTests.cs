using System.Text;
using Lanshao.Documents.Guard;
using Lanshao.Documents.Tracks;
using Xunit;

namespace Lanshao.Libraries.Tests.Documents.Tracks;

/// <summary>GPX from outside: points as texts, and limits that hold.</summary>
public sealed class GpxReaderTests
{
    [Fact]
    public void Read_BeyondALimit_IsRefusedNamingIt()
    {
        var limits = DocumentLimits.Default with { XmlDepth = 3, TableRows = 1, FileBytes = 400 };

        Assert.Equal(DocumentCodes.LimitXmlDepth, CodeOf("<gpx><a><b><c/></b></a><a><b><c><d/></c></b></a></gpx>", limits));
        Assert.Equal(DocumentCodes.LimitTableRows, CodeOf("<gpx><trkpt/><trkpt/></gpx>", limits));
        Assert.Equal(DocumentCodes.LimitFileBytes, CodeOf($"<gpx>{new string(' ', 400)}</gpx>", limits));
        Assert.Single(GpxReader.Read(Encoding.UTF8.GetBytes("<gpx><a><b><c/></b></a><trkpt/></gpx>"), "a.gpx", "tsp", limits));
    }

    [Fact]
    public void Read_NothingButDepth_IsRefusedBeforeATreeIsMade() =>
        Assert.Equal(DocumentCodes.LimitXmlDepth, CodeOf(string.Concat(Enumerable.Repeat("<a>", 100_000).Concat(Enumerable.Repeat("</a>", 100_000))), DocumentLimits.Default));

    [Fact]
    public void IsTrack_OtherContent_IsNone() => Assert.False(GpxReader.IsTrack("时间,经度\n"u8, "a.gpx"));

    private static string CodeOf(string text, DocumentLimits limits) => Assert.Throws<DocumentRefusedException>(() => GpxReader.Read(Encoding.UTF8.GetBytes(text), "a.gpx", "tsp", limits)).Code;
}
