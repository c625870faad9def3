namespace Lanshao.Standards;

/// <summary>A day that a holiday notice changes.</summary>
/// <param name="IsWorkday"><see langword="true"/> for a make-up working day (调休上班), <see langword="false"/> for a day off.</param>
/// <param name="Name">The holiday to which the day belongs, such as 春节.</param>
public readonly record struct HolidayTableDay(bool IsWorkday, string Name);
