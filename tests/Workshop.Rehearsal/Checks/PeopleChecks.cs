using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>Who is in the workshop, and what everyone sees of the workshop itself.</summary>
public static class PeopleChecks
{
    /// <summary>Checks what the facilitator and the participants see at the end.</summary>
    public static async Task Run(RecordedWorkshop recorded, Stage stage, Report report)
    {
        var staff = await stage.Look(stage.Facilitator, "staff/now");
        var now = await stage.Look(stage.Facilitator, "public/now");
        var people = staff.Of("person").ToDictionary(p => p.Text("person")!);
        var groups = GroupNames(now);
        var played = recorded.Joiners.ToList();
        var come = played.OrderBy(p => p.Presence[0][0]).ToList();
        if (recorded.Facilitator is { } facilitator)
        {
            come.Insert(0, facilitator);
        }

        report.Check("people", played.Count + 1, people.Count, "with the facilitator");
        report.CheckEach("people: name", come.Index(), p =>
            people.GetValueOrDefault(stage.People[p.Item.Id] ?? "").Text("name") is var name && name == NameOf(p.Item, come.Take(p.Index))
                ? null
                : $"{p.Item.Id} is called {name}");
        report.CheckEach("people: group, language, vote", played, p => TroubleWith(p, people.GetValueOrDefault(stage.People[p.Id] ?? ""), groups));
        report.Check(
            "people: left early",
            Spell(played.Where(p => p.Presence[^1][1] < recorded.Session.DurationS).Select(p => p.Id)),
            Spell(people.Values.Where(p => p.Text("attendance") == "left").Select(p => stage.People.NameOf(p.Text("person")))));
        report.CheckEach("workshop: title and steps, in every language",
            stage.Activities.Select(a => (a.Id, Record: $"activity:{stage.Steps[a.Id]}", a.Title)).Prepend(("title", "workshop", recorded.Session.Title)),
            t => Texts.Compare(t.Item1, t.Item3, now.GetValueOrDefault(t.Item2), "title"));
    }

    /// <summary>The names of the groups by their ids, as the server shows them.</summary>
    public static Dictionary<string, string> GroupNames(IReadOnlyDictionary<string, JsonElement> now) =>
        now.TryGetValue("workshop", out var workshop)
            ? workshop.List("groups").ToDictionary(g => g.Text("id")!, g => g.Original("name"))
            : [];

    /// <summary>A name that somebody bears already gets a number.</summary>
    static string NameOf(RecordedPerson person, IEnumerable<RecordedPerson> before) =>
        before.Count(b => string.Equals(b.Name, person.Name, StringComparison.OrdinalIgnoreCase)) is > 0 and var same
            ? $"{person.Name} ({same + 1})"
            : person.Name;

    static string? TroubleWith(RecordedPerson person, JsonElement record, Dictionary<string, string> groups) =>
        record.ValueKind != JsonValueKind.Object ? $"{person.Id} is missing"
        : groups.GetValueOrDefault(record.Text("group") ?? "") is var group && group != person.Group ? $"{person.Id} is in {group}"
        : record.Text("language") != person.UiLang ? $"{person.Id} reads {record.Text("language")}"
        : record.Flag("votes") != person.Voting ? $"{person.Id} has {(record.Flag("votes") == true ? "a" : "no")} vote"
        : null;

    static string Spell(IEnumerable<string> ids) => string.Join(" ", ids.Order(StringComparer.Ordinal)) is { Length: > 0 } some ? some : "none";
}
