namespace Lanshao.Tests;

public class SmokeTests { [Xunit.Fact] public void Two_Plus_Is() => Xunit.Assert.Equal(2, 1 + 1); }
