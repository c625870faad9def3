using Lanshao.Standards;

namespace Lanshao.Platform.Districts;

/// <summary>断面 of surface water.</summary>
/// <param name="Code">The pack's code; the state's where it has one.</param>
/// <param name="Name">断面名称.</param>
/// <param name="WaterBody">所在水体.</param>
/// <param name="IsLake">Lakes and rivers have different limits.</param>
/// <param name="Subdistricts">Codes of the areas that answer for it, in printed order.</param>
/// <param name="Target">水质目标.</param>
/// <param name="IsMunicipalAssessment">市级考核断面.</param>
/// <param name="Order">Place in the printed table, from 1.</param>
public sealed record WaterSection(string Code, string Name, string WaterBody, bool IsLake, IReadOnlyList<string> Subdistricts, WaterClass Target, bool IsMunicipalAssessment, int Order);
