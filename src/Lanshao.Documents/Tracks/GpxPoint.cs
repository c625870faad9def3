namespace Lanshao.Documents.Tracks;

/// <summary>One point of a track as the file writes it.</summary>
/// <param name="Number">Its place in the file, the first 1.</param>
/// <param name="Time">When, ISO 8601; empty where the file says nothing.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Reading">What was read there; empty for nothing.</param>
public sealed record GpxPoint(int Number, string Time, string Longitude, string Latitude, string Reading);
