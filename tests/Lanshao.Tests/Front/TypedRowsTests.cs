using System.Text;
using Lanshao.Front.Imports;
using Xunit;

namespace Lanshao.Tests.Front;

public class TypedRowsTests
{
    [Theory]
    [InlineData("站点,PM2.5\r\n甲,30", "站点,PM2.5\n甲,30\n")]
    [InlineData("站点\tPM2.5\n甲,乙 \"丙\"\t30\n", "\"站点\",\"PM2.5\"\n\"甲,乙 \"\"丙\"\"\",\"30\"\n")]
    public void ToFile_TypedOrPastedRows_AreACsvFile(string typed, string expected) => Assert.Equal(expected, Encoding.UTF8.GetString(TypedRows.ToFile(typed)!.Bytes));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    public void ToFile_Nothing_IsNone(string typed) => Assert.Null(TypedRows.ToFile(typed));
}
