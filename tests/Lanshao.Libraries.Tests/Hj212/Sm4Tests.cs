using Lanshao.Hj212.Security;
using Xunit;

namespace Lanshao.Libraries.Tests.Hj212;

public class Sm4Tests
{
    private const string Example = "0123456789ABCDEFFEDCBA9876543210";
    private static readonly Sm4Key Key = Sm4Key.FromHex(Example)!;

    [Fact]
    public void Encrypt_ExampleOfTheStandard_GivesItsCipherText()
    {
        var block = Convert.FromHexString(Example);

        Key.Encrypt(block, block);

        Assert.Equal("681EDF34D206965E86B3E94F536E4246", Convert.ToHexString(block));
    }

    [Fact]
    public void Decrypt_WhatWasEncrypted_GivesItBack()
    {
        var bytes = new byte[160];
        new Random(4).NextBytes(bytes);
        var copy = bytes.ToArray();

        Key.Encrypt(copy, copy);
        Assert.NotEqual(bytes, copy);
        Key.Decrypt(copy, copy);

        Assert.Equal(bytes, copy);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789ABCDEFFEDCBA987654321")]
    [InlineData("0123456789ABCDEFFEDCBA987654321G")]
    public void FromHex_WhatIsNoKey_IsNull(string hex) => Assert.Null(Sm4Key.FromHex(hex));
}
