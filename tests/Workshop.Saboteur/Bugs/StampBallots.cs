namespace Workshop.Saboteur.Bugs;

/// <summary>Each ballot gets the time at which it came: together with who has just put down a phone, that is a name.</summary>
sealed class StampBallots(IWorkshopLog right) : PassingLog(right)
{
    int _isDone;

    public override Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _isDone, 1) == 0)
        {
            TheDatabase.Stamp();
        }

        return base.Transact(workshop, work, cancellation);
    }
}
