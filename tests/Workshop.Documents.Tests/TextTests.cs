using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Documents.Tests;

public class TextTests
{
    [Theory]
    [MemberData(nameof(Languages.Each), MemberType = typeof(Languages))]
    public void Every_card_that_everyone_sees_comes_back_code_point_for_code_point(string language)
    {
        var workshop = RecordedWorkshop.AtItsEnd;
        var plan = WordReader.PlanOf(workshop, language);
        var written = plan.Tables.SelectMany(t => t.Rows.Skip(1)).Select(r => r.Texts).Where(t => t.Count == 4).ToDictionary(t => t[0], t => t[1]);

        Assert.All(
            workshop.State.Cards.All.Values.Where(c => c.IsPublic),
            card => Assert.Equal(card.Text.Words, written[card.Number]));
    }

    [Fact]
    public void What_was_hidden_or_withdrawn_is_nowhere()
    {
        var workshop = RecordedWorkshop.AtItsEnd;
        var gone = workshop.State.Cards.All.Values.Where(c => !c.IsPublic).ToList();
        var everything = WordReader.PlanOf(workshop, "ru").AllText;

        Assert.Equal(2, gone.Count);
        Assert.All(gone, card => Assert.DoesNotContain(card.Text.Words, everything, StringComparison.Ordinal));
        Assert.All(gone, card => Assert.DoesNotContain(card.Number, everything, StringComparison.Ordinal));
        Assert.All(gone.Where(c => c.Reason is not null), card => Assert.DoesNotContain(card.Reason!, everything, StringComparison.Ordinal));
    }

    [Fact]
    public void A_card_hidden_after_it_became_a_source_leaves_the_plan()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"));
        var board = workshop.Begin(new BrainstormSettings());
        var card = CardId.Of(workshop.Do(new AddCard { Activity = board, Text = "Начальник берёт деньги" }));
        var objective = PlanLineId.Of(workshop.Do(new AddObjective { Text = NewText.Of("ru", "Честность") }));
        workshop.Do(new AddAction { Objective = objective, Text = NewText.Of("ru", "Проверить"), Cards = [card] });
        workshop.Do(new HideCard { Card = card });

        var plan = WordReader.PlanOf(workshop, "ru");

        Assert.DoesNotContain("деньги", plan.AllText, StringComparison.Ordinal);
        Assert.Equal("Источник не указан", plan.Tables[0].Rows[1].Texts[2]);
    }

    [Fact]
    public void Parked_cards_come_last_with_the_reason()
    {
        var parked = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ru").Tables[^1];

        Assert.Equal("Причина", parked.Rows[0].Texts[3]);
        Assert.Equal(
            ["C012 миграционный вопрос, вне мандата", "C023 налоговый вопрос, вне мандата"],
            parked.Rows.Skip(1).Select(r => $"{r.Texts[0]} {r.Texts[3]}"));
    }

    [Fact]
    public void The_annex_says_of_each_card_what_has_become_of_it()
    {
        var plan = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ru");

        Assert.Equal("2, 2.1, 2.3", plan.Tables.SelectMany(t => t.Rows).Single(r => r.Texts[0] == "C035").Texts[3]);
    }

    [Fact]
    public void Lines_tabs_and_every_space_are_kept()
    {
        const string text = "  два пробела\u00a0и неразрывный,\tтабуляция\n\nпустая строка\u2028и U+2028 ";
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"));
        var board = workshop.Begin(new BrainstormSettings());
        workshop.Do(new AddCard { Activity = board, Text = text });

        Assert.Equal(text, WordReader.PlanOf(workshop, "ru").Tables[^1].Rows[1].Texts[1]);
    }

    [Fact]
    public void An_author_is_named_unless_the_name_was_erased()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("ru", "Семинар"));
        var (anna, boris) = (workshop.Join("Анна"), workshop.Join("Борис"));
        var board = workshop.Begin(new BrainstormSettings());
        workshop.Do(anna, new AddCard { Activity = board, Text = "раз" });
        workshop.Do(boris, new AddCard { Activity = board, Text = "два" });
        workshop.Erase(boris);

        Assert.Equal(["Анна", "Имя удалено"], WordReader.PlanOf(workshop, "ru").Tables[^1].Rows.Skip(1).Select(r => r.Texts[2]));
    }

    [Fact]
    public void A_plan_without_priorities_and_lines_says_so()
    {
        var plan = WordReader.PlanOf(LiveWorkshop.Open(NewText.Of("ru", "Семинар")), "ru");

        Assert.Equal(["Приоритеты ещё не приняты.", "Задач в плане ещё нет."], plan.Texts("BodyText"));
    }

    [Fact]
    public void The_rule_the_turnout_and_the_tie_at_the_line_stand_beside_the_result()
    {
        var body = WordReader.PlanOf(RecordedWorkshop.AtItsEnd, "ru").Texts("BodyText").ToList();

        Assert.StartsWith("Тайное голосование точками: у каждого голосующего 5 точек, не более 3 на одну тему;", body[0], StringComparison.Ordinal);
        Assert.Contains("за которую голосовало больше людей, затем тема, созданная раньше", body[0], StringComparison.Ordinal);
        Assert.Contains("Имели право голоса: 25; подано бюллетеней: 23, из них пустых: 0.", body[1], StringComparison.Ordinal);
        Assert.Contains("поровну точек (по 9): решило число голосовавших, 7 против 6", body[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_no_rule_made_is_told_as_one()
    {
        var workshop = LiveWorkshop.Open(NewText.Of("en", "Workshop"));
        PersonId[] voters = [workshop.Join("A"), workshop.Join("B"), workshop.Join("C")];
        workshop.Begin(new BrainstormSettings());
        var clustering = workshop.Begin(new ClusteringSettings());
        ClusterId Topic(string name) => ClusterId.Of(workshop.Do(
            new Core.Clusters.CreateCluster { Activity = clustering, Name = NewText.Of("en", name) }));
        ClusterId[] topics = [Topic("Roads"), Topic("Rail")];
        var vote = workshop.Begin(new VoteSettings { Rule = new() { Dots = 1, MostOnOne = 1, Select = 1, Partial = false, TieBreak = [] } });
        workshop.Vote(voters[0], vote, (topics[0], 1));
        workshop.Vote(voters[1], vote, (topics[1], 1));
        workshop.Vote(voters[2], vote);
        workshop.Do(new CloseVoting { Activity = vote });
        workshop.Do(new AdoptPriorities { Vote = vote, Selected = [topics[1]] });

        var body = WordReader.PlanOf(workshop, "en").Texts("BodyText").ToList();

        Assert.Equal(
            "Secret vote with dots: 1 dot for each voter, at most 1 on one topic; the first topic is selected. "
            + "All dots had to be placed; a blank ballot is an abstention. Topics with equal dots share a place.", body[0]);
        Assert.EndsWith(
            "ballots cast: 3, of which blank: 1. At the line of selection topics had equal dots (1 each): "
            + "the choice was made when the priorities were adopted.", body[1], StringComparison.Ordinal);
    }
}
