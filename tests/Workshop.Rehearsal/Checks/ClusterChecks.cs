using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>The clusters and the SWOT board, as a participant sees them.</summary>
public sealed class ClusterChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    readonly Anonymous _anonymous = new(recorded);

    /// <summary>Checks all of it.</summary>
    public async Task Run()
    {
        if (stage.IdsOf("clustering").FirstOrDefault() is { } clustering)
        {
            Clusters(await stage.Look(stage.Somebody, $"public/activity:{clustering}"));
        }

        if (stage.IdsOf("swot").Any())
        {
            await Swot();
        }
    }

    void Clusters(IReadOnlyDictionary<string, JsonElement> view)
    {
        var clusters = view.Of("cluster").ToDictionary(c => stage.Clusters.NameOf(c.Text("cluster")));
        var subtracted = recorded.Clusters
            .SelectMany(k => k.ContributionIds.Where(_anonymous.Includes), (k, card) => (Cluster: k.Id, Card: card))
            .ToList();
        if (expected.CountsAt("cluster_sizes") is { } sizes)
        {
            report.Check("cluster_sizes",
                sizes.Less(subtracted.Select(s => s.Cluster)).Spell(),
                new SortedDictionary<string, int>(clusters.ToDictionary(c => c.Key, c => c.Value.Number("size")), StringComparer.Ordinal).Spell(),
                Anonymous.Note(_anonymous.Cards.Where(c => subtracted.Any(s => s.Card == c.Id))));
        }

        report.Check("clusters: order",
            string.Join(" ", recorded.Clusters.Select(k => k.Id)),
            string.Join(" ", clusters.OrderBy(c => c.Value.Text("rank"), StringComparer.Ordinal).Select(c => c.Key)));
        report.CheckEach("clusters: name, in every language", recorded.Clusters,
            k => Texts.Compare(k.Id, k.Name, clusters.GetValueOrDefault(k.Id), "name"));
        var placed = view.Of("placement").ToDictionary(p => stage.Cards.NameOf(p.Text("card")), p => stage.Clusters.NameOf(p.Text("cluster")));
        report.CheckEach("clusters: where each card lies",
            recorded.Clusters.SelectMany(k => k.ContributionIds, (k, card) => (Card: card, Cluster: k.Id)).Where(p => !_anonymous.Includes(p.Card)),
            p => placed.GetValueOrDefault(p.Card) is var found && found == p.Cluster ? null : $"{p.Card} lies in {found ?? "none"}, not in {p.Cluster}");
    }

    async Task Swot()
    {
        var entries = new Dictionary<string, JsonElement>();
        foreach (var board in stage.IdsOf("swot"))
        {
            foreach (var card in (await stage.Look(stage.Somebody, $"public/activity:{board}")).Of("card"))
            {
                entries[stage.Entries.NameOf(card.Text("card"))] = card;
            }
        }

        if (expected.CountsAt("swot_counts") is { } counts)
        {
            report.Check("swot_counts", counts.Spell(), Counts.Of(entries.Values.Select(SectionOf)).Spell(), "in plenary");
        }

        report.CheckEach("swot: text, language, section, author",
            recorded.Swot.SelectMany(s => s.Value, (s, entry) => (Section: s.Key, Entry: entry)),
            e => entries.TryGetValue(e.Entry.Id, out var card) ? TroubleWith(e.Section, e.Entry, card) : $"{e.Entry.Id} is missing");
    }

    string? TroubleWith(string section, SwotEntry entry, JsonElement card) =>
        SectionOf(card) != section ? $"{entry.Id} is in {SectionOf(card)}"
        : stage.People.NameOf(card.Text("author")) is var author && author != entry.By ? $"{entry.Id} is by {author}"
        : card.Member("text")?.Text("original") is var language && language != entry.Lang ? $"{entry.Id} is in {language}"
        : Texts.Compare(entry.Id, entry.Text, card.Original("text"));

    static string SectionOf(JsonElement card) => card.Text("section")?.ToUpperInvariant() ?? "none";
}
