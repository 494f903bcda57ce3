using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Properties;

public class RandomWorkshopTests
{
    const int Steps = 150;

    static readonly Lazy<RandomWorkshop>[] Workshops = [.. Enumerable.Range(0, 25).Select(seed => new Lazy<RandomWorkshop>(() => RandomWorkshop.Play(seed, Steps)))];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Workshops.Length)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_people_send_replay_views_and_secrets_hold(int seed) => Assert.NotNull(Workshops[seed].Value);

    /// <summary>Each run looks somewhere new; what it finds is printed with its seed, and stays as a named test.</summary>
    [Fact]
    public void Whatever_people_send_this_time_replay_views_and_secrets_hold() => RandomWorkshop.Play(Random.Shared.Next(), Steps);

    /// <summary>Otherwise the tests above would prove less than they say.</summary>
    [Fact]
    public void Among_them_is_every_command_and_every_event()
    {
        var seen = Workshops.SelectMany(w => w.Value.Seen).ToHashSet();
        Assert.Empty(Names.Commands.Concat(Names.Events).Where(n => !seen.Contains(n.Type)).Select(n => n.Name));
    }
}
