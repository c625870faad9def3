using System.Net;
using System.Text;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Foundation.Files;
using Xunit;

namespace Lanshao.Tests.Hosting;

/// <summary>What came in goes out as an attachment that no browser opens, by its hash and by nothing else.</summary>
public sealed class FileEndpointsTests
{
    private static readonly HttpClient Http = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_WithMarkupInIt_IsAnAttachmentThatIsNotShown()
    {
        await using var site = await Site.StartAsync();
        var file = IncomingFile.Of("../../坏.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"));
        await using (var db = site.Data.Store.NewContext())
        {
            await new FileStore(site.Data.FilesPath).PutAsync(db, file, "text/html", Actor.Local, TimeProvider.System, Ct);
            Assert.Null(await db.SaveAsync(Actor.Local, TimeProvider.System, Ct));
        }

        using var answer = await Http.GetAsync(new Uri($"{site.Address}/files/{file.Sha256}"), Ct);

        Assert.Equal("<script>alert(1)</script>", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(("application/octet-stream", "attachment", "坏.html"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var path in new[] { "..%2Flanshao.db", "..%5Clanshao.db", "%2Fetc%2Fpasswd", file.Sha256[..2], file.Sha256.ToUpperInvariant(), new string('0', 64) })
        {
            using var none = await Http.GetAsync(new Uri($"{site.Address}/files/{path}"), Ct);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }
}
