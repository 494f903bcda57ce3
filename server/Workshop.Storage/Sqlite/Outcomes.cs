using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>The outcome tables.</summary>
static class Outcomes
{
    /// <summary>Replaces the rows of a workshop.</summary>
    public static void Replace(SqliteConnection db, WorkshopId workshop, Core.Plan.Outcomes outcomes)
    {
        var key = workshop.Value;
        db.Execute(Statements.DeleteOutcomes, new { Workshop = key });
        db.Execute(Statements.PutPriority, outcomes.Priorities.Select(
            p => new { Workshop = key, p.Rank, p.Item, p.Name, p.Language, p.Dots, p.Voters, p.Objective }));
        db.Execute(Statements.PutObjective, outcomes.Objectives.Select(
            o => new { Workshop = key, o.Line, o.Number, o.Text, o.Language, o.PriorityRank }));
        db.Execute(Statements.PutAction, outcomes.Actions.Select(
            a => new { Workshop = key, a.Line, a.Objective, a.Number, a.Text, a.Language }));
    }
}
