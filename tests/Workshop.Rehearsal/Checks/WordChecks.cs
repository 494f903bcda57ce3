using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Play;
using Workshop.Rehearsal.Recording;
using Workshop.Rehearsal.Word;

namespace Workshop.Rehearsal.Checks;

/// <summary>The draft plan as it leaves: the Word file in the first of the workshop's languages that the product speaks.</summary>
public sealed class WordChecks(RecordedWorkshop recorded, Stage stage, Expected expected, Report report)
{
    static readonly string[] s_spoken = ["en", "ru", "kk", "fr", "es", "ar"];

    readonly string _language = recorded.Session.Languages.Prepend(recorded.Session.DefaultLang).Select(Primary).FirstOrDefault(s_spoken.Contains, "en");

    /// <summary>Checks all of it.</summary>
    public async Task Run()
    {
        if (!stage.IdsOf("plan_drafting").Any())
        {
            return;
        }

        WordFile word;
        try
        {
            word = new(await stage.Facilitator.Browser.GetFile($"api/workshops/{stage.Workshop}/plan.docx?lang={_language}"));
        }
        catch (RehearsalException e)
        {
            report.Check("Word file", "can be read", e.Message);
            return;
        }

        Plan(word);
        Cards(word.Everything.Select(p => p.Text).ToHashSet(StringComparer.Ordinal));
    }

    void Plan(WordFile word)
    {
        var objectives = recorded.Plan.Objectives.ToList();
        var headings = word.Paragraphs.Where(p => p.Level is not null)
            .Select(h => objectives.FirstOrDefault(o => Reads(h.Text, o.Name))?.Num)
            .OfType<string>().Distinct();
        report.Check("Word file: objectives as headings", string.Join(" ", objectives.Select(o => o.Num)), string.Join(" ", headings));
        var cells = word.Tables.SelectMany(t => t).SelectMany(r => r).SelectMany(c => c).Select(p => p.Text).ToList();
        report.CheckEach("Word file: actions in tables", objectives.SelectMany(o => o.Actions),
            a => cells.Any(c => Reads(c, a.Name)) ? null : $"{a.Num} is in no table");
        if (expected.At("top_priorities") is { } top)
        {
            var priorities = cells.Select(c => recorded.Clusters.FirstOrDefault(k => Reads(c, k.Name))?.Id).OfType<string>();
            report.Check("Word file: priorities in order",
                string.Join(" ", top.EnumerateArray().Select(p => p.GetString())),
                string.Join(" ", priorities.Take(top.GetArrayLength())));
        }
    }

    /// <summary>What everyone has seen is in the file as it was written; what was hidden or withdrawn is not.</summary>
    void Cards(HashSet<string> paragraphs)
    {
        var played = recorded.Contributions.Where(c => !c.Anonymous).ToList();
        var texts = played.Where(c => c.Status is "active" or "parked").Select(c => (c.Id, c.Text))
            .Concat(recorded.Swot.SelectMany(s => s.Value).Where(e => stage.Entries[e.Id] is not null).Select(e => (e.Id, e.Text)))
            .ToList();
        report.CheckEach("Word file: cards, code point by code point", texts, c => paragraphs.Contains(c.Text) ? null : $"{c.Id} is not in it");
        report.CheckEach("Word file: without what was hidden or withdrawn", played.Where(c => c.Status is "hidden" or "withdrawn"),
            c => paragraphs.Any(p => p.Contains(c.Text, StringComparison.Ordinal)) ? $"{c.Id} is in it" : null);
    }

    /// <summary>Whether a paragraph is a text in the language of the file, or another of its wordings with a remark behind it.</summary>
    bool Reads(string paragraph, ImmutableSortedDictionary<string, string> text) => text.Any(w => Primary(w.Key) == _language)
        ? text.Any(w => Primary(w.Key) == _language && paragraph == w.Value)
        : text.Values.Any(w => paragraph.StartsWith($"{w} (", StringComparison.Ordinal));

    static string Primary(string tag) => tag.Split('-')[0];
}
