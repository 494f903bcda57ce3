namespace Workshop.Core.Cards;

/// <summary>Who sees which card.</summary>
public static class CardsView
{
    /// <summary>What an event touched: with a change of status also where the card is sorted, and the sizes of its clusters.</summary>
    public static IEnumerable<Subject> TouchedBy(WorkshopState after, ICardsEvent happened) => happened switch
    {
        CardAdded e => e.Author is { } author
            ? [Subject(e.Card), new(SubjectKind.Person, author.Value)]
            : [Subject(e.Card)],
        CardEdited e => [Subject(e.Card)],
        CardMoved e => [Subject(e.Card)],
        CardWithdrawn e => WithStatus(after, e.Card),
        CardHidden e => WithStatus(after, e.Card),
        CardParked e => WithStatus(after, e.Card),
        CardRestored e => WithStatus(after, e.Card),
        _ => [],
    };

    /// <summary>
    /// A card's record: in everyone's view while it is active or parked; hidden or withdrawn only in the views of staff and of its
    /// author.
    /// </summary>
    public static IEnumerable<Projected> Of(WorkshopState state, CardId id)
    {
        if (state.Cards.Find(id) is not { } card)
        {
            yield break;
        }

        var topic = View.TopicOf(card.Board);
        var record = new CardRecord
        {
            Card = id,
            Activity = card.Board,
            Number = card.Number,
            Section = card.Section,
            Rank = card.Rank,
            Text = card.Text,
            Author = card.Author,
            Status = card.Status,
            Reason = card.Reason,
        };
        if (card.IsPublic)
        {
            yield return new(new("public", topic), record);
            yield break;
        }

        yield return new(new("staff", topic), record);
        if (card.Author is { } author)
        {
            yield return new(View.Of(author, topic), record);
        }
    }

    static Subject Subject(CardId card) => new(SubjectKind.Card, card.Value);

    static IEnumerable<Subject> WithStatus(WorkshopState after, CardId card)
    {
        yield return Subject(card);
        yield return new(SubjectKind.Placement, card.Value);
        foreach (var cluster in after.Clusters.All.Values.Where(k => k.Cards.Contains(card)))
        {
            yield return new(SubjectKind.Cluster, cluster.Id.Value);
        }

        if (!after.Plan.Lines.IsEmpty)
        {
            yield return new(SubjectKind.Plan);
        }
    }
}
