namespace Lanshao.Platform.Districts;

/// <summary>What the pack says of itself and of the district as a whole.</summary>
/// <param name="PackName">The pack's short name.</param>
/// <param name="Title">The pack's title.</param>
/// <param name="Code">Official code of the district.</param>
/// <param name="Name">Short name.</param>
/// <param name="FullName">Full name with the city.</param>
/// <param name="City">The city above.</param>
/// <param name="IsSample">A sample district: pages, prints and exports carry 演示数据.</param>
/// <param name="Notice">What the reader should know about the pack; may be empty.</param>
/// <param name="AirPilotFrom">The day from which the city used the air standards of 2012 ahead of the country, as a pilot city; null where it was none.</param>
public sealed record PackFacts(string PackName, string Title, string Code, string Name, string FullName, string City, bool IsSample, string Notice, DateOnly? AirPilotFrom = null);
