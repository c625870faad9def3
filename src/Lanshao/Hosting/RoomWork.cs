using Lanshao.Platform.Alerts.Nights;
using Lanshao.Platform.Evaluation;
using Lanshao.Platform.Evaluation.Rounds;
using Lanshao.Platform.Foundation.Feed;
using Lanshao.Platform.Foundation.Files;
using Lanshao.Platform.Foundation.Housekeeping;
using Lanshao.Platform.Foundation.Jobs;
using Lanshao.Platform.Foundation.Settings;
using Lanshao.Platform.Monitoring;
using Lanshao.Platform.Notices.Outward;
using Lanshao.Platform.Reports;
using Lanshao.Platform.Reports.Exports;
using Lanshao.Platform.Reports.Pdf;
using Lanshao.Platform.Storage;
using Lanshao.Rooms.Alerts;
using Lanshao.Rooms.Evaluation;

namespace Lanshao.Hosting;

/// <summary>What the rooms give to the cellars: kinds of work, times, consumers of the change feed. Each room adds its line.</summary>
internal static class RoomWork
{
    public static IReadOnlyList<JobKind> Jobs { get; } = [TidyUp.Kind, AuditCheck.Kind, MakeNightSheet.Kind];

    public static IReadOnlyList<JobSchedule> Schedules { get; } = [TidyUp.Schedule, AuditCheck.Schedule, MakeNightSheet.Schedule];

    public static IReadOnlyList<FeedConsumer> Consumers { get; } = [];

    public static void Add(IServiceCollection services, ServerOptions options)
    {
        var files = new FileStore(options.Data.FilesPath);
        var pdf = PdfOffer.Of(files, options.Settings);
        services.AddSingleton(pdf);
        var drafts = DraftReports.KindWith(files);
        var months = ComputeMonth.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct));
        var weeks = ComputeWeek.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct));
        var rounds = PublishRounds.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct));
        var kept = KeptOf(options.Settings);
        var expiry = DeleteExpired.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct), kept);
        var announced = PreviewExpired.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct), kept);
        var forgetting = ForgetExports.KindWith(() => options.Settings[AllSettings.KeptExportDays]);
        var prepared = PrepareMonths.KindWith(ct => MonitoringStores.OpenAsync(options.Data, ct), kept, options.Settings[AllSettings.GatewayBackFillDays]);
        var outlet = NoticeOutlet.Of(options.Settings, options.Data.FullPath, options.Data.KeysPath);
        var sending = SendNotice.KindWith(outlet);
        services.AddSingleton(outlet);
        services.AddSingleton(new JobKinds([.. Jobs, drafts, pdf.Kind, months, weeks, rounds, expiry, announced, forgetting, prepared, sending]));
        services.AddSingleton(provider => new JobRunner(
            provider.GetRequiredService<Store>(),
            provider.GetRequiredService<JobKinds>(),
            [.. Schedules, ComputeMonth.ScheduleOf(months), ComputeWeek.ScheduleOf(weeks), PublishRounds.ScheduleOf(rounds), DeleteExpired.ScheduleOf(expiry), ForgetExports.ScheduleOf(forgetting), .. kept.Any ? [PreviewExpired.ScheduleOf(announced)] : Array.Empty<JobSchedule>(), .. options.Data.Store.Kind == StoreKind.PostgreSql ? [PrepareMonths.ScheduleOf(prepared)] : Array.Empty<JobSchedule>(), DraftReports.ScheduleOf(drafts)],
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JobRunner>>(),
            (int)options.Settings[AllSettings.HeavyJobs]));
        services.AddSingleton(provider => new FeedReader(
            provider.GetRequiredService<Store>(),
            outlet.IsOpen ? [.. Consumers, SendNotice.ConsumerWith(outlet, sending)] : Consumers,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FeedReader>>()));
        if (options.Roles.HasFlag(Roles.Jobs))
        {
            services.AddHostedService<Background>();
        }

        if (options.Roles.HasFlag(Roles.Writer))
        {
            services.AddHostedService<AlertWork>();
            services.AddHostedService<LateWork>();
        }

        services.AddHostedService<MemoryWork>();
    }

    /// <summary>Returns how long frames and readings are kept.</summary>
    public static KeptMonths KeptOf(SettingsBook settings) => new((int)settings[AllSettings.KeptJournalMonths], (int)settings[AllSettings.KeptReadingMonths]);

    /// <summary>The work behind the pages, as long as the site is up.</summary>
    private sealed class Background(JobRunner jobs, FeedReader feed, SettingsBook settings) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
            Task.Run(() => jobs.RunAsync((int)settings[AllSettings.Workers], stoppingToken), CancellationToken.None),
            Task.Run(() => feed.RunAsync(stoppingToken), CancellationToken.None));
    }
}
