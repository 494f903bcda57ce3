using Workshop.Core.People;
using Workshop.Core.Wire;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Door;

/// <summary><c>GET /api/doors/{code}</c> and <c>POST /api/join</c>.</summary>
static class JoinEndpoints
{
    const int ShortestKey = 16;
    const int LongestKey = 128;

    /// <summary>What is behind a code, and whether this browser has been there.</summary>
    public static async Task<IResult> Look(string code, HttpContext http, Doors doors, Guessing guessing, Sessions sessions, LoadedRooms rooms)
    {
        var (workshop, problem) = await Open(code, http, doors, guessing);
        if (workshop is not { } found)
        {
            return problem!;
        }

        var (moment, _, _) = await rooms.Show(found, cancellation: http.RequestAborted);
        var returning = await sessions.By(Entrance.Person, http, found);
        var agenda = moment.State.Agenda;
        return Results.Json(new
        {
            workshop = found,
            title = agenda.Title,
            languages = agenda.Languages,
            groups = agenda.Groups,
            phase = agenda.Phase,
            returning = returning is not null && moment.People.NameOf(returning.Person) is { } name ? new { name } : null,
        });
    }

    /// <summary>Joins, once however often it is sent, and gives this browser the cookie of that person.</summary>
    public static async Task<IResult> Join(
        Joining body, HttpContext http, Doors doors, Guessing guessing, Sessions sessions, ParticipantSessions participants, LoadedRooms rooms, TimeProvider clock)
    {
        if (!CommandIds.IsCommandId(body.Id) || body.Key.Length is < ShortestKey or > LongestKey)
        {
            return Problems.Of(ServerRejections.Malformed());
        }

        var (workshop, problem) = await Open(body.Code, http, doors, guessing);
        if (workshop is not { } found)
        {
            return problem!;
        }

        var token = Secrets.NewToken();
        var person = PersonId.Of(body.Id);
        var session = new ParticipantSessionRow(Secrets.HashOf(token), found, person, Secrets.HashOf(body.Key), clock.GetUtcNow());
        var ack = await rooms.Carry(
            found,
            Sender.Newcomer,
            CommandId.Of(body.Id),
            new JoinWorkshop { Name = body.Name, Language = body.Language, Group = body.Group },
            transaction => transaction.Put(session));
        if (ack.Rejection is { Code: not "command.id-reused" } rejection)
        {
            return Refuse(rejection);
        }

        if (await participants.Find(session.TokenHash, http.RequestAborted) is null)
        {
            // Joined before, and the answer was lost: the key proves that it was this device.
            var known = await participants.Of(found, person, http.RequestAborted);
            if (!known.Any(k => k.JoinKeyHash == session.JoinKeyHash) || !await participants.Create(session, http.RequestAborted))
            {
                return Problems.Of(StatusCodes.Status409Conflict, "join.already");
            }
        }
        else
        {
            guessing.HasJoined(http.Connection.RemoteIpAddress);
        }

        sessions.Give(http, found, token);
        return Results.Json(new { workshop = found, person });
    }

    static async Task<(WorkshopId? Workshop, IResult? Problem)> Open(string typed, HttpContext http, Doors doors, Guessing guessing)
    {
        var from = http.Connection.RemoteIpAddress;
        if (guessing.WaitFor(from) is var wait && wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            http.Response.Headers.RetryAfter = $"{seconds}";
            return (null, Problems.Of(StatusCodes.Status429TooManyRequests, Rejection.Of("join.too-many-attempts", ("seconds", seconds))));
        }

        if (Codes.Read(typed) is { } code && await doors.Find(code, http.RequestAborted) is { } workshop)
        {
            return (workshop, null);
        }

        guessing.WasWrong(from);
        return (null, Problems.Of(StatusCodes.Status404NotFound, "join.unknown-code"));
    }

    static IResult Refuse(Rejection rejection) => rejection.Code switch
    {
        "workshop.not-open-yet" => Problems.Of(StatusCodes.Status409Conflict, "join.not-open-yet"),
        "workshop.closed" => Problems.Of(StatusCodes.Status409Conflict, "join.closed"),
        _ => Problems.Of(rejection),
    };

    /// <summary>The body of the request.</summary>
    public sealed record Joining
    {
        /// <summary>As typed.</summary>
        public required string Code { get; init; }
        /// <summary>A UUID of the client's, the same for every retry: the person's id.</summary>
        public required string Id { get; init; }
        /// <summary>A random secret of the device, 16 to 128 characters, the same for every retry.</summary>
        public required string Key { get; init; }
        /// <summary>As typed.</summary>
        public required string Name { get; init; }
        /// <summary>A BCP 47 tag.</summary>
        public required string Language { get; init; }
        /// <summary>One of the workshop's groups.</summary>
        public required GroupId Group { get; init; }
    }
}
