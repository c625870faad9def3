namespace Lanshao.Platform.Districts;

/// <summary>社区.</summary>
public sealed record Community(string Code, string Name, string Subdistrict, string Confidence);
