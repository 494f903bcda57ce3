using Workshop.Server.Hub;
using Workshop.Server.Http;

namespace Workshop.Server.Rooms;

/// <summary><c>GET /api/workshops/{workshop}/views/{audience}/{topic}?at=SEQ</c>.</summary>
static class ViewEndpoint
{
    /// <summary>The view, at least as new as <paramref name="at"/>, to those who may see it; access is checked before anything else is told.</summary>
    public static async Task<IResult> Get(
        WorkshopId workshop, string audience, string topic, HttpContext http, Sessions sessions, LoadedRooms rooms, Readings readings, long at = 0)
    {
        if (View.Parse($"{audience}/{topic}") is not { } view)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "view.no-such-view");
        }

        var shared = view.Person is null;
        var (shown, actors) = await sessions.Eyes(http, workshop);
        if (!actors.Any(a => Rights.MaySee(a, view)))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed());
        }

        if (!readings.TryTake(actors[0]))
        {
            return Problems.Of(ServerRejections.SlowDown());
        }

        if (shown.Moment.Seq < at)
        {
            (shown, actors) = await sessions.Eyes(http, workshop, at);
            if (!actors.Any(a => Rights.MaySee(a, view)))
            {
                return Problems.Of(StatusCodes.Status403Forbidden, ServerRejections.NotAllowed());
            }
        }


        if (shared && !shown.Views.ContainsKey(view))
        {
            shown = await rooms.Show(workshop, at, view, http.RequestAborted);
            if (!shown.Views.ContainsKey(view))
            {
                return Problems.Of(StatusCodes.Status404NotFound, "view.no-such-view");
            }
        }

        var body = shared ? shown.Snapshots.Of(view, shown, at) : Snapshots.OfPerson(view, shown.Moment);
        var tag = $"\"{Projection.Build}-{view}-{body.Seq}\"";
        http.Response.Headers.CacheControl = shared ? "private, no-cache" : "private, no-store";
        http.Response.Headers.Vary = "Accept-Encoding, Cookie";
        http.Response.Headers.ETag = tag;
        if (IsHeld(http.Request.Headers.IfNoneMatch.ToString(), view, body, at))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var (bytes, encoding) = body.For(http.Request.Headers.AcceptEncoding.ToString());
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        return Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    /// <summary>Whether the client holds this view, unchanged since then and new enough.</summary>
    static bool IsHeld(string tag, View view, Snapshots.Body body, long at) =>
        tag.StartsWith($"\"{Projection.Build}-{view}-", StringComparison.Ordinal)
        && long.TryParse(tag.AsSpan(tag.LastIndexOf('-') + 1).TrimEnd('"'), out var held)
        && held >= at && held >= body.Changed && held <= body.Seq;
}
