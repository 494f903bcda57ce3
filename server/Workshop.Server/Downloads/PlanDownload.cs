using System.Threading.RateLimiting;
using Workshop.Core.Languages;
using Workshop.Core.People;
using Workshop.Documents.Plan;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;

namespace Workshop.Server.Downloads;

/// <summary><c>GET /api/workshops/{workshop}/plan.docx?lang=xx</c>: the draft plan as a Word file, for everyone who may see the plan.</summary>
sealed class PlanDownload(Sessions sessions, TimeProvider clock) : IDisposable
{
    /// <summary>A file takes a processor for a moment: never all of them.</summary>
    readonly SemaphoreSlim _turn = new(1);

    readonly PartitionedRateLimiter<Actor> _people = PartitionedRateLimiter.Create<Actor, string>(
        actor => RateLimitPartition.GetTokenBucketLimiter(actor.LogName, _ => HostLimits.Downloads.AsTokenBucket()));

    /// <summary>The file, of the plan as it stands.</summary>
    public async Task<IResult> Get(WorkshopId workshop, HttpContext http, string lang)
    {
        var ((moment, _, _), actors) = await sessions.Eyes(http, workshop);
        if (!actors.Any(a => Rights.MaySee(a, View.PublicPlan)))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed());
        }

        using var lease = _people.AttemptAcquire(actors[0]);
        if (!lease.IsAcquired)
        {
            return Problems.Of(ServerRejections.SlowDown());
        }

        if (!Writing.IsTag(lang))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, PeopleRejections.Language());
        }

        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            var now = clock.GetUtcNow();
            var file = new MemoryStream();
            await Task.Run(() => PlanDocument.Write(file, moment.State, moment.People, lang, now), http.RequestAborted);
            return Results.Bytes(file.GetBuffer().AsMemory(0, (int)file.Length), PlanDocument.MediaType, PlanDocument.FileName(moment.State, lang, now));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _turn.Dispose();
        _people.Dispose();
    }
}
