using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Properties;

public class RandomWorkshopTests
{
    const int Steps = 150;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_people_send_replay_views_and_secrets_hold(int seed) => RandomWorkshop.Play(seed, Steps);

    /// <summary>Each run looks somewhere new; what it finds is printed with its seed and becomes a named test below.</summary>
    [Fact]
    public void Whatever_people_send_this_time_replay_views_and_secrets_hold() => RandomWorkshop.Play(Random.Shared.Next(), Steps);

    /// <summary>Otherwise the tests above would prove less than they say.</summary>
    [Fact]
    public void Among_them_is_every_command_and_every_event()
    {
        var seen = Enumerable.Range(101, 12).SelectMany(seed => RandomWorkshop.Play(seed, Steps).Seen).ToHashSet();
        Assert.Empty(Names.Commands.Concat(Names.Events).Where(n => !seen.Contains(n.Type)).Select(n => n.Name));
    }
}
