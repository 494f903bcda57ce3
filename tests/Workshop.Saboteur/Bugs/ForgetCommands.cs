namespace Workshop.Saboteur.Bugs;

/// <summary>The log does not keep which command a commit came from: a retry is something new.</summary>
sealed class ForgetCommands(IWorkshopLog right) : PassingLog(right)
{
    protected override IWorkshopTransaction Wrap(IWorkshopTransaction transaction) => new Wrong(transaction);

    sealed class Wrong(IWorkshopTransaction right) : PassingTransaction(right)
    {
        public override void Append(Commit commit) => base.Append(commit with { Command = CommandId.Of(Guid.CreateVersion7().ToString()) });
    }
}
