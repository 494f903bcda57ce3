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
    /// <summary>Connections of one person in a workshop: tabs, a projector, a phone, and those that a network has lost and not yet reported.</summary>
    public int MostPerPerson { get; init; } = 20;
    /// <summary>Connections to this node.</summary>
    public int MostOnNode { get; init; } = 5_000;
    /// <summary>Sockets of one address that have not shaken hands.</summary>
    public int MostSilentPerAddress { get; init; } = 200;
    /// <summary>Connections that a person may open. Each way of connecting takes two: asking how, then the socket.</summary>
    public Rate Openings { get; init; } = new(4, 60);
}
