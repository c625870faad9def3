using System.IO.Compression;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Rooms.Districts;
using Lanshao.Tests.CommandLine;
using Xunit;

namespace Lanshao.Tests.Rooms.Districts;

public sealed class PackPageTests(Site site)
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_OfTheSampleDistrict_SaysWhatIsInForce()
    {
        var page = await Http.GetStringAsync(new Uri(site.Address + "/system/pack"), Ct);

        Assert.Contains("辖区配置（第1版）", page, StringComparison.Ordinal);
        Assert.Contains("这是现行的一版", page, StringComparison.Ordinal);
        Assert.Contains("没有需要核对的地方", page, StringComparison.Ordinal);
        Assert.Contains("agencies.yaml", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfThePage_IsThePackToTheByte()
    {
        var bytes = await Http.GetByteArrayAsync(new Uri(site.Address + "/system/pack.zip"), Ct);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = new List<PackFile>();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using var stream = await entry.OpenAsync(Ct);
            await stream.CopyToAsync(content, Ct);
            files.Add(new(entry.FullName, content.ToArray()));
        }

        Assert.Equal(PackFolder.Read(PackVerbsTests.Sample).Value!.ContentHash, new PackFiles(files).ContentHash);
    }

    [Fact]
    public async Task Page_AfterASecondRevision_ShowsWhatItChangedAndTheFirstStays()
    {
        await using var own = await Site.StartAsync();
        var files = PackFolder.Read(PackVerbsTests.Sample).Value!;
        var groups = files.Find("groups.yaml")!;
        var changed = new PackFiles([.. files.All.Where(file => file != groups), new PackFile("groups.yaml", System.Text.Encoding.UTF8.GetBytes(groups.Text()!.TrimEnd() + "\n  - code: test-group\n    name: 试验组\n    members: []\n"))]);
        Assert.False((await PackIntake.RunAsync(own.Data, changed, Actor.Local, TimeProvider.System, Ct)).IsRefused);

        var now = await Http.GetStringAsync(new Uri(own.Address + "/system/pack"), Ct);
        var first = await Http.GetStringAsync(new Uri(own.Address + "/system/pack?revision=1"), Ct);

        Assert.Contains("与第1版相比", now, StringComparison.Ordinal);
        Assert.Contains("试验组", now, StringComparison.Ordinal);
        Assert.Contains("这是以前的一版，现行为第", first, StringComparison.Ordinal);
        Assert.DoesNotContain("试验组", first, StringComparison.Ordinal);
    }
}
