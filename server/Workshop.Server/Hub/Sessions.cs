using Workshop.Server.Accounts;
using Workshop.Server.Http;
using Workshop.Server.Rooms;
using Workshop.Storage;

namespace Workshop.Server.Hub;

/// <summary>Who a request comes from in a workshop, by its cookies alone.</summary>
sealed class Sessions(ParticipantSessions participants, Memberships memberships, LoadedRooms rooms, Origins origins, TimeProvider clock)
{
    /// <summary>How long after a workshop's end its people can come back without an account.</summary>
    static readonly TimeSpan AfterClosing = TimeSpan.FromDays(90);

    /// <summary>The longest that browsers keep a cookie.</summary>
    static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(400);

    /// <summary>The visitor by this entrance; null: nobody.</summary>
    public Task<Visitor?> By(Entrance entrance, HttpContext http, WorkshopId workshop) =>
        entrance == Entrance.Person ? Participant(http, workshop) : Member(entrance, http, workshop);

    /// <summary>Whose eyes this request has in a workshop, at least at a place of its log: as participant, then as member of staff.</summary>
    public async Task<(Shown Shown, ImmutableArray<Actor> Actors)> Eyes(HttpContext http, WorkshopId workshop, long at = 0)
    {
        var visitors = await All(http, workshop);
        if (visitors.IsEmpty)
        {
            return (Shown.Nothing, []);
        }

        var shown = await rooms.Show(workshop, at, cancellation: http.RequestAborted);
        if (visitors.Any(v => v.Sender.In(shown.Moment.State) is null))
        {
            // Has come in by another node, of which this one has not read yet.
            shown = await rooms.Show(workshop, shown.Moment.Seq + 1, cancellation: http.RequestAborted);
        }

        return (shown, [.. visitors.Select(v => v.Sender.In(shown.Moment.State)).OfType<Actor>()]);
    }

    /// <summary>Gives a browser its participant's cookie.</summary>
    public void Give(HttpContext http, WorkshopId workshop, string token) =>
        http.Response.Cookies.Append(CookieOf(workshop), token, Cookies.Options(origins, CookieLifetime));

    async Task<ImmutableArray<Visitor>> All(HttpContext http, WorkshopId workshop) =>
        [.. new[] { await Participant(http, workshop), await Member(Entrance.Staff, http, workshop) }.OfType<Visitor>()];

    async Task<Visitor?> Participant(HttpContext http, WorkshopId workshop)
    {
        if (http.Request.Cookies[CookieOf(workshop)] is not { Length: > 0 } token
            || await participants.Find(Secrets.HashOf(token), http.RequestAborted) is not { } session
            || session.Workshop != workshop)
        {
            return null;
        }

        var agenda = (await rooms.Show(workshop, cancellation: http.RequestAborted)).Moment.State.Agenda;
        return agenda.ClosedAt + AfterClosing < clock.GetUtcNow() ? null : new(workshop, session.Person, Entrance.Person, null);
    }

    async Task<Visitor?> Member(Entrance entrance, HttpContext http, WorkshopId workshop) =>
        await SignIns.Of(http) is { } ticket && await memberships.Find(ticket.Account, workshop, http.RequestAborted) is { } person
            ? new(workshop, person, entrance, ticket)
            : null;

    string CookieOf(WorkshopId workshop) => Cookies.Name($"ws-{workshop}", origins);
}
