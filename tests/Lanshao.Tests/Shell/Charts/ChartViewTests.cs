using Xunit;

namespace Lanshao.Tests.Shell.Charts;

public sealed class ChartViewTests(Site site)
{
    [Fact]
    public async Task Drawing_OnAPage_IsSvgWithoutStyleOrScript()
    {
        using var client = new HttpClient { BaseAddress = new(site.Address) };

        var html = await client.GetStringAsync(new Uri("/components/charts", UriKind.Relative), TestContext.Current.CancellationToken);

        var svg = html[html.IndexOf("<svg id=\"days\"", StringComparison.Ordinal)..];
        svg = svg[..svg.IndexOf("</svg>", StringComparison.Ordinal)];
        Assert.Contains("viewBox=\"0 0 702 442\"", svg, StringComparison.Ordinal);
        Assert.Contains("role=\"img\" aria-labelledby=\"days-title days-desc\"", svg, StringComparison.Ordinal);
        Assert.Contains("<title id=\"days-title\">样例2024年上半年空气质量日历</title>", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"url(#days-hatch)\"", svg, StringComparison.Ordinal);
        Assert.Contains("<title>2024-01-01 优</title>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrow_BesideTheWideDrawing_HasIdsOfItsOwn()
    {
        using var client = new HttpClient { BaseAddress = new(site.Address) };

        var html = await client.GetStringAsync(new Uri("/components/charts", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<svg id=\"trend\" class=\"wide-drawing\"", html, StringComparison.Ordinal);
        Assert.Contains("<svg id=\"trend-narrow\" class=\"narrow-drawing\"", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("id=\"trend-title\"").Length - 1);
        Assert.Contains("<th scope=\"row\">4月</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>无数据</td>", html, StringComparison.Ordinal);
    }
}
