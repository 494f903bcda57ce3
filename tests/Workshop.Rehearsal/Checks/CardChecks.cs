using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>The cards of the brainstorms, as staff see them, and what of them others see.</summary>
public sealed class CardChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    readonly Anonymous _anonymous = new(recorded);

    /// <summary>Checks all of it.</summary>
    public async Task Run()
    {
        var cards = await SeenBy(stage.Facilitator, "public", "staff");
        var active = cards.Where(c => c.Text("status") == "active").ToList();
        var all = Anonymous.Note(_anonymous.Cards);
        var some = Anonymous.Note(_anonymous.Active);
        if (expected.NumberAt("contributions_total") is { } total)
        {
            report.Check("contributions_total", total - _anonymous.Cards.Length, cards.Count, all);
        }

        Count("contributions_by_status", _anonymous.Cards.Select(c => c.Status), cards.Select(c => c.Text("status")!), all);
        Count("contributions_by_lang_all", _anonymous.Cards.Select(c => c.Lang), cards.Select(Language), all);
        Count("contributions_by_lang_active", _anonymous.Active.Select(c => c.Lang), active.Select(Language), some);
        await CountGroups(active, some);
        Compare(cards.ToDictionary(c => stage.Cards.NameOf(c.Text("card"))));
        await LookThroughOthersEyes(cards);
    }

    async Task CountGroups(List<JsonElement> active, string? note)
    {
        var people = (await stage.Look(stage.Facilitator, "staff/now")).Of("person").ToDictionary(p => p.Text("person")!);
        var groups = PeopleChecks.GroupNames(await stage.Look(stage.Facilitator, "public/now"));
        Count("contributions_by_group_active", _anonymous.Active.Select(_ => "anonymous"), active.Select(GroupOf), note);

        // The account that leads the workshop is in no group; in the file such staff are the group TEAM.
        string GroupOf(JsonElement card) => card.Text("author") is not { } author ? "anonymous"
            : !people.TryGetValue(author, out var person) ? "unknown"
            : person.Text("group") is { } group ? groups.GetValueOrDefault(group, group) : "TEAM";
    }

    void Compare(Dictionary<string, JsonElement> cards)
    {
        var played = recorded.Contributions.Where(c => !c.Anonymous).ToList();
        report.CheckEach("contributions: text, code point by code point", played,
            c => Texts.Compare(c.Id, c.Text, cards.TryGetValue(c.Id, out var card) ? card.Original("text") : null));
        report.CheckEach("contributions: author, language, status, reason", played,
            c => cards.TryGetValue(c.Id, out var card) ? TroubleWith(c, card) : $"{c.Id} is missing");
        report.Check("contributions: versions",
            Counts.Of(played.SelectMany(c => Enumerable.Repeat(c.Id, Math.Max(1, c.Versions.Length)))).Less(played.Select(c => c.Id)).Spell(),
            new SortedDictionary<string, int>(cards.ToDictionary(c => c.Key, c => (c.Value.Member("text")?.Number("version") ?? 0) - 1), StringComparer.Ordinal).Spell(),
            "edits of each card that has some");
    }

    /// <summary>Active and parked cards are for everyone; the others for staff and their author alone.</summary>
    async Task LookThroughOthersEyes(List<JsonElement> cards)
    {
        var visible = recorded.Contributions.Count(c => !c.Anonymous && c.Status is "active" or "parked");
        var counts = new List<int>();
        foreach (var person in stage.There)
        {
            counts.Add((await SeenBy(person, "public")).Count);
        }

        report.Check("contributions: visible to everyone", $"{visible}", string.Join(" or ", counts.Distinct()), $"{counts.Count} people");
        foreach (var card in recorded.Contributions.Where(c => !c.Anonymous && c.Status is "hidden" or "withdrawn"))
        {
            var seers = new List<string>();
            foreach (var person in stage.There)
            {
                var own = await SeenBy(person, "public", $"person:{person.Person}");
                if (own.Any(c => stage.Cards.NameOf(c.Text("card")) == card.Id))
                {
                    seers.Add(person.Name);
                }
            }

            report.Check($"contributions: {card.Id}, {card.Status}, is seen by", stage.Find(card.By) is { IsThere: true } ? card.By : "nobody",
                seers.Count == 0 ? "nobody" : string.Join(" ", seers), "beside staff");
        }
    }

    string? TroubleWith(Contribution written, JsonElement card) =>
        stage.People.NameOf(card.Text("author")) is var author && author != written.By ? $"{written.Id} is by {author}"
        : Language(card) is var language && language != written.Lang ? $"{written.Id} is in {language}"
        : card.Text("status") is var status && status != written.Status ? $"{written.Id} is {status}"
        : written.Status is "hidden" or "parked" ? Texts.Compare($"the reason of {written.Id}", written.StatusReason ?? "", card.Text("reason") ?? "")
        : null;

    async Task<List<JsonElement>> SeenBy(Performer who, params string[] audiences)
    {
        var seen = new List<JsonElement>();
        foreach (var board in stage.IdsOf("brainstorm"))
        {
            foreach (var audience in audiences)
            {
                seen.AddRange((await stage.Look(who, $"{audience}/activity:{board}")).Of("card"));
            }
        }

        return [.. seen.DistinctBy(c => c.Text("id"))];
    }

    void Count(string key, IEnumerable<string> subtracted, IEnumerable<string> found, string? note)
    {
        if (expected.CountsAt(key) is { } counts)
        {
            report.Check(key, counts.Less(subtracted).Spell(), Counts.Of(found).Spell(), note);
        }
    }

    static string Language(JsonElement card) => card.Member("text")?.Text("original") ?? "?";
}
