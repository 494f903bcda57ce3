using Workshop.Core.Agenda;
using Workshop.Core.Languages;
using Workshop.Server.Door;
using Workshop.Server.Http;
using Workshop.Server.Hub;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Accounts;

/// <summary><c>/api/workshops</c>: an account's workshops, and who the reader is in one.</summary>
static class WorkshopEndpoints
{
    /// <summary>The account's workshops, the newest first.</summary>
    public static async Task<IResult> List(HttpContext http, Memberships memberships, LoadedRooms rooms)
    {
        if (await SignIns.Of(http) is not { } ticket)
        {
            return SignInNeeded();
        }

        var listed = new List<object>();
        foreach (var membership in await memberships.Of(ticket.Account, http.RequestAborted))
        {
            var (moment, _, _) = await rooms.Show(membership.Workshop, cancellation: http.RequestAborted);
            listed.Add(new
            {
                workshop = membership.Workshop,
                title = moment.State.Agenda.Title,
                phase = moment.State.Agenda.Phase,
                createdAt = moment.CreatedAt,
            });
        }

        return Results.Json(new { workshops = listed });
    }

    /// <summary>Makes a workshop with its facilitator and its code, all of it or nothing.</summary>
    public static async Task<IResult> Create(NewWorkshop body, HttpContext http, SignIns signIns, Memberships memberships, LoadedRooms rooms)
    {
        if (await signIns.AccountOf(http) is not { } account)
        {
            return SignInNeeded();
        }

        if (!CommandIds.IsCommandId(body.Id))
        {
            return Problems.Of(ServerRejections.Malformed());
        }

        var workshop = WorkshopId.Of(body.Id);
        var facilitator = PersonId.Of(body.Id);
        var ack = await rooms.Carry(workshop, Sender.System, CommandId.Of(body.Id), new CreateWorkshop
        {
            Title = body.Title,
            Languages = body.Languages,
            TimeZone = body.TimeZone,
            Groups = body.Groups,
            FacilitatorName = account.DisplayName,
            FacilitatorLanguage = account.Language,
        }, transaction =>
        {
            transaction.Put(new MembershipRow(account.Id, workshop, facilitator));
            // A code that is taken breaks a constraint; the next try takes another one.
            transaction.Put(new DoorRow(workshop, Codes.New()));
        });
        if (ack.Rejection is { } rejection)
        {
            return Problems.Of(rejection);
        }

        // The same request by another account finds the workshop, but is none of its.
        return await memberships.Find(account.Id, workshop, http.RequestAborted) is null
            ? Problems.Of(ServerRejections.IdReused())
            : Results.Json(new { workshop });
    }

    /// <summary>Who this browser is in a workshop: as participant if it has joined, else by its account.</summary>
    public static async Task<IResult> Session(WorkshopId workshop, HttpContext http, Sessions sessions)
    {
        var (_, actors) = await sessions.Eyes(http, workshop);
        var first = actors.FirstOrDefault();
        return Results.Json(new { person = first?.Person, role = first?.Role, staff = await sessions.By(Entrance.Staff, http, workshop) is not null });
    }

    /// <summary>Without an account this can't be had.</summary>
    public static IResult SignInNeeded() => Problems.Of(StatusCodes.Status401Unauthorized, "account.sign-in-needed");

    /// <summary>The body of the request.</summary>
    public sealed record NewWorkshop
    {
        /// <summary>A UUID of the client's: the workshop's id.</summary>
        public required string Id { get; init; }
        /// <summary>Title.</summary>
        public required NewText Title { get; init; }
        /// <summary>Working languages, the default first.</summary>
        public required ImmutableArray<string> Languages { get; init; }
        /// <summary>IANA name or offset.</summary>
        public required string TimeZone { get; init; }
        /// <summary>Stakeholder groups.</summary>
        public required ImmutableArray<NewGroup> Groups { get; init; }
    }
}
