using System.Text.RegularExpressions;
using Workshop.Core.Cards;
using Workshop.Core.Voting;

namespace Workshop.Core.Tests.Properties;

/// <summary>
/// What nobody may see who may not, found by the tokens that texts and names bear: told from events, independently of how views
/// are made.
/// </summary>
public sealed partial class Secrets
{
    readonly Dictionary<CardId, (PersonId? Author, HashSet<string> Tokens)> _cards = [];
    readonly Dictionary<PersonId, string> _names = [];
    readonly HashSet<PersonId> _signed = [];

    /// <summary>Ids of ballots that were put into a box.</summary>
    public HashSet<string> Ballots { get; } = [];

    public void Hear(IEnumerable<IEvent> events, IEnumerable<PersonRow> people)
    {
        foreach (var row in people)
        {
            _names[row.Person] = TokensIn(row.Read()!.Name).SingleOrDefault() ?? row.Read()!.Name;
        }

        foreach (var happened in events)
        {
            switch (happened)
            {
                case CardAdded e:
                    _cards[e.Card] = (e.Author, [.. TokensIn(e.Text)]);
                    _signed.UnionWith(e.Author is { } author ? [author] : []);
                    break;
                case CardEdited e:
                    _cards[e.Card].Tokens.UnionWith(TokensIn(e.Text));
                    break;
                case CardHidden e:
                    _cards[e.Card].Tokens.UnionWith(TokensIn(e.Reason));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Checks every view that is not for staff.</summary>
    public void Check(WorkshopState state, Browsers browsers)
    {
        var unseen = _cards.Where(c => state.Cards.All[c.Key].Status is CardStatus.Hidden or CardStatus.Withdrawn).ToList();
        var unnamed = _names.Where(n => !_signed.Contains(n.Key)).ToList();
        foreach (var view in browsers.Views.Where(v => v.Audience != "staff"))
        {
            var records = browsers.In(view);
            var tokens = records.Values.SelectMany(TokensIn).ToHashSet();
            foreach (var (card, (author, texts)) in unseen.Where(c => view.Person is null || c.Value.Author != view.Person))
            {
                Assert.False(tokens.Overlaps(texts), $"{view} shows {card}, which is {state.Cards.All[card].Status}");
            }

            foreach (var (person, name) in unnamed.Where(n => view.Person != n.Key))
            {
                Assert.False(tokens.Contains(name), $"{view} names {person}, who has signed nothing");
            }

            foreach (var (id, record) in records)
            {
                CheckRecord(state, view, id, record);
            }
        }

        CheckAudiences(state, browsers);
    }

    void CheckRecord(WorkshopState state, View view, string id, string record)
    {
        switch (id.Split(':'))
        {
            case ["person", var person]:
                Assert.True(view.Audience == "public" && _signed.Contains(PersonId.Of(person)), $"{view} shows {id}");
                Assert.DoesNotMatch("\"(votes|language|attendance|elector)\"", record);
                break;
            case ["result", var vote]:
                Assert.True(state.Voting.Find(ActivityId.Of(vote)) is { IsOpen: false }, $"{view} shows {id} before it is closed");
                break;
            case ["electorate" or "online", ..]:
                Assert.Fail($"{view} shows {id}");
                break;
            default:
                break;
        }

        Assert.DoesNotContain(Ballots, ballot => record.Contains(ballot, StringComparison.Ordinal));
    }

    /// <summary>Who could ask for a view that holds something, and may not, does not get it.</summary>
    static void CheckAudiences(WorkshopState state, Browsers browsers)
    {
        foreach (var view in browsers.Views)
        {
            foreach (var person in state.People.All.Values)
            {
                var may = view.Person is { } own ? own == person.Id : view.Audience == "public" || person.Role is Role.Facilitator or Role.Secretariat;
                Assert.Equal(may, Rights.MaySee(new(person.Id, person.Role), view));
                Assert.Equal(view.Audience == "public", Rights.MaySee(new(person.Id, Role.Screen), view));
            }
        }
    }

    static IEnumerable<string> TokensIn(string text) => Token().Matches(text).Select(m => m.Value);

    [GeneratedRegex(@"tok\d+en")]
    private static partial Regex Token();
}
