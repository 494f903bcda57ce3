using System.Security.Cryptography;
using System.Text;
using Workshop.Core.Agenda;
using Workshop.Core.People;
using Workshop.Core.Voting;

namespace Workshop.Documents.Tests;

/// <summary>A workshop without a server: commands are decided and evolved by the domain, ballots lie in a list.</summary>
sealed class LiveWorkshop
{
    readonly Dictionary<(string Box, string Item), SealedItem> _ballots = [];
    long _seq;

    public WorkshopState State { get; private set; } = WorkshopState.Empty;
    public PeopleDirectory People { get; private set; } = PeopleDirectory.Empty;

    /// <summary>The time that the next command is given.</summary>
    public DateTimeOffset Now { get; set; } = new(2012, 1, 25, 9, 0, 0, TimeSpan.FromHours(6));

    public PersonId Facilitator { get; private set; }

    /// <summary>An open workshop with one group.</summary>
    public static LiveWorkshop Open(NewText title, string zone = "+06:00", params string[] languages)
    {
        var workshop = new LiveWorkshop();
        workshop.Facilitator = PersonId.Of(workshop.Do(Actor.System, new CreateWorkshop
        {
            Title = title,
            Languages = [.. languages.Length == 0 ? ["ru", "kk", "fr", "en"] : languages],
            TimeZone = zone,
            Groups = [new() { Id = GroupId.Of("customs"), Name = NewText.Of("ru", "Таможня") }],
            FacilitatorName = "Жанна Тен",
            FacilitatorLanguage = "ru",
        }));
        workshop.Do(new OpenSession());
        return workshop;
    }

    /// <summary>Somebody comes in.</summary>
    public PersonId Join(string name, string language = "ru", string group = "customs") => PersonId.Of(Do(
        Actor.Newcomer, new JoinWorkshop { Name = name, Language = language, Group = GroupId.Of(group) }));

    /// <summary>A step is put on the agenda and opened.</summary>
    public ActivityId Begin(IActivitySettings settings, NewText? title = null)
    {
        var activity = ActivityId.Of(Do(new AddActivity { Title = title ?? NewText.Of("ru", "Шаг"), Minutes = 30, Settings = settings }));
        Do(settings is VoteSettings ? new OpenVoting { Activity = activity } : new OpenActivity { Activity = activity });
        return activity;
    }

    /// <summary>A ballot of a device of its own.</summary>
    public void Vote(PersonId voter, ActivityId vote, params (ClusterId Item, int Dots)[] dots) => Do(voter, new CastBallot
    {
        Activity = vote,
        Ballot = Hash($"{voter}{vote}")[..32],
        Dots = dots.ToDictionary(d => d.Item, d => d.Dots),
        EditHash = Hash("key"),
    });

    /// <summary>The facilitator does something.</summary>
    public string Do(ICommand command) => Do(Facilitator, command);

    /// <summary>Somebody does something; returns the command's id, which is the id of what it made. A refusal fails the test.</summary>
    public string Do(PersonId person, ICommand command) => Do(new Actor(person, State.People.Find(person)!.Role), command);

    string Do(Actor actor, ICommand command)
    {
        var id = CommandId.Of($"{++_seq:x8}");
        var salt = ImmutableArray.Create(SHA256.HashData(Encoding.ASCII.GetBytes(id.Value))[..16]);
        var decision = Domain.Decide(State, new(actor, id, Now, People, salt), command);
        Assert.True(decision.Rejection is null, $"{command} was refused: {decision.Rejection?.Code}");
        People = People.With(decision.People);
        if (decision.Cast is { } cast)
        {
            _ballots[(cast.Box, cast.Item)] = new(cast.Item, cast.Payload, cast.EditHash);
        }

        var events = decision.Unseal is { } unseal
            ? unseal.Then([.. _ballots.Where(b => b.Key.Box == unseal.Box).Select(b => b.Value)])
            : decision.Events;
        State = events.Aggregate(State, (state, e) => Domain.Evolve(state, new Happened(e, id, _seq, Now, actor.Person)));
        return id.Value;
    }

    /// <summary>A name is erased, as the law demands.</summary>
    public void Erase(PersonId person) => People = People.With([new(person, 2, [], null)]);

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
