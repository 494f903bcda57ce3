using Workshop.Documents.Words;

namespace Workshop.Documents.Tests;

public class CatalogueTests
{
    static IEnumerable<(string Key, string Language, string Words)> Sentences() =>
        from language in Languages.All
        let words = Catalogue.For(language)
        from property in typeof(Catalogue).GetProperties()
        where property.PropertyType == typeof(string)
        select (property.Name, language, (string)property.GetValue(words)!);

    [Fact]
    public void No_language_lacks_a_word() => Assert.All(Sentences(), s => Assert.False(string.IsNullOrWhiteSpace(s.Words), $"{s.Key} {s.Language}"));

    [Fact]
    public void No_sentence_was_left_in_another_language()
    {
        var doubled = Sentences().Where(s => s.Words.Trim().Contains(' ', StringComparison.Ordinal))
            .GroupBy(s => (s.Key, s.Words)).Where(g => g.Count() > 1).Select(g => g.Key);

        Assert.Empty(doubled);
    }

    [Fact]
    public void All_name_the_same_languages_and_sections()
    {
        var english = Catalogue.For("en");

        Assert.All(Languages.All.Select(Catalogue.For), words =>
        {
            Assert.Equal(english.InLanguages.Keys.Order(), words.InLanguages.Keys.Order());
            Assert.Equal(["o", "s", "t", "w"], words.SwotSections.Keys.Order());
        });
    }

    [Fact]
    public void Every_month_has_its_name()
    {
        foreach (var words in Languages.All.Select(Catalogue.For))
        {
            var dates = Enumerable.Range(1, 12).Select(month => words.Date(new(2012, month, 25))).ToList();
            Assert.Equal(12, dates.Distinct().Count());
            Assert.All(dates, date => Assert.Matches(@"25.*2012|2012.*25", date));
        }
    }

    [Theory]
    [InlineData(1, "1 точка")]
    [InlineData(3, "3 точки")]
    [InlineData(5, "5 точек")]
    [InlineData(11, "11 точек")]
    [InlineData(12, "12 точек")]
    [InlineData(21, "21 точка")]
    [InlineData(102, "102 точки")]
    [InlineData(112, "112 точек")]
    public void Russian_counts_as_Russian_does(int dots, string words) =>
        Assert.Contains($", {words},", Catalogue.For("ru").VoteSource(1, dots, 2), StringComparison.Ordinal);
}
