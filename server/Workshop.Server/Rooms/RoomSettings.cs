namespace Workshop.Server.Rooms;

/// <summary>What can be set of rooms.</summary>
sealed record RoomSettings
{
    /// <summary>How long a room without connections stays in memory.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(5);
}
