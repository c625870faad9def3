using Lanshao.Platform.Foundation;
using Lanshao.Rooms.Alerts;
using Lanshao.Rooms.Evaluation;
using Lanshao.Rooms.Evaluation.Dustfall;
using Lanshao.Rooms.Evaluation.Stations;
using Lanshao.Rooms.Indicators;
using Lanshao.Rooms.Monitoring;
using Lanshao.Rooms.Monitoring.Drives;
using Lanshao.Rooms.Monitoring.Forecasts;
using Lanshao.Rooms.Monitoring.Noise;
using Lanshao.Rooms.Monitoring.Roads;
using Lanshao.Rooms.Monitoring.Weather;
using Lanshao.Rooms.Plans;
using Lanshao.Rooms.Progress;
using Lanshao.Rooms.Reports;

namespace Lanshao.Front.Imports;

/// <summary>Everything that can be imported by a page, in the order of the work. Each room adds its line.</summary>
internal static class ImportOffers
{
    public static IReadOnlyList<ImportOffer> All { get; } = [PlanImportOffer.Offer, FigureImport.CityTable, FigureImport.Offer, WaterImport.Offer, ProgressImportOffers.UnitSheet, ProgressImportOffers.List, DeviceImport.Offer, ReadingsImport.Offer, SandImport.Offer, ForecastImport.Offer, DustfallImport.Offer, RoadImport.Offer, DriveImports.Track, DriveImports.Segments, NoiseImports.Hours, NoiseImports.Points, WeatherImport.Offer, LeaveImport.Offer, AlertImports.Duty, LayoutImport.Offer];

    public static ImportOffer? Find(string? kind) => All.FirstOrDefault(offer => offer.Kind.Code == kind);

    public static IReadOnlyList<ImportOffer> For(Actor actor) => [.. All.Where(offer => actor.May(offer.Kind.Permission))];
}
