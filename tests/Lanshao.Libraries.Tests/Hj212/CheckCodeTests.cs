using System.Text;
using FsCheck.Fluent;
using Lanshao.Hj212.Framing;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class CheckCodeTests
{
    [Theory]
    [InlineData("QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&", 0x1C80)]
    [InlineData("QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&", 0x2200)]
    [InlineData("", 0xFFFF)]
    [InlineData("\0", 0x4040)]
    [InlineData("123456789", 0x2F80)]
    public void Compute_VectorsOfTheStandard_AreRight(string segment, int code) => Assert.Equal(code, CheckCode.Compute(Encoding.ASCII.GetBytes(segment)));

    [Fact]
    public void Compute_EveryLength_EqualsTheLoopOfAnnexA()
    {
        var bytes = new byte[2000];
        new Random(212).NextBytes(bytes);

        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(AnnexA(bytes.AsSpan(0, length)), CheckCode.Compute(bytes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Compute_AnyBytes_EqualsTheLoopOfAnnexAAndIsPossible() => Same.Check(Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        AnnexA(bytes) == CheckCode.Compute(bytes) && (bytes.Length == 0 || CheckCode.IsPossible(CheckCode.Compute(bytes)))));

    // Written from the steps of Annex A, bit by bit.
    private static ushort AnnexA(ReadOnlySpan<byte> bytes)
    {
        var register = 0xFFFF;
        foreach (var b in bytes)
        {
            register = (register >> 8) ^ b;
            for (var bit = 0; bit < 8; bit++)
            {
                var isSet = (register & 1) == 1;
                register >>= 1;
                if (isSet)
                {
                    register ^= 0xA001;
                }
            }
        }

        return (ushort)register;
    }
}
