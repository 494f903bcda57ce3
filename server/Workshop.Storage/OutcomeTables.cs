using Workshop.Core.Plan;

namespace Workshop.Storage;

/// <summary>The outcome tables.</summary>
static class OutcomeTables
{
    /// <summary>Replaces the rows of a workshop.</summary>
    public static void Replace(IWriteConnection db, WorkshopId workshop, Outcomes outcomes)
    {
        var key = workshop.Value;
        db.Db.Execute(db.Statements.DeleteOutcomes, new { Workshop = key });
        db.Db.Execute(db.Statements.PutPriority, outcomes.Priorities.Select(
            p => new { Workshop = key, p.Rank, p.Item, p.Name, p.Language, p.Dots, p.Voters, p.Objective }));
        db.Db.Execute(db.Statements.PutObjective, outcomes.Objectives.Select(
            o => new { Workshop = key, o.Line, o.Number, o.Text, o.Language, o.PriorityRank }));
        db.Db.Execute(db.Statements.PutAction, outcomes.Actions.Select(
            a => new { Workshop = key, a.Line, a.Objective, a.Number, a.Text, a.Language }));
    }
}
