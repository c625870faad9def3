using Lanshao.Platform.Foundation;
using Xunit;

namespace Lanshao.Platform.Tests.Foundation;

public class KeyPageTests
{
    [Theory]
    [InlineData(3, 3, null)]
    [InlineData(4, 3, "3")]
    public void Of_RowsAndOneMore_SaysWhereTheNextPageBegins(int rows, int kept, string? after)
    {
        var page = KeyPage.Of([.. Enumerable.Range(1, rows)], 3, row => $"{row}");

        Assert.Equal((kept, after), (page.Rows.Count, page.After));
    }

    [Fact]
    public void Of_MoreThanAPage_IsAContractBroken()
    {
        Assert.Equal(200, KeyPage.Of([.. Enumerable.Range(1, 201)], 200, row => $"{row}").Rows.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyPage.Of(new List<int>(), 201, row => $"{row}"));
    }
}
