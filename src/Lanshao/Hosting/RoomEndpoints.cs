using Lanshao.Front;
using Lanshao.Front.Imports;
using Lanshao.Front.Inbox;
using Lanshao.Front.Operations;
using Lanshao.Platform.Foundation;
using Lanshao.Rooms.Alerts;
using Lanshao.Rooms.Districts;
using Lanshao.Rooms.Evaluation;
using Lanshao.Rooms.Evaluation.Disputes;
using Lanshao.Rooms.Evaluation.Rounds;
using Lanshao.Rooms.Monitoring;
using Lanshao.Rooms.Monitoring.Drives;
using Lanshao.Rooms.Monitoring.Forecasts;
using Lanshao.Rooms.Monitoring.Reviews;
using Lanshao.Rooms.Plans;
using Lanshao.Rooms.Progress;
using Lanshao.Rooms.Reports;
using Lanshao.Shell.Samples;

namespace Lanshao.Hosting;

/// <summary>The posts, files and API calls of the rooms, in the order of the work. Each room adds its line.</summary>
internal static class RoomEndpoints
{
    public static void Map(IEndpointRouteBuilder app, ServerOptions options)
    {
        HomeEndpoints.Map(app);
        PlansEndpoints.Map(app);
        ProgressEndpoints.Map(app);
        EvaluationEndpoints.Map(app);
        RoundEndpoints.Map(app);
        DisputeEndpoints.Map(app);
        MonitoringEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        ForecastEndpoints.Map(app);
        DriveEndpoints.Map(app);
        AlertEndpoints.Map(app);
        InboxEndpoints.Map(app);
        ImportEndpoints.Map(app);
        FileEndpoints.Map(app);
        ReportEndpoints.Map(app);
        SubmissionEndpoints.Map(app);
        InspectionView.Map(app);
        PdfEndpoints.Map(app);
        CarryOverEndpoints.Map(app);
        PackEndpoints.Map(app);
        SystemEndpoints.Map(app);
        CheckEndpoints.Map(app);
        if (options.WithSamples)
        {
            app.MapTableFiles("/components/ranking", _ => Task.FromResult<Outcome<Shell.Tables.PageTable>>(SampleTables.Ranking)).Needs(Permissions.Open);
        }
    }
}
