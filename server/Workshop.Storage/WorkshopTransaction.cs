using System.Runtime.InteropServices;
using Workshop.Core.Plan;

namespace Workshop.Storage;

/// <summary>What one call writes, under the transaction or savepoint of the call.</summary>
sealed class WorkshopTransaction(WorkshopId workshop, IWriteConnection db) : IWorkshopTransaction
{
    readonly List<PersonRow> _people = [];
    long _seq;

    public void Append(Commit commit)
    {
        RequireOwn(commit.Workshop);
        db.Append(commit);
        _seq = commit.Seq;
    }

    public void Put(PersonRow row) => _people.Add(row);

    public void Put(MembershipRow row)
    {
        RequireOwn(row.Workshop);
        db.Db.Execute(db.Statements.PutMembership, new { row.Account, Workshop = workshop.Value, Person = row.Person.Value });
    }

    public void Put(DoorRow row)
    {
        RequireOwn(row.Workshop);
        db.Db.Execute(db.Statements.PutDoor, new { Workshop = workshop.Value, row.Code });
    }

    public void Put(ParticipantSessionRow row)
    {
        RequireOwn(row.Workshop);
        ParticipantSessions.Put(db, row);
    }

    public void Open(OpenedBox box) => Boxes.Open(db, Boxes.Name(workshop, box.Box), box.Electors);

    public CastOutcome Cast(SealedCast cast) => Boxes.Cast(db, Boxes.Name(workshop, cast.Box), cast);

    public ImmutableArray<SealedItem>? Empty(string box) => Boxes.Empty(db, Boxes.Name(workshop, box));

    public void Replace(Outcomes outcomes) => OutcomeTables.Replace(db, workshop, outcomes);

    /// <summary>At the end of the call, when it is known which commit they belong to.</summary>
    public void WritePeople()
    {
        if (_people.Count > 0 && _seq == 0)
        {
            throw new InvalidOperationException("Personal data is written together with the commit that holds its trace.");
        }

        foreach (var row in _people)
        {
            db.Db.Execute(db.Statements.PutPerson, new
            {
                Workshop = workshop.Value,
                Person = row.Person.Value,
                row.Version,
                Seq = _seq,
                Salt = ImmutableCollectionsMarshal.AsArray(row.Salt),
                Data = row.Data is { } data ? ImmutableCollectionsMarshal.AsArray(data) : null,
            });
        }
    }

    void RequireOwn(WorkshopId other)
    {
        if (other != workshop)
        {
            throw new InvalidOperationException($"This transaction writes workshop {workshop}, not {other}.");
        }
    }
}
