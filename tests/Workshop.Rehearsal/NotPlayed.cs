using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;

namespace Workshop.Rehearsal;

/// <summary>What a recording holds that is not played.</summary>
public static class NotPlayed
{
    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Of(RecordedWorkshop recorded) =>
    [
        .. Some("anonymous cards", recorded.Contributions.Where(c => c.Anonymous).Select(c => c.Id)),
        .. Some("steps", recorded.Activities.Where(a => !Timeline.Plays(a)).Select(a => $"{a.Id} {a.Type}")),
        .. Some("breakout groups (played in plenary)", recorded.Activities.Where(a => a.Breakouts is not null).Select(a => a.Id)),
        .. Some("absences of the first facilitator", AbsencesOf(recorded.Facilitator, recorded.Session.DurationS)),
        .. Some("tie-breaks", recorded.Activities.Select(a => a.Rule).OfType<RecordedRule>()
            .SelectMany(r => r.TieBreak.Skip(Preparation.TieBreaks(r).Length))),
        .. Number("links between cards of one idea", recorded.Contributions.Count(c => c.SimilarTo is not null)),
        .. Number("translations", recorded.Contributions.Sum(c => c.Translations.Count)),
        .. Rest(recorded, "diagnostic_ratings", "matrix_ratings", "tows", "comments"),
        .. recorded.Rest.ContainsKey("minutes") ? ["minutes: decisions, quorum, annexes"] : Array.Empty<string>(),
        "people listed beforehand, organisations, titles, roles of staff beside the first facilitator",
        "plan: title, vision, mission, values, goals, indicators, owners, periods, budgets, risks",
    ];

    static IEnumerable<string> AbsencesOf(RecordedPerson? facilitator, int end) =>
        facilitator?.Presence is null or [] || (facilitator.Presence is [[<= 0, var to]] && to >= end) ? [] : ["staff's commands go on"];

    static IEnumerable<string> Some(string what, IEnumerable<string> which) =>
        string.Join(", ", which) is { Length: > 0 } some ? [$"{what}: {some}"] : [];

    static IEnumerable<string> Number(string what, int number) => number > 0 ? [$"{what}: {number}"] : [];

    static IEnumerable<string> Rest(RecordedWorkshop recorded, params string[] keys) => keys
        .Where(key => recorded.Rest.TryGetValue(key, out var list) && list.GetArrayLength() > 0)
        .Select(key => $"{key}: {recorded.Rest[key].GetArrayLength()}");
}
