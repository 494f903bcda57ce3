using Workshop.Core.Voting;

namespace Workshop.Core.Agenda;

/// <summary>What an activity is and how it is set up. The kind is part of the settings: each kind has its own.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BrainstormSettings), "brainstorm")]
[JsonDerivedType(typeof(SwotSettings), "swot")]
[JsonDerivedType(typeof(ClusteringSettings), "clustering")]
[JsonDerivedType(typeof(VoteSettings), "vote")]
[JsonDerivedType(typeof(PlanSettings), "plan")]
public interface IActivitySettings;

/// <summary>A board without sections: one idea a card.</summary>
public sealed record BrainstormSettings : IActivitySettings;

/// <summary>A board with the sections <c>s</c>, <c>w</c>, <c>o</c>, <c>t</c>.</summary>
public sealed record SwotSettings : IActivitySettings;

/// <summary>Sorts the cards of a board into named clusters.</summary>
public sealed record ClusteringSettings : IActivitySettings
{
    /// <summary>Whose cards; null: those of the nearest brainstorm before it on the agenda, fixed when it opens.</summary>
    public ActivityId? Board { get; init; }
}

/// <summary>A secret dot vote on clusters.</summary>
public sealed record VoteSettings : IActivitySettings
{
    /// <summary>Whose clusters; null: those of the nearest clustering before it on the agenda, fixed when it opens.</summary>
    public ActivityId? Clustering { get; init; }

    /// <summary>The rule, frozen when the vote opens.</summary>
    public required DotRule Rule { get; init; }
}

/// <summary>Turns adopted priorities into objectives and actions.</summary>
public sealed record PlanSettings : IActivitySettings;

/// <summary>Where an activity stands. Which one the room looks at is another matter: <c>shown</c> of the workshop.</summary>
public enum ActivityStatus
{
    /// <summary>On the agenda, not opened yet.</summary>
    Planned,
    /// <summary>Takes contributions.</summary>
    Open,
    /// <summary>Takes none; what came in stays as it is.</summary>
    Closed,
}

/// <summary>A stakeholder group.</summary>
public sealed record StakeholderGroup
{
    /// <summary>Short and stable, e.g. <c>customs</c>.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Its name, in the workshop's languages.</summary>
    public required Text Name { get; init; }

    /// <summary>Whether those who join it may vote.</summary>
    public bool Votes { get; init; } = true;
}

/// <summary>A stakeholder group as a command brings it.</summary>
public sealed record NewGroup
{
    /// <summary>Short and stable, unique within the workshop, e.g. <c>customs</c>.</summary>
    public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    public required NewText Name { get; init; }

    /// <summary>Whether those who join it may vote.</summary>
    public bool Votes { get; init; } = true;
}
