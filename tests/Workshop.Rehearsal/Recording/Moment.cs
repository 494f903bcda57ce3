namespace Workshop.Rehearsal.Recording;

/// <summary>Something that happens in the workshop at a second of the recording.</summary>
/// <param name="T">Seconds after the start.</param>
/// <param name="Turn">Its turn among what happens in the same second.</param>
/// <param name="Act">What happens.</param>
public sealed record Moment(int T, Turn Turn, IAct Act);

/// <summary>The order within one second; within a turn, that of the file.</summary>
public enum Turn
{
    /// <summary>A step closes.</summary>
    Close,
    /// <summary>A step opens.</summary>
    Open,
    /// <summary>People join, or their connection comes back.</summary>
    Arrive,
    /// <summary>People contribute.</summary>
    Contribute,
    /// <summary>People leave, or their connection is lost.</summary>
    Depart,
    /// <summary>What has come of it is looked at.</summary>
    Look,
}

/// <summary>What happens at a moment.</summary>
public interface IAct;

/// <summary>The facilitator closes a step.</summary>
public sealed record CloseStep(RecordedActivity Activity) : IAct;

/// <summary>The facilitator brings everyone to a step and opens it.</summary>
public sealed record OpenStep(RecordedActivity Activity) : IAct;

/// <summary>Somebody joins by the code.</summary>
public sealed record Join(RecordedPerson Person) : IAct;

/// <summary>Somebody's connection breaks.</summary>
public sealed record LoseConnection(RecordedPerson Person) : IAct;

/// <summary>Somebody's connection is back, and delivers what was queued.</summary>
public sealed record ComeBack(RecordedPerson Person) : IAct;

/// <summary>Somebody leaves for good.</summary>
public sealed record Leave(RecordedPerson Person) : IAct;

/// <summary>The author writes a card.</summary>
public sealed record WriteCard(Contribution Card) : IAct;

/// <summary>The author edits a card.</summary>
/// <param name="Card">Which.</param>
/// <param name="Version">The index of the version that it becomes, from 1.</param>
public sealed record RewriteCard(Contribution Card, int Version) : IAct;

/// <summary>A card is parked or hidden by the facilitator, or withdrawn by its author.</summary>
public sealed record SetCardAside(Contribution Card) : IAct;

/// <summary>The author writes on a SWOT board.</summary>
/// <param name="Entry">What.</param>
/// <param name="Section">One of <c>S W O T</c>.</param>
public sealed record WriteSwotEntry(SwotEntry Entry, string Section) : IAct;

/// <summary>The facilitator makes all clusters and sorts the cards into them.</summary>
public sealed record MakeClusters(RecordedActivity Activity) : IAct;

/// <summary>Somebody sends a ballot.</summary>
public sealed record SendBallot(RecordedBallot Ballot) : IAct;

/// <summary>The facilitator adopts the ranking as the priorities.</summary>
public sealed record Adopt(RecordedActivity Vote) : IAct;

/// <summary>The facilitator drafts the plan.</summary>
public sealed record DraftPlan : IAct;

/// <summary>Everyone who is there at the start has come.</summary>
public sealed record CountPresent : IAct;

/// <summary>How many contributions somebody sees.</summary>
/// <param name="Index">Its place in the file's list.</param>
/// <param name="Check">As the file has it.</param>
public sealed record CountVisible(int Index, JsonElement Check) : IAct;
