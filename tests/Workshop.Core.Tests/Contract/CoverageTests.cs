using System.Reflection;
using System.Text.RegularExpressions;
using Workshop.Core.Voting;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Contract;

/// <summary>
/// Whether the scenarios are complete. They are run here once more, and asked what they showed: nothing is believed because it
/// stands in the source, and a run of a few tests only is judged no differently.
/// </summary>
public partial class CoverageTests
{
    static readonly string[] Features = ["Agenda", "People", "Cards", "Clusters", "Voting", "Plan", "Kernel"];

    static readonly IReadOnlyList<Witness.Sight> Shown = Witness.During(RunEveryScenario);

    /// <summary>A refusal that Core names but does not give: the room answers so from what the database says of its box.</summary>
    static readonly string[] GivenByTheRoom = [VotingRejections.CastElsewhere().Code, VotingRejections.WrongKey().Code];

    [Fact]
    public void Every_command_is_sent_and_comes_to_something() => Assert.Empty(
        Names.Commands.Select(c => c.Type).Except(Shown.Where(s => s.Changed).Select(s => s.Command)).Select(t => t.Name));

    [Fact]
    public void Every_refusal_is_provoked() => Assert.Empty(
        Refusals.All.Select(r => r.Code).Except(Shown.Select(s => s.Refusal)).Except(GivenByTheRoom));

    [Fact]
    public void What_only_the_room_gives_no_decider_gives() =>
        Assert.Empty(GivenByTheRoom.Intersect(Shown.Select(s => s.Refusal)));

    [Fact]
    public void Every_refusal_stands_in_one_place_and_says_whose_it_is()
    {
        Assert.Empty(Refusals.All.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(Refusals.All, r => Assert.Matches("^[a-z]+\\.[a-z]+(-[a-z]+)*$", r.Code));
        Assert.Empty(Shown.Select(s => s.Refusal).OfType<string>().Except(Refusals.All.Select(r => r.Code)));
    }

    [Fact]
    public void Every_rule_is_tested_and_every_test_of_a_rule_names_one_that_exists()
    {
        var written = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*.md")
            .SelectMany(File.ReadAllLines).Select(line => Promise().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToList();
        var tested = Tests.Select(t => Numbered().Match(t.Name)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(written.Count > 50 && written.Distinct().Count() == written.Count);
        Assert.Empty(written.Except(tested));
        Assert.Empty(tested.Except(written));
    }

    static IEnumerable<MethodInfo> Tests =>
        from type in typeof(CoverageTests).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(FactAttribute))
        select method;

    static void RunEveryScenario()
    {
        foreach (var test in Tests.Where(t => Features.Any(f => t.DeclaringType!.Namespace == $"Workshop.Core.Tests.{f}")))
        {
            var examples = test.IsDefined(typeof(TheoryAttribute))
                ? test.GetCustomAttributes<InlineDataAttribute>().Select(a => a.Data)
                : [[]];
            foreach (var example in examples)
            {
                try
                {
                    test.Invoke(Activator.CreateInstance(test.DeclaringType!), example);
                }
                catch (TargetInvocationException)
                {
                    // A scenario that fails says so itself; here it has shown nothing from there on.
                }
            }
        }
    }

    [GeneratedRegex(@"^- \*\*([A-Z]\d+)\*\*")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^([A-Z]\d+)_")]
    private static partial Regex Numbered();
}
