namespace Workshop.Core.Tests.Kernel;

public class ViewTests
{
    [Theory]
    [InlineData("public/now")]
    [InlineData("staff/now")]
    [InlineData("public/plan")]
    [InlineData("public/activity:0193-a.1")]
    [InlineData("staff/activity:a")]
    [InlineData("person:p/now")]
    [InlineData("person:p/activity:a")]
    public void A_view_is_an_audience_and_a_topic(string text) => Assert.Equal(text, View.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("public")]
    [InlineData("public/")]
    [InlineData("/now")]
    [InlineData("public/now/")]
    [InlineData("Public/now")]
    [InlineData("public/later")]
    [InlineData("public/activity:")]
    [InlineData("public/activity:A")]
    [InlineData("public/activity:a b")]
    [InlineData("public/now:a")]
    [InlineData("person/now")]
    [InlineData("person:/now")]
    [InlineData("person:P/now")]
    [InlineData("person:p:q/now")]
    [InlineData("public:p/now")]
    [InlineData("everyone/now")]
    public void Anything_else_is_no_view(string? text) => Assert.Null(View.Parse(text));

    [Fact]
    public void A_view_knows_its_person_and_its_activity()
    {
        var view = View.Of(PersonId.Of("p"), View.TopicOf(ActivityId.Of("a")));
        Assert.Equal((PersonId.Of("p"), ActivityId.Of("a")), (view.Person!.Value, view.Activity!.Value));
        Assert.Equal((null, null), (View.StaffNow.Person, View.StaffNow.Activity));
    }
}
