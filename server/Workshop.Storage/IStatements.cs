namespace Workshop.Storage;

/// <summary>Every statement that both dialects have. Each says it in its own words, under the same names in the same order.</summary>
interface IStatements
{
    /// <summary>Fails when another node was first or the command is already in; the room then reads the tail and does not ask which.</summary>
    string Append { get; }
    string CommitsAfter { get; }
    /// <summary>The newest seq per workshop of a JSON array: one step into the index each.</summary>
    string Heads { get; }
    /// <summary>Inserts, or overwrites a version.</summary>
    string PutPerson { get; }
    string PeopleAfter { get; }
    string OpenBox { get; }
    /// <summary>A JSON array of people.</summary>
    string AddToRoll { get; }
    /// <summary>Locks the box to the end of the transaction.</summary>
    string IsBoxOpen { get; }
    string HasVoted { get; }
    string MarkVoted { get; }
    string EditHashOf { get; }
    string PutItem { get; }
    string ReplaceItem { get; }
    /// <summary>No row: it was not open. Locks the box as well.</summary>
    string CloseBox { get; }
    string ItemsOf { get; }
    string CountItems { get; }
    string DeleteOutcomes { get; }
    string PutPriority { get; }
    string PutObjective { get; }
    string PutAction { get; }
    string CreateAccount { get; }
    string UpdateAccount { get; }
    string AccountById { get; }
    string AccountByLogin { get; }
    string AnyAccount { get; }
    /// <summary>Returns how many there are now.</summary>
    string AddFailure { get; }
    string DelayAccount { get; }
    string ClearFailures { get; }
    /// <summary>Of a JSON array of ids.</summary>
    string SecurityStamps { get; }
    /// <summary>No row: there is an account.</summary>
    string CreateSetupLink { get; }
    string IsSetupLink { get; }
    string DeleteSetupLinks { get; }
    string ForgetEndedSignIns { get; }
    string EndSignIn { get; }
    string EndedAmong { get; }
    string CreateResetLink { get; }
    string DeleteResetLink { get; }
    string AccountOfResetLink { get; }
    string PutMembership { get; }
    string MembershipIn { get; }
    string MembershipsOf { get; }
    string PutDoor { get; }
    string DoorByCode { get; }
    string CodeOf { get; }
    string PutParticipantSession { get; }
    string ParticipantSessionByToken { get; }
    string ParticipantSessionsOf { get; }
    string DeleteParticipantSession { get; }
    string ClearPresence { get; }
    /// <summary>A JSON array of arrays of workshop and person.</summary>
    string PutPresence { get; }
    /// <summary>In a JSON array of workshops.</summary>
    string PresentSince { get; }
    string PutDataProtectionKey { get; }
    string DataProtectionKeys { get; }
    string OldestRelease { get; }
}
