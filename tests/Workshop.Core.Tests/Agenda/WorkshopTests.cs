using Workshop.Core.Agenda;
using Workshop.Core.People;

namespace Workshop.Core.Tests.Agenda;

public class WorkshopTests
{
    static readonly CreateWorkshop Create = new()
    {
        Title = Some.NewText("Strategy"),
        Languages = ["en", "kk"],
        TimeZone = "Asia/Almaty",
        Groups = [Some.NewGroup("customs"), Some.NewGroup("guests", votes: false)],
        FacilitatorName = "Fay",
        FacilitatorLanguage = "en",
    };

    static readonly DescribeWorkshop Describe = new()
    {
        Title = Some.NewText("Strategy"),
        Languages = ["en", "ru", "kk"],
        TimeZone = "Asia/Almaty",
        Groups = [Some.NewGroup("customs"), Some.NewGroup("business")],
    };

    [Fact]
    public void A1_A_workshop_is_made_with_its_facilitator_who_has_no_vote() => Scenario
        .Given()
        .When(Actor.System, Create, id: "fay")
        .Then(
            new WorkshopCreated(Some.Text("Strategy"), ["en", "kk"], "Asia/Almaty", [Some.Group("customs"), Some.Group("guests", votes: false)]),
            new PersonJoined(PersonId.Of("fay"), PersonRow.Of(PersonId.Of("fay"), 1, Some.Salt, new() { Name = "Fay" }).Trace,
                Role.Facilitator, Votes: false, "en", null));

    [Fact]
    public void A1_A_workshop_is_made_only_once() => Scenario
        .Given(new WorkshopCreated(Some.Text("Strategy"), ["en"], "UTC", [Some.Group("customs")]))
        .When(Actor.System, Create)
        .ThenRejected("workshop.exists");

    [Fact]
    public void A1_The_facilitator_has_a_name_and_a_language()
    {
        Scenario.Given().When(Actor.System, Create with { FacilitatorName = " " }).ThenRejected("people.name");
        Scenario.Given().When(Actor.System, Create with { FacilitatorLanguage = "English" }).ThenRejected("workshop.languages");
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("Etc/GMT+5")]
    [InlineData("+06:00")]
    [InlineData("-03:30")]
    public void A2_A_time_zone_is_an_IANA_name_or_an_offset(string zone) =>
        Assert.Null(Scenario.Given().When(Actor.System, Create with { TimeZone = zone }).Decision.Rejection);

    [Theory]
    [InlineData("")]
    [InlineData("Almaty time")]
    [InlineData("6:00")]
    [InlineData("+6:00")]
    [InlineData("+٠٦:٠٠")]
    [InlineData("+06:00\n")]
    [InlineData("UTC\n")]
    public void A2_Anything_else_is_no_time_zone(string zone) =>
        Scenario.Given().When(Actor.System, Create with { TimeZone = zone }).ThenRejected("workshop.time-zone");

    [Fact]
    public void A2_A_workshop_has_1_to_12_languages_none_twice()
    {
        ImmutableArray<string> twelve = [.. "abcdefghijkl".Select(c => $"x{c}")];
        Assert.Null(Scenario.Given().When(Actor.System, Create with { Languages = twelve }).Decision.Rejection);
        foreach (var languages in new ImmutableArray<string>[] { [], [.. twelve, "en"], ["en", "en"], ["english"], ["EN"] })
        {
            Scenario.Given().When(Actor.System, Create with { Languages = languages }).ThenRejected("workshop.languages");
        }
    }

    [Fact]
    public void A2_A_workshop_has_1_to_12_groups_with_different_ids()
    {
        ImmutableArray<NewGroup> twelve = [.. Enumerable.Range(1, 12).Select(i => Some.NewGroup($"g{i}"))];
        Assert.Null(Scenario.Given().When(Actor.System, Create with { Groups = twelve }).Decision.Rejection);
        foreach (var groups in new ImmutableArray<NewGroup>[]
            { [], [.. twelve, Some.NewGroup("g13")], [twelve[0], twelve[0]], [Some.NewGroup("-")] })
        {
            Scenario.Given().When(Actor.System, Create with { Groups = groups }).ThenRejected("workshop.groups");
        }
    }

    [Fact]
    public void A2_Titles_and_names_of_groups_fit_on_their_lines()
    {
        Scenario.Given().When(Actor.System, Create with { Title = Some.NewText(new string('x', 201)) })
            .ThenRejected("text.too-long", ("length", "201"), ("most", "200"));
        Scenario.Given().When(Actor.System, Create with { Groups = [Some.NewGroup("customs") with { Name = Some.NewText(" ") }] })
            .ThenRejected("text.empty");
    }

    [Fact]
    public void A2_A_workshop_can_be_described_anew() => Scenario
        .InARoom()
        .When(Some.Facilitator, Describe with { Title = Some.NewText("Strategy 2035"), Languages = ["fr"], TimeZone = "UTC" })
        .Then(new WorkshopDescribed(
            Some.Text("Strategy 2035") with { Version = 2, Versions = Versions("Strategy 2035", ofVersion: 2) },
            ["fr"], "UTC", [Some.Group("customs"), Some.Group("business")]));

    [Fact]
    public void A2_A_description_is_held_to_the_same_rules()
    {
        Scenario.InARoom().When(Some.Facilitator, Describe with { Languages = [] }).ThenRejected("workshop.languages");
        Scenario.InARoom().When(Some.Facilitator, Describe with { TimeZone = "at noon" }).ThenRejected("workshop.time-zone");
        Scenario.InARoom().When(Some.Facilitator, Describe with { Groups = [] }).ThenRejected("workshop.groups");
        Scenario.InARoom().When(Some.Facilitator, Describe with { Title = Some.NewText("") }).ThenRejected("text.empty");
    }

    [Fact]
    public void A3_Opening_the_session_lets_people_in_and_closing_keeps_everything()
    {
        var scenario = Scenario.Given(Some.Room.Take(3))
            .When(Some.Facilitator, new OpenSession()).Then(new SessionOpened())
            .And(Some.Board).And(Some.Card("c1", by: "sam"))
            .When(Some.Facilitator, new CloseSession()).Then(new SessionClosed());
        Assert.Equal((Phase.Closed, Some.Now), (scenario.State.Agenda.Phase, scenario.State.Agenda.ClosedAt));
        Assert.True(scenario.State.Cards.All.ContainsKey(Core.Kernel.CardId.Of("c1")));
    }

    [Fact]
    public void A3_A_closed_session_can_be_opened_again_and_when_it_was_first_opened_stays()
    {
        var opened = Some.Now.AddHours(-3);
        var state = new IEvent[] { new SessionOpened(), new SessionClosed(), new SessionOpened() }
            .Select((e, i) => new Happened(e, Some.Command, i + 1, opened.AddHours(i), null))
            .Aggregate(WorkshopState.Empty, Domain.Evolve);
        Assert.Equal((Phase.Open, opened, null), (state.Agenda.Phase, state.Agenda.OpenedAt, state.Agenda.ClosedAt));
    }

    [Fact]
    public void A4_A_group_that_people_have_joined_cannot_be_left_out() => Scenario
        .InARoom()
        .When(Some.Facilitator, Describe with { Groups = [Some.NewGroup("customs")] })
        .ThenRejected("workshop.group-in-use", ("group", "business"));

    [Fact]
    public void A12_Opening_an_open_session_closing_a_closed_one_and_saving_unchanged_change_nothing()
    {
        Scenario.InARoom().When(Some.Facilitator, new OpenSession()).ThenNothing();
        Scenario.InARoom(new SessionClosed()).When(Some.Facilitator, new CloseSession()).ThenNothing();
        Scenario.InARoom().When(Some.Facilitator, Describe).ThenNothing();
    }

    static Dictionary<string, Wording> Versions(string words, int ofVersion) =>
        new() { ["en"] = new() { Text = words, OfVersion = ofVersion } };
}
