using Lanshao.Hosting;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Lanshao.Shell;
using Lanshao.Shell.Tables;
using Lanshao.Texts;

namespace Lanshao.Front;

/// <summary>The files of the home page's tables.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapTableFiles("/overview/targets", context => TableAsync(context, tables => tables.Targets())).Needs(Permissions.IndicatorsRead);
        app.MapTableFiles("/overview/domains", context => TableAsync(context, tables => tables.ByDomain())).Needs(Permissions.IndicatorsRead);
    }

    private static async Task<Outcome<PageTable>> TableAsync(HttpContext context, Func<HomeTables, PageTable> table)
    {
        T Get<T>()
            where T : notnull => context.RequestServices.GetRequiredService<T>();
        var here = Get<PageAddress>();
        var read = await Get<HomeCache>().ReadAsync(Get<LanshaoContext>(), Get<FrameFacts>(), here.Period, ChinaTime.Today(Get<TimeProvider>()), context.RequestAborted);
        return read.Then<PageTable>(view => table(new(view, Get<UiTexts>(), here.To)));
    }
}
