using System.Text.Json;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Properties;

/// <summary>
/// What browsers hold: per view the records that frames have put and dropped. Frames are made of what events touched, and must
/// always come to the same as all records made from scratch.
/// </summary>
public sealed class Browsers
{
    readonly Dictionary<View, Dictionary<string, string>> _views = [];

    /// <summary>Applies the frames of a commit.</summary>
    public void Show((WorkshopState State, PeopleDirectory People) before, Replica after, IEnumerable<Subject> touched)
    {
        foreach (var subject in touched.Distinct())
        {
            var had = Projection.Of(before.State, before.People, subject).ToDictionary(Place, Written);
            var has = Projection.Of(after.State, after.People, subject).ToDictionary(Place, Written);
            foreach (var (view, id) in had.Keys.Except(has.Keys))
            {
                Assert.True(_views[view].Remove(id));
            }

            foreach (var (place, record) in has.Where(r => had.GetValueOrDefault(r.Key) != r.Value))
            {
                (_views.TryGetValue(place.View, out var records) ? records : _views[place.View] = [])[place.Id] = record;
            }
        }

        static (View View, string Id) Place(Projected projected) => (projected.View, projected.Record.Id);
    }

    /// <summary>The records of a view.</summary>
    public IReadOnlyDictionary<string, string> In(View view) => _views.GetValueOrDefault(view) ?? [];

    /// <summary>All views that hold something.</summary>
    public IEnumerable<View> Views => _views.Where(v => v.Value.Count > 0).Select(v => v.Key);

    /// <summary>Compares with everything, made from scratch.</summary>
    public void Check(Replica node)
    {
        foreach (var view in ViewsOf(node.State).Concat(Views).Distinct())
        {
            var scratch = Projection.Of(node.State, node.People, view).ToDictionary(r => r.Id, r => JsonSerializer.Serialize(r, Json.Wire));
            foreach (var (id, record) in In(view))
            {
                Assert.True(scratch.Remove(id, out var fresh), $"{view} still shows {id}: {record}");
                Assert.True(fresh == record, $"{view} shows an old {id}:\n{record}\ninstead of\n{fresh}");
            }

            Assert.True(scratch.Count == 0, $"{view} does not show {string.Join(", ", scratch.Values)}");
        }
    }

    /// <summary>Every view that there can be.</summary>
    static IEnumerable<View> ViewsOf(WorkshopState state) =>
        from audience in new[] { "public", "staff" }.Concat(state.People.All.Keys.Select(p => $"person:{p}"))
        from topic in new[] { "now", "plan" }.Concat(state.Agenda.Activities.Keys.Select(View.TopicOf))
        select new View(audience, topic);

    static string Written(Projected projected) => JsonSerializer.Serialize(projected.Record, Json.Wire);
}
