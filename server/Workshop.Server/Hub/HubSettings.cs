namespace Workshop.Server.Hub;

/// <summary>What can be set of the hub.</summary>
sealed record HubSettings
{
    /// <summary>Commands of a participant's connection.</summary>
    public Rate PeopleWrites { get; init; } = new(20, 60);
    /// <summary>Commands of a connection by account.</summary>
    public Rate StaffWrites { get; init; } = new(50, 500);
    /// <summary>All messages of a connection, below the hub; what is more closes it. A message that is no call of ours counts as ten.</summary>
    public Rate Messages { get; init; } = new(200, 1_000);
    /// <summary>Connections to one workshop.</summary>
    public int MostPerWorkshop { get; init; } = 1_500;
    /// <summary>Connections from one address: a hall behind one router is one address.</summary>
    public int MostPerAddress { get; init; } = 2_000;
}
