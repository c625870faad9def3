using Lanshao.Front.Imports;
using Lanshao.Platform.Monitoring;

namespace Lanshao.Rooms.Monitoring.Weather;

/// <summary>导入气象小时数据 by a page.</summary>
internal static class WeatherImport
{
    public static ImportOffer Offer { get; } = ReadingsImport.OfferOf(
        ImportStationHours.Weather.Kind, HourItems.Weather, "气象小时数据", "一行一个站点和整点小时的表（CSV 或 Excel），列名为站点、时间（小时的开始，如 2024-07-15 08:00）、风速（米/秒）、风向（度，北为0，顺时针），可有气温（摄氏度）、湿度（%）、气压（千帕）、降水量（毫米）。", ".csv,.xlsx", WeatherView.Path);
}
