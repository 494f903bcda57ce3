namespace Workshop.Core.Kernel;

/// <summary>Whose eyes and which topic, e.g. <c>public/now</c>, <c>staff/activity:A</c>, <c>person:P/now</c>.</summary>
/// <param name="Audience"><c>public</c>, <c>staff</c> or <c>person:P</c>.</param>
/// <param name="Topic"><c>now</c>, <c>activity:A</c> or <c>plan</c>.</param>
public readonly record struct View(string Audience, string Topic)
{
    /// <summary>Everyone's view of the agenda and what is live.</summary>
    public static View PublicNow { get; } = new("public", "now");
    /// <summary>What only staff see of the same.</summary>
    public static View StaffNow { get; } = new("staff", "now");
    /// <summary>Everyone's view of the draft plan.</summary>
    public static View PublicPlan { get; } = new("public", "plan");

    /// <summary>A person's own view of a topic.</summary>
    public static View Of(PersonId person, string topic) => new($"person:{person}", topic);
    /// <summary>The topic of an activity.</summary>
    public static string TopicOf(ActivityId activity) => $"activity:{activity}";

    /// <summary>The person of a personal view.</summary>
    public PersonId? Person => Audience.StartsWith("person:", StringComparison.Ordinal) ? PersonId.Of(Audience["person:".Length..]) : null;

    /// <summary>The activity of an activity's topic.</summary>
    public ActivityId? Activity => Topic.StartsWith("activity:", StringComparison.Ordinal) ? ActivityId.Of(Topic["activity:".Length..]) : null;

    /// <summary>Reads <c>audience/topic</c>; null if there can be no such view.</summary>
    public static View? Parse(string? text)
    {
        if (text?.Split('/') is not [var audience, var topic])
        {
            return null;
        }

        var view = new View(audience, topic);
        var known = audience is "public" or "staff" || (view.Person is { } person && Ids.IsWellFormed(person.Value));
        var about = topic is "now" or "plan" || (view.Activity is { } activity && Ids.IsWellFormed(activity.Value));
        return known && about ? view : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Audience}/{Topic}";
}

/// <summary>A record in one view.</summary>
/// <param name="View">Whose.</param>
/// <param name="Record">What.</param>
public readonly record struct Projected(View View, IRecord Record);

/// <summary>The kinds of things that an event can touch.</summary>
public enum SubjectKind
{
    /// <summary>The workshop's record.</summary>
    Workshop,
    /// <summary>All steps of the agenda: their numbers and sources hang together.</summary>
    Agenda,
    /// <summary>A person.</summary>
    Person,
    /// <summary>A card.</summary>
    Card,
    /// <summary>A cluster.</summary>
    Cluster,
    /// <summary>Where a card is sorted, in every clustering.</summary>
    Placement,
    /// <summary>A vote, its electorate and its result.</summary>
    Vote,
    /// <summary>Priorities and lines of the plan: their numbers hang together.</summary>
    Plan,
}

/// <summary>A thing that an event touched, and whose records are projected anew in all views.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Its id; empty where there is only one.</param>
public readonly record struct Subject(SubjectKind Kind, string Key = "");
