using System.Globalization;
using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Monitoring.Forecasts;
using Lanshao.Platform.Storage;
using Lanshao.Shell;

namespace Lanshao.Rooms.Monitoring.Forecasts;

/// <summary>The post of 填报预报.</summary>
internal static class ForecastEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(ForecastsView.Path, (HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock) => EnterAsync(context, db, actor, clock)).Needs(Permissions.IndicatorsImport).ExcludeFromDescription();

    private static async Task<IResult> EnterAsync(HttpContext context, LanshaoContext db, Actor actor, TimeProvider clock)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string Of(string name) => form[name].ToString().Trim();
        var place = Of("area") is { Length: > 0 } area ? Place.Subdistrict(area) : Place.District;
        var entered = !DateOnly.TryParseExact(Of("due"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? Wrong("预报日期", Of("due"), "2024-07-15")
            : !TryNumber(Of("low"), out var low) ? Wrong("下限", Of("low"), "0—2000")
            : !TryNumber(Of("high"), out var high) ? Wrong("上限", Of("high"), "0—2000")
            : await EnterForecast.RunAsync(db, new(Of("source"), due, place, Of("item"), low, high, int.TryParse(Of("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null, Of("primary")), actor, clock, context.RequestAborted);
        return entered.IsRefused
            ? PageRoutes.Refused<ForecastsPage>(context, entered.Refusal, form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal))
            : new SeeOtherResult(context.RequestServices.GetRequiredService<PageAddress>().To(ForecastsView.Path));
    }

    // An empty field is no number, and right.
    private static bool TryNumber(string text, out decimal? number)
    {
        number = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed) && typed.Scale <= 6 ? typed : null;
        return number is not null || text.Length == 0;
    }

    private static Outcome<Forecast> Wrong(string heading, string found, string expected) => Refusal.Invalid("MON-115", ("heading", heading), ("found", found), ("expected", expected));
}
