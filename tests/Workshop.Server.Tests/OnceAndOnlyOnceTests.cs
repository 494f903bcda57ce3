using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

public sealed class OnceAndOnlyOnceTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_retry_is_acknowledged_with_the_seq_of_the_first_time_and_changes_nothing()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var guest = await scene.Join();
        var card = Some.Card(board);
        var id = Some.Id();

        var first = await guest.Hub.Send(card, id);
        var other = await guest.Hub.Send(Some.Card(board, "Something else"));
        var retry = await guest.Hub.Send(card, id);

        Assert.Equal(first.Seq, retry.Seq);
        Assert.True(other.Seq > first.Seq);
        var view = await guest.Browser.View(scene.Workshop, $"public/activity:{board}", other.Seq!.Value);
        Assert.Equal(2, view.Json["records"]!.AsArray().Count);
    }
}
