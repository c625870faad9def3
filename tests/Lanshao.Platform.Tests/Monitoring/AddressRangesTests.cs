using System.Net;
using Lanshao.Platform.Monitoring;
using Xunit;

namespace Lanshao.Platform.Tests.Monitoring;

public class AddressRangesTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.0/24")]
    [InlineData("2001:db8:1:2::3", "2001:db8:1::/48")]
    public void Of_AnAddress_IsTheRangeItIsNoticedBy(string address, string range) => Assert.Equal(range, AddressRanges.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("", 0)]
    [InlineData("10.1.0.0/16、192.0.2.7；2001:db8::/32", 3)]
    public void TryParse_RangesAndAddresses_AreRead(string text, int count)
    {
        Assert.True(AddressRanges.TryParse(text, out var ranges, out _));
        Assert.Equal(count, ranges.Count);
    }

    [Theory]
    [InlineData("10.1.0.0/33", "10.1.0.0/33")]
    [InlineData("10.1.0.0/16、7", "7")]
    [InlineData("本单位", "本单位")]
    public void TryParse_WhatIsNoRange_IsNamed(string text, string piece)
    {
        Assert.False(AddressRanges.TryParse(text, out _, out var wrong));
        Assert.Equal(piece, wrong);
    }
}
