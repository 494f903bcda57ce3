using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>What changes in several views at once reaches a connection in one write.</summary>
public sealed class BundleTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_first_card_and_its_author_come_in_one_message_of_the_socket_each_in_its_frame()
    {
        await using var scene = await stage.Open();
        var board = await scene.Board();
        var author = await scene.Join();
        var reader = await scene.Join("Boris");
        var (now, cards) = ("public/now", $"public/activity:{board}");
        var (atNow, atCards) = (await reader.Hub.Watch(now), await reader.Hub.Watch(cards));
        using var socket = await RawSocket.Open(reader.Browser, scene.Workshop);
        await socket.Call("Join", $$"""{"{{now}}":{{atNow.Have[now]}},"{{cards}}":{{atCards.Have[cards]}}},"{{Projection.Build}}" """);
        await socket.ReadUntil("\"target\":\"joined\"");

        var ack = await author.Hub.Send(Some.Card(board));
        var message = await socket.ReadMessage();
        while (!message.Contains("\"target\":\"frame\"", StringComparison.Ordinal))
        {
            // What is told beside the log has its own time.
            message = await socket.ReadMessage();
        }

        Assert.Contains($"\"id\":\"card:{ack.Id}\"", message, StringComparison.Ordinal);
        Assert.Contains($"\"id\":\"person:{author.Person}\"", message, StringComparison.Ordinal);
        Assert.Equal(2, message.Split('\u001e', StringSplitOptions.RemoveEmptyEntries).Count(m => m.Contains("\"target\":\"frame\"", StringComparison.Ordinal)));
    }
}
