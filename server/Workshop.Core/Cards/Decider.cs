using System.Diagnostics;
using Workshop.Core.Agenda;
using Workshop.Core.People;

namespace Workshop.Core.Cards;

/// <summary>Decides and evolves contributions. A SWOT board is a board with four sections, nothing else.</summary>
public static class CardsDecider
{
    /// <summary>What a command comes to.</summary>
    public static Decision Decide(WorkshopState state, Asking asking, ICardsCommand command) =>
        state.People.Find(asking.Person) switch
        {
            null => PeopleRejections.NoSuchPerson(),
            { Attendance: Attendance.Left } => PeopleRejections.HasLeft(),
            _ => command switch
            {
                AddCard c => Add(state, asking, c),
                EditCard c => Edit(state, asking, c),
                WithdrawCard c => Withdraw(state, asking, c),
                MoveCard c => Move(state, asking, c),
                HideCard c => SetAside(state, c.Card, c.Reason, CardStatus.Hidden),
                ParkCard c => SetAside(state, c.Card, c.Reason, CardStatus.Parked),
                RestoreCard c => Restore(state, c.Card),
                _ => throw new UnreachableException(command.GetType().Name),
            },
        };

    static Decision Add(WorkshopState state, Asking asking, AddCard c)
    {
        var text = Writing.Unify(c.Text);
        if ((RefuseBoard(state, c.Activity, c.Section) ?? Writing.Refuse(text, Writing.Card)) is { } rejection)
        {
            return rejection;
        }

        if (state.Cards.All.Count >= Limits.Cards)
        {
            return CardsRejections.TooMany(Limits.Cards);
        }

        return LanguageOf(state, asking.Person, text, c.Language) is not { } language ? TextRejections.NoSuchLanguage() :
        [
            new CardAdded(
                CardId.Of(asking.Id.Value),
                c.Activity,
                c.Section,
                Rank.After(state.Cards.LastRank.GetValueOrDefault((c.Activity, c.Section))),
                text,
                language,
                asking.Person),
        ];
    }

    static Decision Edit(WorkshopState state, Asking asking, EditCard c)
    {
        if (RefuseOwn(state, asking, c.Card, out var card) is { } rejection)
        {
            return rejection;
        }

        var text = Writing.Unify(c.Text);
        return Writing.Refuse(text, Writing.Card) is { } unfit ? unfit
            : LanguageOf(state, asking.Person, text, c.Language) is not { } language ? TextRejections.NoSuchLanguage()
            : card.Text.Words == text && card.Text.Original == language ? []
            : card.Text.Version != c.Base ? TextRejections.EditedMeanwhile(card.Text)
            : [new CardEdited(c.Card, text, language, card.Text.Version + 1)];
    }

    static Decision Withdraw(WorkshopState state, Asking asking, WithdrawCard c) => state.Cards.Find(c.Card) switch
    {
        { Status: CardStatus.Withdrawn } card when card.Author == asking.Person => [],
        _ when RefuseOwn(state, asking, c.Card, out _) is { } rejection => rejection,
        _ => [new CardWithdrawn(c.Card)],
    };

    static Decision Move(WorkshopState state, Asking asking, MoveCard c)
    {
        if (state.Cards.Find(c.Card) is not { } card)
        {
            return CardsRejections.NoSuchCard();
        }

        if (card.Status == CardStatus.Withdrawn)
        {
            return CardsRejections.Withdrawn();
        }

        var refusal = asking.Actor.IsStaff() ? RefuseSection(state, card.Board, c.Section)
            : card.Author != asking.Person ? CardsRejections.NotYours()
            : RefuseBoard(state, card.Board, c.Section);
        if (refusal is not null)
        {
            return refusal;
        }

        var others = state.Cards.On(card.Board)
            .Where(o => o.Section == c.Section && o.Id != card.Id)
            .OrderBy(o => o.Rank, StringComparer.Ordinal).ThenBy(o => o.Id.Value, StringComparer.Ordinal);
        var (low, high) = Rank.Gap(others, o => o.Id, o => o.Rank, c.After);
        var stays = card.Section == c.Section && string.CompareOrdinal(low, card.Rank) < 0
            && (high is null || string.CompareOrdinal(card.Rank, high) < 0);
        return stays ? [] : [new CardMoved(card.Id, c.Section, Rank.Between(low, high), card.Section, card.Rank)];
    }

    static Decision SetAside(WorkshopState state, CardId id, string reason, CardStatus to) => state.Cards.Find(id) switch
    {
        null => CardsRejections.NoSuchCard(),
        { Status: CardStatus.Withdrawn } => CardsRejections.Withdrawn(),
        _ when Writing.Refuse(Writing.Unify(reason), Writing.Reason, mayBeBlank: true) is { } rejection => rejection,
        { } card when card.Status == to && card.Reason == Writing.Unify(reason) => [],
        { } card => to == CardStatus.Hidden
            ? [new CardHidden(id, Writing.Unify(reason), card.Status)]
            : [new CardParked(id, Writing.Unify(reason), card.Status)],
    };

    static Decision Restore(WorkshopState state, CardId id) => state.Cards.Find(id) switch
    {
        null => CardsRejections.NoSuchCard(),
        { Status: CardStatus.Withdrawn } => CardsRejections.Withdrawn(),
        { Status: CardStatus.Active } => [],
        { } card => [new CardRestored(id, card.Status)],
    };

    /// <summary>The state after an event: the cards, and that their author has signed something.</summary>
    public static WorkshopState Evolve(WorkshopState state, ICardsEvent happened, DateTimeOffset at) => happened switch
    {
        CardAdded e => state with
        {
            Cards = Add(state.Cards, e, at),
            People = e.Author is { } author && state.People.Find(author) is { HasSigned: false }
                ? state.People.With(author, p => p with { HasSigned = true })
                : state.People,
        },
        CardEdited e => state.WithCard(e.Card, c => c with { Text = Text.Of(e.Language, e.Text) with { Version = e.Version } }),
        CardWithdrawn e => state.WithCard(e.Card, c => c with { Status = CardStatus.Withdrawn, Reason = null }),
        CardMoved e => state.WithCard(e.Card, c => c with { Section = e.Section, Rank = e.Rank }, moved: true),
        CardHidden e => state.WithCard(e.Card, c => c with { Status = CardStatus.Hidden, Reason = e.Reason }),
        CardParked e => state.WithCard(e.Card, c => c with { Status = CardStatus.Parked, Reason = e.Reason }),
        CardRestored e => state.WithCard(e.Card, c => c with { Status = CardStatus.Active, Reason = null }),
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    static CardsState Add(CardsState cards, CardAdded e, DateTimeOffset at)
    {
        var letter = e.Section?.ToUpperInvariant() ?? "C";
        var number = cards.Numbers.GetValueOrDefault(letter) + 1;
        return cards with
        {
            All = cards.All.SetItem(e.Card, new()
            {
                Id = e.Card,
                Board = e.Activity,
                Section = e.Section,
                Rank = e.Rank,
                Number = e.Section is null ? $"{letter}{number:000}" : $"{letter}{number:00}",
                Text = Text.Of(e.Language, e.Text),
                Author = e.Author,
                At = at,
            }),
            ByBoard = cards.ByBoard.SetItem(e.Activity, cards.ByBoard.GetValueOrDefault(e.Activity, []).Push(e.Card)),
            LastRank = cards.LastRank.Raise((e.Activity, e.Section), e.Rank),
            Numbers = cards.Numbers.SetItem(letter, number),
        };
    }

    static Rejection? RefuseOwn(WorkshopState state, Asking asking, CardId id, out Card card)
    {
        card = state.Cards.Find(id)!;
        return card is null ? CardsRejections.NoSuchCard()
            : card.Author != asking.Person ? CardsRejections.NotYours()
            : card.Status == CardStatus.Withdrawn ? CardsRejections.Withdrawn()
            : RefuseBoard(state, card.Board, card.Section);
    }

    static Rejection? RefuseBoard(WorkshopState state, ActivityId board, string? section) =>
        RefuseSection(state, board, section) ?? state.Agenda.Activities[board].Status switch
        {
            ActivityStatus.Planned => CardsRejections.NotOpenYet(),
            ActivityStatus.Closed => CardsRejections.Closed(),
            _ => null,
        };

    static Rejection? RefuseSection(WorkshopState state, ActivityId board, string? section) =>
        state.Agenda.Activities.GetValueOrDefault(board)?.Settings switch
        {
            BrainstormSettings => section is null ? null : CardsRejections.NoSuchSection(),
            SwotSettings => section is "s" or "w" or "o" or "t" ? null : CardsRejections.NoSuchSection(),
            _ => CardsRejections.NoSuchBoard(),
        };

    static string? LanguageOf(WorkshopState state, PersonId writer, string text, string? said) => said switch
    {
        null => Guess.LanguageOf(text, state.People.Find(writer)!.Language, state.Agenda.Languages),
        _ => Writing.IsTag(said) ? said : null,
    };
}

/// <summary>The words of the feature for its state.</summary>
public static class CardsWords
{
    extension(WorkshopState state)
    {
        /// <summary>With a card changed; without it, as it was.</summary>
        public WorkshopState WithCard(CardId id, Func<Card, Card> change, bool moved = false)
        {
            if (state.Cards.Find(id) is not { } before)
            {
                return state;
            }

            var card = change(before);
            return state with
            {
                Cards = state.Cards with
                {
                    All = state.Cards.All.SetItem(id, card),
                    LastRank = moved ? state.Cards.LastRank.Raise((card.Board, card.Section), card.Rank) : state.Cards.LastRank,
                },
            };
        }
    }

    extension(ImmutableDictionary<(ActivityId Board, string? Section), string> last)
    {
        /// <summary>With the rank, if it lies behind the last one.</summary>
        public ImmutableDictionary<(ActivityId Board, string? Section), string> Raise((ActivityId, string?) where, string rank) =>
            string.CompareOrdinal(rank, last.GetValueOrDefault(where)) > 0 ? last.SetItem(where, rank) : last;
    }
}
