using FsCheck;

namespace Lanshao.Libraries.Tests.Hj212;

/// <summary>Checks a property on the same thousand samples in every run; the fuzzer beside the benchmarks looks for others.</summary>
internal static class Same
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithReplay(212, 2005).WithMaxTest(1000);

    public static void Check(Property property) => FsCheck.Check.One(Settings, property);
}
