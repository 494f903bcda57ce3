namespace Workshop.Core.Tests.Kernel;

public class PeopleDirectoryTests
{
    static readonly PersonId Dana = PersonId.Of("dana");
    static readonly PersonRow Row = PersonRow.Of(Dana, 1, Some.Salt, new() { Name = "Dana" });

    [Fact]
    public void A_later_row_takes_the_place_of_an_earlier_one()
    {
        var people = PeopleDirectory.Empty.With([Row, PersonRow.Of(Dana, 2, Some.Salt, new() { Name = "Dana S." })]);
        Assert.Equal("Dana S.", people.NameOf(Dana));
        Assert.True(people.HasName("dana s.") && !people.HasName("Dana"));
    }

    [Theory]
    [InlineData("DANA")]
    [InlineData("Dаnа")]
    [InlineData("Ｄａｎａ")]
    [InlineData("Da\u200dna")]
    public void A_name_that_is_drawn_like_another_is_taken(string name) => Assert.True(PeopleDirectory.Empty.With([Row]).HasName(name));

    [Theory]
    [InlineData("Dina")]
    [InlineData("Дана")]
    [InlineData("Danа Serik")]
    public void A_name_that_a_reader_can_tell_from_it_is_free(string name) => Assert.False(PeopleDirectory.Empty.With([Row]).HasName(name));

    [Fact]
    public void Who_is_erased_has_no_name()
    {
        var erased = Row with { Salt = [], Data = null };
        Assert.Null(erased.Read());
        Assert.Null(PeopleDirectory.Empty.With([Row]).With([erased]).NameOf(Dana));
    }

    [Fact]
    public void Nobody_knows_a_stranger() => Assert.Null(PeopleDirectory.Empty.NameOf(Dana));
}
