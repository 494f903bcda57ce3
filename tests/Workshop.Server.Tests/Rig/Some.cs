using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.Languages;
using Workshop.Core.Voting;

namespace Workshop.Server.Tests.Rig;

/// <summary>Valid and dull things; a test states what matters.</summary>
static class Some
{
    public const string Password = "correct horse battery";

    public static string Id() => Guid.CreateVersion7().ToString();

    public static string Hex(int bytes) => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(bytes));

    public static object Workshop(string id) => new
    {
        id,
        title = NewText.Of("en", "Trade 2030"),
        languages = new[] { "en", "ru" },
        timeZone = "+06:00",
        groups = new[]
        {
            new NewGroup { Id = GroupId.Of("customs"), Name = NewText.Of("en", "Customs") },
            new NewGroup { Id = GroupId.Of("guests"), Name = NewText.Of("en", "Guests"), Votes = false },
        },
    };

    public static object Joining(string code, string name = "Aigerim", string group = "customs", string? id = null, string? key = null) =>
        new { code, id = id ?? Id(), key = key ?? Hex(16), name, language = "ru", group };

    public static AddActivity Brainstorm() =>
        new() { Title = NewText.Of("en", "What slows trade?"), Minutes = 20, Settings = new BrainstormSettings() };

    public static AddActivity Clustering() =>
        new() { Title = NewText.Of("en", "Sort the ideas"), Minutes = 20, Settings = new ClusteringSettings() };

    public static AddActivity Vote(bool replaceable = true) => new()
    {
        Title = NewText.Of("en", "What comes first?"),
        Minutes = 10,
        Settings = new VoteSettings { Rule = new() { Dots = 3, MostOnOne = 2, Select = 1, Replaceable = replaceable, SmallGroup = 1 } },
    };

    public static AddCard Card(string board, string text = "A single window") => new() { Activity = ActivityId.Of(board), Text = text };

    public static CreateCluster Cluster(string clustering, string name) =>
        new() { Activity = ActivityId.Of(clustering), Name = NewText.Of("en", name) };
}
