namespace Lanshao.Hj212.Codes;

/// <summary>A command of the code table, CN.</summary>
/// <param name="Cn">Four digits.</param>
/// <param name="ToField">What it means from the centre to the device; null where it is not sent that way.</param>
/// <param name="ToCenter">What it means from the device to the centre; null where it is not sent that way.</param>
/// <param name="Kind">request, upload, notify or interact; two of them with a slash.</param>
/// <param name="Since">The version that has it: 2005 (and not later), 2017 or 2025.</param>
public sealed record Command(string Cn, string? ToField, string? ToCenter, string Kind, string Since);
