using Lanshao.Platform.Foundation;
using Lanshao.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lanshao.Platform.Plans;

/// <summary>Says how a finding was settled: 处理核对提示. Saying nothing opens it again.</summary>
public static class MarkFinding
{
    private const int MostCharacters = 500;

    public sealed record Request(string PlanCode, string QuestionKey, string How);

    public static async Task<Outcome<string>> RunAsync(LanshaoContext db, Request request, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        var how = request.How.Trim();
        if (how.Length > MostCharacters || request.QuestionKey.Length != 32 || !request.QuestionKey.All(char.IsAsciiHexDigitLower))
        {
            return Refusal.Invalid("PLAN-304");
        }

        var mark = await db.Set<FindingMark>().SingleOrDefaultAsync(m => m.PlanCode == request.PlanCode && m.QuestionKey == request.QuestionKey, ct);
        if (how.Length == 0)
        {
            _ = mark is null ? null : db.Remove(mark);
        }
        else if (mark is null)
        {
            db.Add(FindingMark.Of(request.PlanCode, request.QuestionKey, how, actor, ChinaTime.NowUtc(clock)));
        }
        else
        {
            mark.Become(how, actor, ChinaTime.NowUtc(clock));
        }

        return await db.SaveAsync<string>(how, actor, clock, ct);
    }
}
