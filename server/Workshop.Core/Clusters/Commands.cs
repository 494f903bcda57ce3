namespace Workshop.Core.Clusters;

/// <summary>Commands about clusters.</summary>
public interface IClustersCommand : ICommand;

/// <summary>Makes an empty cluster, or one of the given cards in a single step.</summary>
public sealed record CreateCluster : IClustersCommand
{
    /// <summary>The clustering activity; must be open.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>Its name, at most 120 graphemes a language.</summary>
    public required NewText Name { get; init; }

    /// <summary>Behind which cluster; null: at the end. An unknown one means the end.</summary>
    public ClusterId? After { get; init; }

    /// <summary>Cards that go into it at once, in order.</summary>
    public ImmutableArray<CardId> Cards { get; init; } = [];
}

/// <summary>Names a cluster anew, in all its languages.</summary>
public sealed record RenameCluster : IClustersCommand
{
    /// <summary>Which.</summary>
    public required ClusterId Cluster { get; init; }

    /// <summary>Its name, at most 120 graphemes a language.</summary>
    public required NewText Name { get; init; }
}

/// <summary>Moves a cluster among the others.</summary>
public sealed record MoveCluster : IClustersCommand
{
    /// <summary>Which.</summary>
    public required ClusterId Cluster { get; init; }

    /// <summary>Behind which; null: to the front. An unknown one means the end.</summary>
    public ClusterId? After { get; init; }
}

/// <summary>Dissolves a cluster; its cards are unsorted again.</summary>
public sealed record RemoveCluster : IClustersCommand
{
    /// <summary>Which.</summary>
    public required ClusterId Cluster { get; init; }
}

/// <summary>Puts cards into a cluster, or back to the unsorted ones.</summary>
public sealed record PlaceCards : IClustersCommand
{
    /// <summary>The clustering activity; must be open.</summary>
    public required ActivityId Activity { get; init; }

    /// <summary>1 to 500 active cards of the board that it sorts.</summary>
    public required ImmutableArray<CardId> Cards { get; init; }

    /// <summary>Into which cluster; null: unsorted.</summary>
    public ClusterId? Cluster { get; init; }

    /// <summary>Behind which card of that cluster; null: at the end. An unknown one means the end.</summary>
    public CardId? After { get; init; }
}
