using System.Text;
using Lanshao.Platform.Alerts.Rules;
using Lanshao.Platform.Districts.Packs;
using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;

namespace Lanshao.Platform.Alerts;

/// <summary>修改报警规则: the pack gets a new revision with the changed rule.</summary>
public static class SaveAlertRule
{
    /// <param name="Rule">The rule as it shall be.</param>
    /// <param name="Revision">The revision that the form was made from.</param>
    public sealed record Request(AlertRule Rule, int Revision);

    /// <param name="db">The store.</param>
    /// <param name="request">The change.</param>
    /// <param name="parts">The parts of all rooms.</param>
    /// <param name="actor">Who.</param>
    /// <param name="clock">When.</param>
    /// <param name="ct">Stops waiting.</param>
    public static async Task<Outcome<ApplyPack.Applied>> RunAsync(LanshaoContext db, Request request, IReadOnlyList<PackPart> parts, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var current = await CurrentPack.ReadAsync(db, ct);
        if (current.IsRefused)
        {
            return current.Refusal;
        }

        var pack = current.Value;
        var rules = pack.Read(AlertRules.Part);
        if (rules.Find(request.Rule.Code) is null)
        {
            return Refusal.NotFound("ALR-006", ("code", request.Rule.Code));
        }

        if (pack.Revision != request.Revision)
        {
            return Refusal.Conflict("ALR-008");
        }

        var text = AlertRulesText.Write(rules.With(request.Rule), pack.Files.Find(AlertRules.File)?.Text() ?? string.Empty);
        var files = new PackFiles(pack.Files.All.Where(file => file.Path != AlertRules.File).Append(new(AlertRules.File, Encoding.UTF8.GetBytes(text))));
        return await ApplyPack.RunAsync(db, files, parts, actor, clock, ct);
    }
}
