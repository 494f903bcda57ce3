namespace Workshop.Server.Hub;

/// <summary>The ids that clients give their commands.</summary>
static class CommandIds
{
    /// <summary>A UUID in lower case. With anything behind it, it would be the name of an item of somebody's list.</summary>
    public static bool IsCommandId(string? id) =>
        id is { Length: 36 } && Ids.IsWellFormed(id) && Guid.TryParseExact(id, "D", out _);
}
