using System.Text.Json;
using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Plan;
using Workshop.Core.Voting;
using Workshop.Core.Wire;

namespace Workshop.Core.Tests.Wire;

public class JsonTests
{
    [Theory]
    [InlineData("""{"type":"addCard","activity":"a","text":"x"}""")]
    [InlineData("""{"activity":"a","text":"x","type":"addCard"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","section":null,"language":null}""")]
    [InlineData("""{"type":"placeCards","activity":"a","cards":["c"],"cluster":null}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"k2":1,"k1":2},"editHash":"h"}""")]
    [InlineData("""{"type":"openSession"}""")]
    public void From_the_wire_a_command_is_read(string json) => Assert.NotNull(Read(json));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"openSession\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"openSession","at":"now"}""")]
    [InlineData("""{"type":"OpenSession"}""")]
    [InlineData("""{"type":"sessionOpened"}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"addCard","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":null}""")]
    [InlineData("""{"type":"addCard","activity":null,"text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","text":"y"}""")]
    [InlineData("""{"type":"addCard","type":"addCard","activity":"a","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","Text":"y"}""")]
    [InlineData("""{"type":"addCard","activity":"a","Text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"x","author":"p"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"\ud800"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":"\ude00\ud83d"}""")]
    [InlineData("""{"type":"addCard","activity":"A","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a b","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"../a","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"аctivity","text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":7,"text":"x"}""")]
    [InlineData("""{"type":"addCard","activity":"a","text":["x"]}""")]
    [InlineData("""{"type":"placeCards","activity":"a","cards":null}""")]
    [InlineData("""{"type":"placeCards","activity":"a","cards":[null]}""")]
    [InlineData("""{"type":"placeCards","activity":"a","cards":"c"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"k1":1,"k1":2},"editHash":"h"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"K 1":1},"editHash":"h"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"k1":"1"},"editHash":"h"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"k1":1.5},"editHash":"h"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":{"k1":2147483648},"editHash":"h"}""")]
    [InlineData("""{"type":"castBallot","activity":"a","ballot":"b","dots":null,"editHash":"h"}""")]
    [InlineData("""{"type":"addObjective","text":{"original":"en","words":{"en":null}}}""")]
    [InlineData("""{"type":"addObjective","text":{"original":"en","words":{"en":"a","en":"b"}}}""")]
    [InlineData("""{"type":"addObjective","text":{"words":{"en":"a"}}}""")]
    [InlineData("""{"type":"describeWorkshop","title":{"original":"en","words":{"en":"a"}},"languages":[null],"timeZone":"UTC","groups":[]}""")]
    [InlineData("""{"type":"describeWorkshop","title":{"original":"en","words":{"en":"a"}},"languages":["en"],"timeZone":"UTC","groups":[null]}""")]
    [InlineData("""{"type":"addActivity","title":{"original":"en","words":{"en":"a"}},"minutes":5,"settings":{"kind":"brainstorm","board":"a"}}""")]
    [InlineData("""{"type":"addActivity","title":{"original":"en","words":{"en":"a"}},"minutes":5,"settings":{"kind":"lottery"}}""")]
    [InlineData("""{"type":"addActivity","title":{"original":"en","words":{"en":"a"}},"minutes":5,"settings":{}}""")]
    [InlineData("""{"type":"addActivity","title":{"original":"en","words":{"en":"a"}},"minutes":5,"settings":{"kind":"vote","rule":{"dots":1,"mostOnOne":1,"select":1,"tieBreak":["byLot"]}}}""")]
    [InlineData("""{"type":"addActivity","title":{"original":"en","words":{"en":"a"}},"minutes":5,"settings":{"kind":"vote","rule":{"dots":1,"mostOnOne":1,"select":1,"tieBreak":[0]}}}""")]
    public void What_is_no_command_is_none_and_no_fault(string json) => Assert.Null(Read(json));

    [Fact]
    public void From_the_wire_nothing_is_read_that_is_too_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type":"addCard","text":""", 20)) + "1" + new string('}', 20);
        Assert.Null(Read(deep));
    }

    [Theory]
    [InlineData("""{"type":"sessionOpened","at":"now","by":{"someone":[1,2]}}""")]
    [InlineData("""{"at":"now","type":"sessionOpened"}""")]
    [InlineData("""{"type":"activityOpened","activity":"a"}""")]
    [InlineData("""{"type":"activityShown","activity":"a"}""")]
    [InlineData("""{"type":"cardAdded","card":"c","activity":"a","rank":"r","text":"x","language":"en","mood":"good"}""")]
    [InlineData("""{"type":"activityAdded","activity":"a","title":{"original":"en","versions":{"en":{"text":"x"}}},"minutes":5,"settings":{"kind":"vote","rule":{"dots":1,"mostOnOne":1,"select":1,"weighted":true}},"rank":"r"}""")]
    public void From_the_log_what_is_new_is_skipped_and_what_was_not_there_has_a_default(string json) =>
        Assert.NotNull(JsonSerializer.Deserialize<IEvent>(json, Json.Log));

    [Theory]
    [InlineData("""{"type":"cardAdded","card":"c","activity":"a","rank":"r","language":"en"}""")]
    [InlineData("""{"type":"cardAdded","activity":"a","rank":"r","text":"x","language":"en"}""")]
    [InlineData("""{"type":"cardEdited","card":"c","text":"x","language":"en"}""")]
    [InlineData("""{"type":"somethingNew"}""")]
    public void From_the_log_what_must_be_there_must_be_there(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<IEvent>(json, Json.Log));

    [Fact]
    public void What_is_null_is_not_written_and_comes_back_as_null()
    {
        IEvent added = new CardAdded(CardId.Of("c"), ActivityId.Of("a"), null, "r", "x", "en", null);
        var json = JsonSerializer.Serialize(added, Json.Log);
        Assert.Equal("""{"type":"cardAdded","card":"c","activity":"a","rank":"r","text":"x","language":"en"}""", json);
        Assert.Equal(added, JsonSerializer.Deserialize<IEvent>(json, Json.Log));
    }

    [Fact]
    public void A_text_is_written_with_its_languages_sorted_whatever_order_they_came_in()
    {
        var (text, _) = Writing.Read(Some.NewText(("ru", "Окно"), ("en", "Window"), ("ar", "نافذة")), Writing.Name, null);
        Assert.Equal(["ar", "en", "ru"], Element(JsonSerializer.Serialize(text, Json.Log)).GetProperty("versions").EnumerateObject().Select(v => v.Name));
    }

    [Fact]
    public void An_id_is_a_bare_string_as_a_value_and_as_a_key()
    {
        var ballot = Some.Ballot(("k1", 2));
        var json = Element(JsonSerializer.Serialize<ICommand>(ballot, Json.Wire));
        Assert.Equal(("vote", "k1"), (json.GetProperty("activity").GetString(), json.GetProperty("dots").EnumerateObject().Single().Name));
    }

    /// <summary>So that a client in another language can be written against names, and a rename is noticed.</summary>
    [Fact]
    public void Every_name_is_in_camel_case_and_so_are_the_values_of_enumerations() => Assert.All(
        Names.Commands.Concat(Names.Events).Concat(Names.Records),
        named =>
        {
            Assert.Matches("^[a-z][A-Za-z]*$", named.Name);
            Assert.All(Json.Wire.GetTypeInfo(named.Type).Properties, p => Assert.Matches("^[a-z][A-Za-z]*$", p.Name));
        });

    [Fact]
    public void What_a_browser_sends_may_leave_out_what_has_a_default()
    {
        var rule = JsonSerializer.Deserialize<DotRule>("""{"dots":5,"mostOnOne":3,"select":6}""", Json.Wire)!;
        Assert.True(rule is { Partial: true, Replaceable: true, SmallGroup: 5, TieBreak: [TieBreak.MoreVoters, TieBreak.EarlierCreated] });
        Assert.Equal("", ((HideCard)Read("""{"type":"hideCard","card":"c"}""")!).Reason);
        Assert.Empty(((OpenVoting)Read("""{"type":"openVoting","activity":"a"}""")!).Without);
    }

    /// <summary>Otherwise two nodes could write the same state in two ways, or take two keys for one.</summary>
    [Fact]
    public void No_member_of_a_message_is_sorted_by_culture() => Assert.All(
        Contract.TypesWithin(Contract.CommandsAndEvents.Select(m => m.Type)),
        member => Assert.False(member.Name.StartsWith("ImmutableSorted", StringComparison.Ordinal) || member.Name.StartsWith("Sorted", StringComparison.Ordinal)));

    /// <summary>The command; null: it can't be one, said in one of the two ways in which the serializer says so.</summary>
    static ICommand? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ICommand>(json, Json.Wire);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    static JsonElement Element(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
