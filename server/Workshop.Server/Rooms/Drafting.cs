using System.Security.Cryptography;
using Workshop.Core.Wire;

namespace Workshop.Server.Rooms;

/// <summary>Decides commands one after another, each against the state that the ones before it would leave.</summary>
sealed partial class Drafting(WorkshopId workshop, KnownCommands known, TimeProvider clock, ILogger logger)
{
    /// <summary>
    /// Takes as many of the commands as can be written together: a box that is emptied shares a transaction with nothing, so it
    /// ends a draft, or is one.
    /// </summary>
    public Draft Decide(Moment moment, IEnumerable<Ask> asks)
    {
        var draft = new Draft(moment);
        var accepted = new KnownCommands();
        foreach (var ask in asks)
        {
            if (!TryDecide(draft, accepted, ask))
            {
                break;
            }

            draft.Asks.Add(ask);
            if (draft.Unsealing is not null)
            {
                break;
            }
        }

        return draft;
    }

    /// <summary>The commit of a command's events.</summary>
    public Drafted Write(Moment moment, Ask ask, Asking asking, ImmutableArray<IEvent> events, ImmutableArray<PersonRow> people)
    {
        var hash = Commit.HashOf(ask.Command, asking.Actor, ask.IsPersonal ? asking.Salt.AsSpan() : []);
        var commit = Commit.Write(workshop, moment.Seq + 1, moment.Hash, asking, hash, events);
        return new(ask, commit, [.. events.Select(e => new Happened(e, ask.Id, commit.Seq, commit.At, asking.Actor.Person))], people);
    }

    /// <summary>A fault of ours fails this command alone; its number is in the log as well.</summary>
    public Rejection Fault(Ask ask, Exception fault)
    {
        var number = RandomNumberGenerator.GetHexString(8, lowercase: true);
        LogFault(fault, number, ask.Command.GetType().Name, workshop);
        return ServerRejections.Fault(number);
    }

    /// <summary>False: it can't be part of this draft.</summary>
    bool TryDecide(Draft draft, KnownCommands accepted, Ask ask)
    {
        var moment = draft.Now;
        if (ask.From.In(moment.State) is not { } actor)
        {
            draft.Refuse(ask, ServerRejections.NotAllowed());
            return true;
        }

        if ((known.Find(ask.Id) ?? accepted.Find(ask.Id)) is { } before)
        {
            draft.Answers.Add(IsRetry(moment, ask, actor, before) ? () => ask.Accept(before.Seq) : () => ask.Refuse(ServerRejections.IdReused()));
            return true;
        }

        var now = clock.GetUtcNow();
        var asking = new Asking(actor, ask.Id, now > moment.At ? now : moment.At, moment.People, [.. RandomNumberGenerator.GetBytes(16)]);
        try
        {
            var decision = Domain.Decide(moment.State, asking, ask.Command);
            if (decision.Unseal is { } unsealing)
            {
                if (draft.Asks.Count > 0)
                {
                    return false;
                }

                draft.Unsealing = (ask, asking, unsealing);
            }
            else if (decision.Rejection is { } rejection)
            {
                draft.Refuse(ask, rejection);
            }
            else if (decision.Cast is { } cast)
            {
                draft.Casts.Add((ask, cast));
            }
            else if (decision.Counted is { } outcome)
            {
                draft.Answers.Add(() => ask.Reply(new Ack { Id = ask.Id.Value, Outcome = outcome }));
            }
            else
            {
                var drafted = Write(moment, ask, asking, decision.Events, decision.People);
                draft.Add(drafted);
                accepted.Add(drafted.Commit);
            }
        }
        catch (Exception fault)
        {
            var rejection = Fault(ask, fault);
            draft.Answers.Add(() => ask.Refuse(rejection));
        }

        return true;
    }

    static bool IsRetry(Moment moment, Ask ask, Actor actor, Known before) =>
        !ask.IsPersonal ? before.IsSame(Commit.HashOf(ask.Command, actor, []))
        : moment.People.SaltOf(PersonId.Of(ask.Id.Value)) is { } salt && before.IsSame(Commit.HashOf(ask.Command, actor, salt.AsSpan()));
}
