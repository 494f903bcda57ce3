using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal.Checks;

/// <summary>The dot vote: what became of each ballot, and the result as a participant sees it.</summary>
public sealed class VoteChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    /// <summary>Checks all of it.</summary>
    public async Task Run()
    {
        if (stage.Activities.FirstOrDefault(a => a.Type == "dot_vote") is not { Rule: { } rule } vote)
        {
            return;
        }

        Ballots(rule);
        var id = stage.Steps[vote.Id]!;
        var view = await stage.Look(stage.Somebody, $"public/activity:{id}");
        if (!view.TryGetValue($"result:{id}", out var result))
        {
            report.Check("dot_vote", "a result", "none");
            return;
        }

        Sums(id, result);
        new RankingChecks(recorded, stage, expected, report, rule).Run(result);
        Groups(result, PeopleChecks.GroupNames(await stage.Look(stage.Somebody, "public/now")));
        if (expected.At("top_priorities") is { } top)
        {
            var plan = await stage.Look(stage.Somebody, "public/plan");
            report.Check("top_priorities",
                string.Join(" ", top.EnumerateArray().Select(p => p.GetString())),
                plan.TryGetValue("priorities", out var adopted)
                    ? string.Join(" ", adopted.List("priorities").Select(p => stage.Clusters.NameOf(p.Text("item"))))
                    : "none adopted");
        }
    }

    /// <summary>Refusals and replacements are counted from the answers that the voters got.</summary>
    void Ballots(RecordedRule rule)
    {
        var refused = stage.Ballots.Where(b => b.Ack.Rejection is not null).ToList();
        Number("dot_vote.rejected_ballots", refused.Count);
        Number("dot_vote.superseded_ballots", stage.Ballots.Count(b => b.Ack.Outcome == "replaced"));
        report.CheckEach("ballots: accepted or refused, and why", recorded.Ballots, b =>
        {
            var answer = stage.Ballots.FirstOrDefault(a => a.Ballot == b).Ack;
            var wanted = b.Accepted ? "accepted" : b.RejectReason is { } reason && IsKnown(reason) ? reason : "refused";
            var said = answer is null ? "not answered" : NameOf(answer, wanted);
            return said == wanted || (BreaksBoth(b, rule) && IsOfDots(said) && IsOfDots(wanted)) ? null : $"{b.Id} was {said}, not {wanted}";
        });
    }

    static bool BreaksBoth(RecordedBallot ballot, RecordedRule rule) =>
        ballot.Allocation.Values.Sum() > rule.DotsPerVoter && ballot.Allocation.Values.Max() > rule.MaxPerItem;

    static bool IsKnown(string reason) => reason is "not_a_voter" or "vote_closed" || IsOfDots(reason);

    static bool IsOfDots(string reason) => reason.StartsWith("more_than_", StringComparison.Ordinal);

    /// <summary>What the file calls an answer.</summary>
    static string NameOf(Ack ack, string wanted) => ack.Rejection switch
    {
        null => "accepted",
        { Code: "voting.over-budget" } r => $"more_than_{r.Args!["budget"]}_dots",
        { Code: "voting.too-many-on-one" } r => $"more_than_{r.Args!["most"]}_on_one_item",
        { Code: "voting.not-a-voter" } => "not_a_voter",
        { Code: "voting.closed" or "workshop.closed" } => "vote_closed",
        { } when wanted == "refused" => "refused",
        { } r => r.Code,
    };

    void Sums(string id, JsonElement result)
    {
        Number("dot_vote.eligible", result.Number("electors"));
        Number("dot_vote.valid_ballots", result.Number("ballots") - result.Number("blank"));
        Number("dot_vote.abstentions", result.Number("blank"));
        Number("dot_vote.dots_cast", result.Number("dots"));
        var published = result.List("receipts").Select(r => r.GetString()).ToHashSet();
        var own = stage.Everyone.SelectMany(p => p.Receipts).Where(r => r.Activity == id).Select(r => r.Receipt).ToList();
        report.CheckEach("receipts: each voter finds theirs", own, r => published.Contains(r) ? null : $"{r} is not on the list");
        report.Check("receipts: published", own.Count, published.Count);
    }

    /// <summary>Dots per group and item. A band of several groups stands for all of them, and is compared with their sum.</summary>
    void Groups(JsonElement result, Dictionary<string, string> names)
    {
        if (expected.At("dot_vote.by_group") is not { } byGroup)
        {
            return;
        }

        foreach (var (index, band) in result.List("bands").Index())
        {
            var groups = band.List("groups").Select(g => names.GetValueOrDefault(g.GetString()!, g.GetString()!)).ToList();
            var sums = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var (item, dots) in groups.Select(g => byGroup.Member(g)).OfType<JsonElement>()
                .SelectMany(g => g.EnumerateObject()).Select(i => (i.Name, i.Value.GetInt32())))
            {
                sums[item] = sums.GetValueOrDefault(item) + dots;
            }

            var found = result.List("rows").ToDictionary(
                r => stage.Clusters.NameOf(r.Text("item")),
                r => r.List("byBand").ElementAt(index).GetInt32());
            report.Check($"dot_vote.by_group {string.Join("+", groups)}", sums.Spell(), new SortedDictionary<string, int>(found, StringComparer.Ordinal).Spell());
        }

        var shown = result.List("bands").SelectMany(b => b.List("groups")).Select(g => names.GetValueOrDefault(g.GetString()!)).ToHashSet();
        report.CheckEach("dot_vote.by_group: shown", byGroup.EnumerateObject().Where(g => g.Value.EnumerateObject().Any()),
            g => shown.Contains(g.Name) ? null : $"{g.Name} is not shown");
    }

    void Number(string key, int found)
    {
        if (expected.NumberAt(key) is { } number)
        {
            report.Check(key, number, found);
        }
    }
}
