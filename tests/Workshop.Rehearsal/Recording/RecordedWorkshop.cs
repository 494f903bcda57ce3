using System.Text.Json.Serialization;

namespace Workshop.Rehearsal.Recording;

/// <summary>A recorded workshop of the format <c>workshop-scenario/1</c>: what of the file is played, and the rest as it stands.</summary>
public sealed record RecordedWorkshop
{
    public required string Format { get; init; }
    public required RecordedSession Session { get; init; }
    public required ImmutableArray<RecordedPerson> Participants { get; init; }
    public required ImmutableArray<RecordedActivity> Activities { get; init; }
    public required ImmutableArray<Contribution> Contributions { get; init; }
    public required ImmutableArray<RecordedCluster> Clusters { get; init; }
    public required ImmutableSortedDictionary<string, ImmutableArray<SwotEntry>> Swot { get; init; }
    public required ImmutableArray<RecordedBallot> Ballots { get; init; }
    public required RecordedPlan Plan { get; init; }
    public required JsonElement Expected { get; init; }

    /// <summary>Ratings, minutes, comments and what else the file holds.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Rest { get; init; } = [];

    /// <summary>The first facilitator, whose account makes the workshop and acts for all staff; null: the file has none.</summary>
    [JsonIgnore]
    public RecordedPerson? Facilitator => Participants.FirstOrDefault(p => p is { IsStaff: true, Role: "facilitator" });

    /// <summary>Everyone who comes, but for the facilitator.</summary>
    [JsonIgnore]
    public IEnumerable<RecordedPerson> Joiners => Participants.Where(p => p.Comes && p.Id != Facilitator?.Id);

    static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a file.</summary>
    /// <exception cref="RehearsalException">It can't be read, or is of another format.</exception>
    public static RecordedWorkshop Read(string path)
    {
        try
        {
            var recorded = JsonSerializer.Deserialize<RecordedWorkshop>(File.ReadAllBytes(path), s_json);
            return recorded is { Format: "workshop-scenario/1" }
                ? recorded
                : throw new RehearsalException($"{path} is not of the format workshop-scenario/1.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RehearsalException($"{path} can't be played: {e.Message}", e);
        }
    }
}

/// <summary>The sitting.</summary>
public sealed record RecordedSession
{
    public required ImmutableSortedDictionary<string, string> Title { get; init; }
    public required int DurationS { get; init; }
    public required string Timezone { get; init; }
    public required ImmutableArray<string> Languages { get; init; }
    public required string DefaultLang { get; init; }
}

/// <summary>Somebody who was invited.</summary>
public sealed record RecordedPerson
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Group { get; init; }
    public required string Role { get; init; }
    public required string UiLang { get; init; }
    public required bool Voting { get; init; }
    public bool Excused { get; init; }

    /// <summary>From and to, in seconds; empty: did not come.</summary>
    public required ImmutableArray<ImmutableArray<int>> Presence { get; init; }

    [JsonIgnore]
    public bool IsStaff => Group == "TEAM";

    [JsonIgnore]
    public bool Comes => !Excused && !Presence.IsEmpty;
}

/// <summary>A step on the agenda.</summary>
public sealed record RecordedActivity
{
    public required string Id { get; init; }
    public required string Type { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
    public required ImmutableSortedDictionary<string, string> Title { get; init; }
    public RecordedRule? Rule { get; init; }
    public JsonElement? Breakouts { get; init; }
}

/// <summary>The rule of a dot vote.</summary>
public sealed record RecordedRule
{
    public required int DotsPerVoter { get; init; }
    public required int MaxPerItem { get; init; }
    public bool LastValidBallotCounts { get; init; } = true;
    public bool PartialAllowed { get; init; } = true;
    public required ImmutableArray<string> TieBreak { get; init; }
    public required int SelectTop { get; init; }
}

/// <summary>A card of a brainstorm.</summary>
public sealed record Contribution
{
    public required string Id { get; init; }
    public required string By { get; init; }
    public required string Lang { get; init; }
    public required string Text { get; init; }
    public required string Activity { get; init; }
    public required int T { get; init; }
    public required string Status { get; init; }
    public int? TReceived { get; init; }
    public int? StatusT { get; init; }
    public string? StatusReason { get; init; }
    public bool Anonymous { get; init; }
    public string? SimilarTo { get; init; }
    public ImmutableArray<ContributionVersion> Versions { get; init; } = [];
    public ImmutableSortedDictionary<string, JsonElement> Translations { get; init; } = ImmutableSortedDictionary<string, JsonElement>.Empty;

    /// <summary>As it was first written.</summary>
    [JsonIgnore]
    public string FirstText => Versions.IsEmpty ? Text : Versions[0].Text;
}

/// <summary>What a card said from <see cref="T"/> on.</summary>
public sealed record ContributionVersion(int T, string Text);

/// <summary>A named group of cards.</summary>
public sealed record RecordedCluster
{
    public required string Id { get; init; }
    public required ImmutableSortedDictionary<string, string> Name { get; init; }
    public required ImmutableArray<string> ContributionIds { get; init; }
}

/// <summary>A card of a SWOT board.</summary>
public sealed record SwotEntry
{
    public required string Id { get; init; }
    public required string By { get; init; }
    public required string Lang { get; init; }
    public required string Text { get; init; }
    public required int T { get; init; }
    public required string Activity { get; init; }
}

/// <summary>A ballot, as it was sent.</summary>
public sealed record RecordedBallot
{
    public required string Id { get; init; }
    public required string Activity { get; init; }
    public required string By { get; init; }
    public required int T { get; init; }
    public required ImmutableSortedDictionary<string, int> Allocation { get; init; }
    public required bool Accepted { get; init; }
    public string? RejectReason { get; init; }
}

/// <summary>The plan.</summary>
public sealed record RecordedPlan
{
    public required ImmutableArray<RecordedGoal> Goals { get; init; }

    /// <summary>All objectives, in the order of the file.</summary>
    [JsonIgnore]
    public IEnumerable<RecordedObjective> Objectives => Goals.SelectMany(g => g.Objectives);
}

/// <summary>A goal and its objectives.</summary>
public sealed record RecordedGoal
{
    public required ImmutableArray<RecordedObjective> Objectives { get; init; }
}

/// <summary>An objective and its actions.</summary>
public sealed record RecordedObjective
{
    public required string Num { get; init; }
    public required ImmutableSortedDictionary<string, string> Name { get; init; }
    public required ImmutableArray<string> SourceClusters { get; init; }
    public required ImmutableArray<RecordedAction> Actions { get; init; }
}

/// <summary>An action.</summary>
public sealed record RecordedAction
{
    public required string Num { get; init; }
    public required ImmutableSortedDictionary<string, string> Name { get; init; }
    public required ImmutableArray<string> SourceContributions { get; init; }
}
