using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.People;

namespace Workshop.Core.Tests.Cards;

public class CardTests
{
    static readonly CardId C1 = CardId.Of("c1");
    static readonly AddCard Add = new() { Activity = ActivityId.Of("board"), Text = "A single window" };
    static readonly EditCard Edit = new() { Card = C1, Text = "Two windows", Base = 1 };

    /// <summary>An open board with a card of Aigerim's.</summary>
    static readonly ImmutableArray<IEvent> OneCard = [.. Some.Board, Some.Card("c1")];

    [Fact]
    public void C1_A_card_is_written_on_an_open_board() => Scenario
        .InARoom(OneCard)
        .When(Some.Bruno, Add, id: "c2")
        .Then(new CardAdded(CardId.Of("c2"), ActivityId.Of("board"), null, "i00002", "A single window", "en", PersonId.Of("bruno")));

    [Fact]
    public void C1_On_a_SWOT_board_it_is_written_into_a_section() => Scenario
        .InARoom(Some.Swot)
        .When(Some.Bruno, Add with { Activity = ActivityId.Of("swot"), Section = "o" }, id: "c2")
        .Then(new CardAdded(CardId.Of("c2"), ActivityId.Of("swot"), "o", "i00000", "A single window", "en", PersonId.Of("bruno")));

    [Fact]
    public void C1_Every_section_is_one_of_the_board()
    {
        var room = Scenario.InARoom([.. Some.Board, .. Some.Swot]);
        room.When(Some.Bruno, Add with { Section = "s" }).ThenRejected("cards.no-such-section");
        room.When(Some.Bruno, Add with { Activity = ActivityId.Of("swot") }).ThenRejected("cards.no-such-section");
        room.When(Some.Bruno, Add with { Activity = ActivityId.Of("swot"), Section = "x" }).ThenRejected("cards.no-such-section");
    }

    [Fact]
    public void C1_A_step_that_is_no_board_takes_no_cards()
    {
        Scenario.InARoom().When(Some.Bruno, Add).ThenRejected("cards.no-such-board");
        Scenario.InARoom(Some.Vote()).When(Some.Bruno, Add with { Activity = ActivityId.Of("vote") }).ThenRejected("cards.no-such-board");
    }

    [Fact]
    public void C1_A_board_that_is_not_open_takes_no_cards()
    {
        Scenario.InARoom(Some.Activity("board")).When(Some.Bruno, Add).ThenRejected("cards.not-open-yet");
        Scenario.InARoom([.. Some.Board, Some.Closed("board")]).When(Some.Bruno, Add).ThenRejected("cards.closed");
    }

    [Theory]
    [InlineData("Two\r\nlines", "Two\nlines")]
    [InlineData("Two\rlines\r\n\r", "Two\nlines\n\n")]
    [InlineData(" < & \" «» \u00a0\u200f\t", " < & \" «» \u00a0\u200f\t")]
    [InlineData("عدد ٤٨٢ مَرْحَبًا", "عدد ٤٨٢ مَرْحَبًا")]
    [InlineData("e\u0301 is not \u00e9", "e\u0301 is not \u00e9")]
    public void C2_A_text_is_kept_code_point_for_code_point(string written, string kept)
    {
        var scenario = Scenario.InARoom(OneCard);
        var added = scenario.When(Some.Aigerim, Add with { Text = written }).Decision;
        var edited = scenario.When(Some.Aigerim, Edit with { Text = written }).Decision;
        Assert.Equal((kept, kept), (Assert.IsType<CardAdded>(added.Single()).Text, Assert.IsType<CardEdited>(edited.Single()).Text));
    }

    [Theory]
    [InlineData(" \n\u00a0", "text.empty")]
    [InlineData("a\0b", "text.unreadable")]
    public void C2_A_text_that_nobody_can_read_is_refused(string text, string code)
    {
        Scenario.InARoom(Some.Board).When(Some.Aigerim, Add with { Text = text }).ThenRejected(code);
        Scenario.InARoom(OneCard).When(Some.Aigerim, Edit with { Text = text }).ThenRejected(code);
    }

    [Fact]
    public void C2_A_card_holds_600_graphemes()
    {
        Assert.Null(Scenario.InARoom(Some.Board).When(Some.Aigerim, Add with { Text = new('x', 600) }).Decision.Rejection);
        Scenario.InARoom(Some.Board).When(Some.Aigerim, Add with { Text = new('x', 601) })
            .ThenRejected("text.too-long", ("length", "601"), ("most", "600"));
    }

    [Fact]
    public void C3_Its_language_is_what_its_writer_says_or_a_guess()
    {
        var scenario = Scenario.InARoom(OneCard);
        Assert.Equal("es", LanguageOf(scenario.When(Some.Aigerim, Add with { Language = "es" })));
        Assert.Equal("ru", LanguageOf(scenario.When(Some.Aigerim, Add with { Text = "Единое окно" })));
        Assert.Equal("kk", LanguageOf(scenario.When(Some.Aigerim, Edit with { Text = "Бірыңғай терезе" })));
        scenario.When(Some.Aigerim, Add with { Language = "Spanish" }).ThenRejected("text.no-such-language");
        scenario.When(Some.Aigerim, Edit with { Language = "Spanish" }).ThenRejected("text.no-such-language");
    }

    [Fact]
    public void C4_Numbers_follow_the_order_of_writing_and_are_never_given_again()
    {
        var scenario = Scenario.InARoom(
        [
            .. OneCard, new CardWithdrawn(C1), Some.Card("c2"), .. Some.Swot,
            Some.Card("c3", board: "swot", section: "s"), Some.Card("c4", board: "swot", section: "t"), Some.Card("c5", board: "swot", section: "s"),
            new CardMoved(CardId.Of("c5"), "w", "i00001", "s", "i00005"), Some.Card("c6"),
        ]);
        Assert.Equal(
            "c1 C001, c2 C002, c3 S01, c4 T01, c5 S02, c6 C003",
            string.Join(", ", scenario.State.Cards.All.Values.OrderBy(c => c.Id.Value, StringComparer.Ordinal).Select(c => $"{c.Id} {c.Number}")));
    }

    [Fact]
    public void C5_Its_author_edits_it_and_versions_are_counted()
    {
        var scenario = Scenario.InARoom(OneCard)
            .When(Some.Aigerim, Edit).Then(new CardEdited(C1, "Two windows", "en", 2))
            .When(Some.Aigerim, Edit with { Text = "Three windows", Base = 2 }).Then(new CardEdited(C1, "Three windows", "en", 3));
        Assert.Equal(("Three windows", 3), (scenario.State.Cards.Find(C1)!.Text.Words, scenario.State.Cards.Find(C1)!.Text.Version));
    }

    [Fact]
    public void C5_An_edit_of_an_older_version_is_refused_with_the_newer_text() => Scenario
        .InARoom([.. OneCard, new CardEdited(C1, "Three windows", "en", 2)])
        .When(Some.Aigerim, Edit)
        .ThenRejected("text.edited-meanwhile", ("text", "Three windows"), ("version", "2"));

    [Fact]
    public void C5_An_edit_that_says_the_same_changes_nothing_even_if_late() => Scenario
        .InARoom([.. OneCard, new CardEdited(C1, "Two windows", "en", 2)])
        .When(Some.Aigerim, Edit)
        .ThenNothing();

    [Fact]
    public void C5_Its_author_takes_it_back() => Scenario
        .InARoom(OneCard)
        .When(Some.Aigerim, new WithdrawCard { Card = C1 })
        .Then(new CardWithdrawn(C1));

    [Fact]
    public void C5_Nobody_else_edits_it_or_takes_it_back()
    {
        foreach (var other in new[] { Some.Bruno, Some.Facilitator })
        {
            Scenario.InARoom(OneCard).When(other, Edit).ThenRejected("cards.not-yours");
            Scenario.InARoom(OneCard).When(other, new WithdrawCard { Card = C1 }).ThenRejected("cards.not-yours");
        }
    }

    [Fact]
    public void C5_Once_the_board_is_closed_it_stays_as_it_is()
    {
        var closed = Scenario.InARoom([.. OneCard, Some.Closed("board")]);
        closed.When(Some.Aigerim, Edit).ThenRejected("cards.closed");
        closed.When(Some.Aigerim, new WithdrawCard { Card = C1 }).ThenRejected("cards.closed");
        closed.When(Some.Aigerim, new MoveCard { Card = C1 }).ThenRejected("cards.closed");
    }

    [Fact]
    public void C6_A_moved_card_says_where_it_was() => Scenario
        .InARoom([.. Some.Swot, Some.Card("c1", board: "swot", section: "s")])
        .When(Some.Aigerim, new MoveCard { Card = C1, Section = "w" })
        .Then(new CardMoved(C1, "w", "i00000", "s", "i00001"));

    [Theory]
    [InlineData("c3", null, "c3 c1 c2")]
    [InlineData("c3", "c1", "c1 c3 c2")]
    [InlineData("c1", "c2", "c2 c1 c3")]
    [InlineData("c1", "c3", "c2 c3 c1")]
    [InlineData("c1", "gone", "c2 c3 c1")]
    public void C6_It_stands_where_it_was_put(string card, string? after, string order)
    {
        var scenario = Scenario.InARoom([.. OneCard, Some.Card("c2"), Some.Card("c3")]).When(Some.Facilitator,
            new MoveCard { Card = CardId.Of(card), After = after is null ? null : CardId.Of(after) });
        scenario.And(scenario.Decision.Events);
        Assert.Equal(order, string.Join(' ', scenario.State.Cards.All.Values.OrderBy(c => c.Rank, StringComparer.Ordinal).Select(c => c.Id)));
    }

    [Fact]
    public void C6_A_card_written_after_a_move_to_the_end_stands_behind_it()
    {
        var scenario = Scenario.InARoom([.. OneCard, Some.Card("c2")])
            .When(Some.Aigerim, new MoveCard { Card = C1, After = CardId.Of("c2") }).Then(new CardMoved(C1, null, "i00003", null, "i00001"))
            .When(Some.Aigerim, Add, id: "c9");
        Assert.Equal("i00004", Assert.IsType<CardAdded>(scenario.Decision.Single()).Rank);
    }

    [Fact]
    public void C6_Participants_move_their_own_and_staff_any_even_on_a_closed_board()
    {
        ImmutableArray<IEvent> swot = [.. Some.Swot, Some.Card("c1", board: "swot", section: "s")];
        var move = new MoveCard { Card = C1, Section = "t" };
        Scenario.InARoom(swot).When(Some.Bruno, move).ThenRejected("cards.not-yours");
        Scenario.InARoom([.. swot, Some.Closed("swot")]).When(Some.Facilitator, move)
            .Then(new CardMoved(C1, "t", "i00000", "s", "i00001"));
        Scenario.InARoom(swot).When(Some.Facilitator, move with { Section = null }).ThenRejected("cards.no-such-section");
        Scenario.InARoom(swot).When(Some.Aigerim, move with { Section = "x" }).ThenRejected("cards.no-such-section");
    }

    [Fact]
    public void C7_Staff_hide_park_and_bring_back_whether_the_board_is_open_or_not() => Scenario
        .InARoom([.. OneCard, Some.Closed("board")])
        .When(Some.Secretary, new HideCard { Card = C1, Reason = "Names\r\na person" }).Then(new CardHidden(C1, "Names\na person", CardStatus.Active))
        .When(Some.Facilitator, new ParkCard { Card = C1 }).Then(new CardParked(C1, "", CardStatus.Hidden))
        .When(Some.Facilitator, new ParkCard { Card = C1, Reason = "For later" }).Then(new CardParked(C1, "For later", CardStatus.Parked))
        .When(Some.Facilitator, new RestoreCard { Card = C1 }).Then(new CardRestored(C1, CardStatus.Parked));

    [Fact]
    public void C7_A_reason_has_200_graphemes()
    {
        Scenario.InARoom(OneCard).When(Some.Facilitator, new HideCard { Card = C1, Reason = new('x', 201) }).ThenRejected("text.too-long");
        Scenario.InARoom(OneCard).When(Some.Facilitator, new ParkCard { Card = C1, Reason = "a\u0007" }).ThenRejected("text.unreadable");
    }

    [Fact]
    public void C8_Hidden_cards_and_those_taken_back_are_seen_by_staff_and_their_author_alone()
    {
        View everyone = new("public", "activity:board"), staff = new("staff", "activity:board");
        View author = View.Of(PersonId.Of("aigerim"), "activity:board"), other = View.Of(PersonId.Of("bruno"), "activity:board");

        foreach (var seen in new IEvent[][] { [], [new CardParked(C1, "For later", CardStatus.Active)] })
        {
            var scenario = Scenario.InARoom([.. OneCard, .. seen]);
            Assert.Equal((1, 0, 0, 0), (In(scenario, everyone), In(scenario, staff), In(scenario, author), In(scenario, other)));
        }

        foreach (var unseen in new IEvent[][]
            { [new CardHidden(C1, "", CardStatus.Active)], [new CardWithdrawn(C1)], [new CardHidden(C1, "", CardStatus.Active), new CardWithdrawn(C1)] })
        {
            var scenario = Scenario.InARoom([.. OneCard, .. unseen]);
            Assert.Equal((0, 1, 1, 0), (In(scenario, everyone), In(scenario, staff), In(scenario, author), In(scenario, other)));
        }

        static int In(Scenario scenario, View view) => Projection.Of(scenario.State, scenario.People, view).OfType<CardRecord>().Count();
    }

    [Fact]
    public void C9_A_card_taken_back_stays_so()
    {
        var withdrawn = Scenario.InARoom([.. OneCard, new CardWithdrawn(C1)]);
        withdrawn.When(Some.Aigerim, Edit).ThenRejected("cards.withdrawn");
        withdrawn.When(Some.Aigerim, new MoveCard { Card = C1 }).ThenRejected("cards.withdrawn");
        withdrawn.When(Some.Facilitator, new HideCard { Card = C1 }).ThenRejected("cards.withdrawn");
        withdrawn.When(Some.Facilitator, new ParkCard { Card = C1 }).ThenRejected("cards.withdrawn");
        withdrawn.When(Some.Facilitator, new RestoreCard { Card = C1 }).ThenRejected("cards.withdrawn");
        withdrawn.When(Some.Bruno, new WithdrawCard { Card = C1 }).ThenRejected("cards.not-yours");
    }

    [Fact]
    public void C10_A_workshop_takes_10_000_cards() => Scenario
        .InARoom([.. Some.Board, .. Enumerable.Range(1, 10_000).Select(i => Some.Card($"c{i}"))])
        .When(Some.Aigerim, Add)
        .ThenRejected("cards.too-many", ("most", "10000"));

    [Fact]
    public void C11_What_is_so_already_changes_nothing()
    {
        Scenario.InARoom(OneCard).When(Some.Facilitator, new RestoreCard { Card = C1 }).ThenNothing();
        Scenario.InARoom(OneCard).When(Some.Aigerim, new MoveCard { Card = C1 }).ThenNothing();
        Scenario.InARoom([.. OneCard, new CardWithdrawn(C1)]).When(Some.Aigerim, new WithdrawCard { Card = C1 }).ThenNothing();
        Scenario.InARoom([.. OneCard, new CardHidden(C1, "Why", CardStatus.Active)])
            .When(Some.Facilitator, new HideCard { Card = C1, Reason = "Why" }).ThenNothing();
    }

    [Fact]
    public void C11_A_card_that_does_not_exist_is_refused()
    {
        var gone = CardId.Of("gone");
        Scenario.InARoom(OneCard).When(Some.Aigerim, Edit with { Card = gone }).ThenRejected("cards.no-such-card");
        Scenario.InARoom(OneCard).When(Some.Aigerim, new WithdrawCard { Card = gone }).ThenRejected("cards.no-such-card");
        Scenario.InARoom(OneCard).When(Some.Aigerim, new MoveCard { Card = gone }).ThenRejected("cards.no-such-card");
        Scenario.InARoom(OneCard).When(Some.Facilitator, new HideCard { Card = gone }).ThenRejected("cards.no-such-card");
        Scenario.InARoom(OneCard).When(Some.Facilitator, new ParkCard { Card = gone }).ThenRejected("cards.no-such-card");
        Scenario.InARoom(OneCard).When(Some.Facilitator, new RestoreCard { Card = gone }).ThenRejected("cards.no-such-card");
    }

    static string LanguageOf(Scenario scenario) => scenario.Decision.Single() switch
    {
        CardAdded e => e.Language,
        CardEdited e => e.Language,
        var other => throw new InvalidOperationException(other.GetType().Name),
    };
}
