using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Languages;
using Workshop.Core.Wire;
using Workshop.Server.Rooms;
using Workshop.Server.Tests.Rig;
using Workshop.Storage;
using Workshop.Storage.Sqlite;

namespace Workshop.Server.Tests.Rooms;

/// <summary>What can't be seen from outside of how commands get into a log: faults, clocks, and what shares a transaction.</summary>
public sealed class LedgerTests : IDisposable
{
    readonly string _data = ServerProcess.NewFolder();
    readonly Database _database;
    readonly FakeTimeProvider _clock = new(new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
    readonly Faults _faults = new();
    readonly WorkshopId _workshop = WorkshopId.Of(Some.Id());
    readonly Ledger _ledger;

    public LedgerTests()
    {
        _database = Database.Open(_data);
        _ledger = Ledger();
    }

    [Fact]
    public async Task A_fault_in_one_decision_fails_that_command_alone_under_a_number_that_the_log_has()
    {
        var board = await Board();
        var acks = await Take(
            Card(board, "Before"),
            // Nothing that comes over the wire has no text: a fault of ours.
            Facilitator(new AddCard { Activity = board, Text = null! }),
            Card(board, "After"));

        Assert.Equal([null, "server.fault", null], acks.Select(a => a.Rejection?.Code));
        Assert.Equal(acks[0].Seq + 1, acks[2].Seq);
        Assert.Contains($"Fault {acks[1].Rejection!.Args["number"]}", Assert.Single(_faults.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_in_the_log_never_runs_backwards_even_if_the_clock_does()
    {
        var board = await Board();
        await Take(Card(board, "At ten past eight"));
        var before = _ledger.Moment.At;
        _clock.AdjustTime(_clock.GetUtcNow() - TimeSpan.FromHours(1));

        await Take(Card(board, "The clock was set back"));

        Assert.Equal(before, _ledger.Moment.At);
    }

    [Fact]
    public async Task Who_is_behind_reads_what_it_missed_acknowledges_what_it_finds_and_decides_the_rest_again()
    {
        var board = await Board();
        var other = Ledger();
        await other.CatchUp();
        var shared = Card(board, "Sent to both nodes");
        var first = Assert.Single(await Take(shared));

        var acks = await Take(other, [shared, Card(board, "Only here")]);

        Assert.Equal([first.Seq, first.Seq + 1], acks.Select(a => a.Seq));
        Assert.Equal(2, other.Moment.State.Cards.All.Count);
        Assert.True(await _ledger.CatchUp());
        Assert.Equal(other.Moment.Hash, _ledger.Moment.Hash);
    }

    [Fact]
    public async Task A_refusal_is_told_only_by_a_state_that_is_no_older_than_the_command()
    {
        var board = await Board();
        var other = Ledger();
        await other.CatchUp();
        await Take(Facilitator(new CloseActivity { Activity = board }));
        Assert.Null(Assert.Single(await Take(Facilitator(new OpenActivity { Activity = board }))).Rejection);
        await Take(Facilitator(new CloseActivity { Activity = board }));
        await other.CatchUp();
        await Take(Facilitator(new OpenActivity { Activity = board }));

        // The other node still believes that the board is closed.
        var ack = Assert.Single(await Take(other, [Card(board, "Open again")]));

        Assert.Null(ack.Rejection);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_nobody_knows_whether_a_command_was_written_the_log_tells_and_it_is_there_once(bool wasWritten)
    {
        var board = await Board();
        var uncertain = new Uncertain(new WorkshopLog(_database)) { IsWritten = wasWritten };
        var ledger = Ledger(uncertain);
        await ledger.CatchUp();
        var (one, two) = (Card(board, "Perhaps"), Card(board, "Perhaps too"));
        uncertain.IsUncertain = true;

        var acks = await Take(ledger, [one, two]);

        Assert.False(uncertain.IsUncertain);
        Assert.Equal([ledger.Moment.Seq - 1, ledger.Moment.Seq], acks.Select(a => a.Seq!.Value));
        Assert.Equal(2, ledger.Moment.State.Cards.All.Count);
        Assert.Equal(acks.Select(a => a.Seq), (await Take(one, two)).Select(a => a.Seq));
        Assert.Equal(ledger.Moment.Hash, _ledger.Moment.Hash);
    }

    [Fact]
    public async Task After_a_silence_the_command_may_be_sent_again_and_is_there_once()
    {
        var board = await Board();
        var ledger = Ledger(new Uncertain(new WorkshopLog(_database)) { IsWritten = true, IsSilent = true, IsUncertain = true });
        await ledger.CatchUp();
        var card = Card(board, "Perhaps");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Take(ledger, [card]));

        var ack = Assert.Single(await Take(ledger, [card]));
        Assert.Equal(ledger.Moment.Seq, ack.Seq);
        Assert.Single(ledger.Moment.State.Cards.All);
    }

    [Fact]
    public async Task When_nobody_knows_and_the_log_can_not_be_read_the_command_may_be_sent_again()
    {
        var board = await Board();
        var uncertain = new Uncertain(new WorkshopLog(_database)) { IsWritten = true };
        var ledger = Ledger(uncertain);
        await ledger.CatchUp();
        var card = Card(board, "Perhaps");
        (uncertain.IsUncertain, uncertain.IsAway) = (true, true);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Take(ledger, [card]));

        uncertain.IsAway = false;
        var ack = Assert.Single(await Take(ledger, [card]));
        Assert.Equal(ledger.Moment.Seq, ack.Seq);
        Assert.Single(ledger.Moment.State.Cards.All);
    }

    [Fact]
    public async Task What_one_command_of_a_batch_does_the_next_one_sees()
    {
        await Create();
        var board = Some.Id();

        var acks = await Take(
            Facilitator(new OpenSession()),
            Facilitator(Some.Brainstorm(), board),
            Facilitator(new OpenActivity { Activity = ActivityId.Of(board) }),
            Card(ActivityId.Of(board), "All in one turn"));

        Assert.Equal([2, 3, 4, 5], acks.Select(a => a.Seq!.Value));
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    Ledger Ledger() => Ledger(new WorkshopLog(_database));

    Ledger Ledger(IWorkshopLog log) => new(_workshop, log, _clock, _faults, TestContext.Current.CancellationToken);

    async Task Create() => await Take(new Order(Sender.System, _workshop.Value, new CreateWorkshop
    {
        Title = NewText.Of("en", "Trade 2030"),
        Languages = ["en"],
        TimeZone = "+06:00",
        Groups = [new() { Id = GroupId.Of("customs"), Name = NewText.Of("en", "Customs") }],
        FacilitatorName = "Dana",
        FacilitatorLanguage = "en",
    }));

    async Task<ActivityId> Board()
    {
        await Create();
        var board = ActivityId.Of(Some.Id());
        await Take(Facilitator(new OpenSession()), Facilitator(Some.Brainstorm(), board.Value), Facilitator(new OpenActivity { Activity = board }));
        return board;
    }

    Order Card(ActivityId board, string text) => Facilitator(Some.Card(board.Value, text));

    Order Facilitator(ICommand command, string? id = null) => new(Sender.Of(PersonId.Of(_workshop.Value)), id ?? Some.Id(), command);

    Task<List<Ack>> Take(params Order[] orders) => Take(_ledger, orders);

    static async Task<List<Ack>> Take(Ledger ledger, Order[] orders)
    {
        var acks = new List<Ack>();
        await ledger.Take([.. orders.Select(o => new Ask(o.From, CommandId.Of(o.Id), o.Command, acks.Add))]);
        return [.. orders.Select(o => acks.Single(a => a.Id == o.Id))];
    }

    sealed record Order(Sender From, string Id, ICommand Command);

    /// <summary>A log whose connection is lost, once, while COMMIT is on its way.</summary>
    sealed class Uncertain(IWorkshopLog right) : IWorkshopLog
    {
        public bool IsUncertain { get; set; }

        public bool IsWritten { get; init; }

        public bool IsAway { get; set; }

        public bool IsSilent { get; init; }

        public Task<Tail> ReadAfter(WorkshopId workshop, long seq, CancellationToken cancellation) =>
            IsAway ? throw new StorageUnavailableException("storage.busy", new TimeoutException()) : right.ReadAfter(workshop, seq, cancellation);

        public Task<IReadOnlyDictionary<WorkshopId, long>> Heads(IReadOnlyCollection<WorkshopId> workshops, CancellationToken cancellation) =>
            right.Heads(workshops, cancellation);

        public async Task<bool> Transact(WorkshopId workshop, Action<IWorkshopTransaction> work, CancellationToken cancellation)
        {
            if (!IsUncertain)
            {
                return await right.Transact(workshop, work, cancellation);
            }

            IsUncertain = false;
            if (IsWritten)
            {
                Assert.True(await right.Transact(workshop, work, cancellation));
            }

            throw new OutcomeUnknownException(IsSilent ? new TimeoutException() : new IOException());
        }

        public Task<int> CountItems(WorkshopId workshop, string box, CancellationToken cancellation) => right.CountItems(workshop, box, cancellation);
    }

    sealed class Faults : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
