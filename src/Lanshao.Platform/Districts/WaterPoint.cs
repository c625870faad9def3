using Lanshao.Standards;

namespace Lanshao.Platform.Districts;

/// <summary>水质监测点位 of the district, down to the communities.</summary>
/// <param name="Code">The pack's code.</param>
/// <param name="Name">监测点位.</param>
/// <param name="Subdistricts">Codes of the areas, in printed order.</param>
/// <param name="Communities">Codes of the communities, in printed order.</param>
/// <param name="Target">水质目标.</param>
/// <param name="IsLake">Lakes and rivers have different limits; null where the pack does not say: then concentrations give a class only where it is the same for both.</param>
/// <param name="Order">序号 of the printed table, from 1.</param>
public sealed record WaterPoint(string Code, string Name, IReadOnlyList<string> Subdistricts, IReadOnlyList<string> Communities, WaterClass Target, bool? IsLake, int Order);
