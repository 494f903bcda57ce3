using System.Text.Json;
using Workshop.Core.Tests.Contract;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests;

/// <summary>Given what happened, when somebody sends a command, then this follows. Events are compared as JSON. Steps can go on.</summary>
public sealed class Scenario
{
    PeopleDirectory _people = PeopleDirectory.Empty;
    Actor _actor = Actor.System;
    ICommand? _command;
    Decision? _decision;
    long _seq;

    Scenario()
    {
    }

    public WorkshopState State { get; private set; } = WorkshopState.Empty;

    public Decision Decision => _decision ?? throw new InvalidOperationException("Nothing was decided: When comes first.");

    /// <summary>The names that were put beside the log.</summary>
    public PeopleDirectory People => _people;

    public static Scenario Given(params IEnumerable<IEvent> events) => new Scenario().And(events);

    /// <summary>A workshop in session, with the people of <see cref="Some.Room"/>.</summary>
    public static Scenario InARoom(params IEnumerable<IEvent> events) => Given(Some.Room).And(events);

    public Scenario And(params IEnumerable<IEvent> events)
    {
        foreach (var happened in events)
        {
            State = Domain.Evolve(State, new Happened(happened, Some.Command, ++_seq, Some.Now, _actor.Person));
        }

        return this;
    }

    /// <summary>With names beside the log.</summary>
    public Scenario Knowing(params IEnumerable<(string Person, string Name)> names)
    {
        _people = _people.With(names.Select(n => PersonRow.Of(PersonId.Of(n.Person), 1, Some.Salt, new() { Name = n.Name })));
        return this;
    }

    public Scenario When(Actor actor, ICommand command, string id = "cmd")
    {
        (_actor, _command) = (actor, command);
        _decision = Domain.Decide(State, new(actor, CommandId.Of(id), Some.Now, _people, Some.Salt), command);
        return this;
    }

    public Scenario Then(params IEvent[] expected)
    {
        Assert.Null(Decision.Rejection);
        Assert.Null(Decision.Cast);
        Assert.Null(Decision.Unseal);
        Assert.Equal(Written(expected), Written(Decision.Events));
        Witness.Accepted(_command!, changed: expected.Length > 0);
        _people = _people.With(Decision.People);
        return And(expected);
    }

    /// <summary>Accepted, without any event.</summary>
    public Scenario ThenNothing() => Then();

    /// <summary>Refused with this code and, if given, these arguments; nothing is recorded.</summary>
    public Scenario ThenRejected(string code, params (string Name, string Value)[] args)
    {
        Assert.Equal(code, Decision.Rejection?.Code);
        Assert.True(Decision is { Events.IsEmpty: true, People.IsEmpty: true, Cast: null, Unseal: null });
        foreach (var (name, value) in args)
        {
            Assert.Equal(value, Decision.Rejection!.Args[name]);
        }

        Witness.Refused(_command!, code);
        return this;
    }

    /// <summary>Goes to the sealed box, and nowhere else.</summary>
    public SealedCast ThenCast()
    {
        Assert.Null(Decision.Rejection);
        Assert.True(Decision is { Events.IsEmpty: true, People.IsEmpty: true, Unseal: null });
        Assert.NotNull(Decision.Cast);
        Witness.Accepted(_command!, changed: true);
        return Decision.Cast;
    }

    /// <summary>Empties the box, in which these items lie; then what the emptying came to has happened.</summary>
    public Scenario ThenUnseal(string box, params IEnumerable<SealedItem> items)
    {
        Assert.Null(Decision.Rejection);
        Assert.True(Decision is { Events.IsEmpty: true, People.IsEmpty: true, Cast: null });
        Assert.Equal(box, Decision.Unseal?.Box);
        Witness.Accepted(_command!, changed: true);
        return And(Decision.Unseal!.Then([.. items]));
    }

    static string Written(IEnumerable<IEvent> events) => JsonSerializer.Serialize<IEvent[]>([.. events], Json.Log);
}
