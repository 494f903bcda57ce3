using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>
/// The ranking, row by row. Where the file's rule breaks ties by a rating, which does not exist yet, neither that nor what
/// stands behind it in the rule is played: rows that only it could part are expected to share a rank.
/// </summary>
public sealed class RankingChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report, RecordedRule rule)
{
    readonly ImmutableArray<string> _played = Preparation.TieBreaks(rule);

    /// <summary>Checks the rows of a result.</summary>
    public void Run(JsonElement result)
    {
        if (expected.At("dot_vote.ranking") is not { } ranking)
        {
            return;
        }

        var rows = ranking.EnumerateArray().ToList();
        var found = result.List("rows").ToDictionary(r => stage.Clusters.NameOf(r.Text("item")));
        foreach (var row in rows)
        {
            var cluster = row.Text("cluster")!;
            var crowded = row.List("tied_with").Count() > 1;
            report.Check(
                $"dot_vote.ranking[{row.Number("rank")}]",
                Expect(row, rows, crowded),
                found.TryGetValue(cluster, out var shown) ? Spell(shown, crowded) : $"no row of {cluster}",
                crowded ? "what broke this tie of more than two is not compared: the file does not say between whom" : null);
        }

        report.Check("dot_vote.ranking: rows", rows.Count, found.Count);
        if (_played.Length < rule.TieBreak.Length)
        {
            report.Say($"      left out: tie-breaks {string.Join(", ", rule.TieBreak.Skip(_played.Length))}; the first of them needs ratings");
        }
    }

    string Expect(JsonElement row, List<JsonElement> rows, bool crowded)
    {
        var rank = 1 + rows.Count(other => Compare(other, row) < 0);
        var last = rank + rows.Count(other => Compare(other, row) == 0) - 1;
        bool? selected = last <= rule.SelectTop ? true : rank > rule.SelectTop ? false : null;
        var decided = row.Text("tie_broken_by") is { } by && _played.Contains(by) ? by : null;
        return Spell(row.Text("cluster")!, rank, row.Number("dots"), row.Number("distinct_voters"), selected,
            row.List("tied_with").Select(t => t.GetString()!), crowded ? null : decided);
    }

    string Spell(JsonElement row, bool crowded) => Spell(
        stage.Clusters.NameOf(row.Text("item")),
        row.Number("rank"),
        row.Number("dots"),
        row.Number("voters"),
        row.Flag("selected"),
        row.List("tiedWith").Select(t => stage.Clusters.NameOf(t.GetString())),
        crowded ? null : row.Text("decidedBy") switch
        {
            "moreVoters" => "more_distinct_voters",
            "earlierCreated" => "lower_cluster_id",
            var other => other,
        });

    /// <summary>Below 0: the first comes before the second by dots and the tie-breaks that are played; 0: nothing parts them.</summary>
    int Compare(JsonElement a, JsonElement b) => _played
        .Select(tieBreak => tieBreak == "more_distinct_voters"
            ? b.Number("distinct_voters").CompareTo(a.Number("distinct_voters"))
            : PlaceOf(a).CompareTo(PlaceOf(b)))
        .Prepend(b.Number("dots").CompareTo(a.Number("dots")))
        .FirstOrDefault(order => order != 0);

    int PlaceOf(JsonElement row) => recorded.Clusters.Select(c => c.Id).ToList().IndexOf(row.Text("cluster")!);

    static string Spell(string cluster, int rank, int dots, int voters, bool? selected, IEnumerable<string> tied, string? by)
    {
        var with = string.Join(" ", tied.Order(StringComparer.Ordinal));
        var place = selected switch { true => "selected", false => "not selected", null => "tied at the line" };
        return $"{rank} {cluster} {dots} dots of {voters}, {place}{(with.Length > 0 ? $", tied with {with}" : "")}{(by is null ? "" : $", {by}")}";
    }
}
