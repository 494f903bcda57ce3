using Workshop.Core.People;

namespace Workshop.Core.Tests.People;

public class NameTests
{
    [Theory]
    [InlineData("Айгүл Сәтбаева")]
    [InlineData("François d’Arcy-O'Neil")]
    [InlineData("محمد الأمين")]
    [InlineData("می‌نا")]
    [InlineData("வேலுப்பிள்ளை பிரபாகரன்")]
    [InlineData("नी‍ना")]
    [InlineData("李小龙")]
    [InlineData("Dr. No 7")]
    [InlineData("X Æ A-12 🚀")]
    public void P2_A_name_of_any_script_is_shown_as_written(string name) => Assert.Equal((name, null), PeopleDecider.ReadName(name));

    [Theory]
    [InlineData("  Dana \t Serik\n", "Dana Serik")]
    [InlineData("Dana\u00a0Serik", "Dana Serik")]
    [InlineData("Da\u202ena\u200b", "Dana")]
    [InlineData("Da\u0000na\u0007", "Dana")]
    [InlineData("Rene\u0301", "Ren\u00e9")]
    [InlineData("\ue000Dana", "Dana")]
    public void P2_What_is_not_seen_is_left_out(string raw, string shown) => Assert.Equal((shown, null), PeopleDecider.ReadName(raw));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\u200d")]
    [InlineData("...")]
    [InlineData("🙂")]
    [InlineData("Dana\ufffd")]
    public void P2_A_name_of_nothing_that_can_be_said_is_refused(string raw) =>
        Assert.Equal("people.name", PeopleDecider.ReadName(raw).Rejection?.Code);

    [Fact]
    public void P2_A_name_has_40_graphemes_in_every_script()
    {
        foreach (var letter in new[] { "x", "ж", "e\u0323\u0302", "கொ", "กำ้" })
        {
            var name = "A" + string.Concat(Enumerable.Repeat(letter, 39));
            Assert.Null(PeopleDecider.ReadName(name).Rejection);
            Assert.Equal("people.name-too-long", PeopleDecider.ReadName(name + letter).Rejection?.Code);
        }
    }

    [Fact]
    public void P2_Marks_piled_on_one_letter_are_no_name() =>
        Assert.Equal(
            ["people.name-too-long", "people.name", null],
            new[] { 500, 9, 8 }.Select(marks => PeopleDecider.ReadName("Q" + new string('\u0323', marks)).Rejection?.Code));
}
