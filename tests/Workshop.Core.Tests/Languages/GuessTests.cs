using System.Text.Json;

namespace Workshop.Core.Tests.Languages;

public class GuessTests
{
    static readonly ImmutableArray<string> Six = ["en", "ru", "kk", "fr", "es", "ar"];

    [Theory]
    [InlineData("Бірыңғай терезе", "ru", "kk")]
    [InlineData("Единое окно", "ru", "ru")]
    [InlineData("Единое окно", "kk", "kk")]
    [InlineData("Единое окно", "en", "ru")]
    [InlineData("Наставничество для новых инспекторов", "kk", "ru")]
    [InlineData("Бізге білім керек", "ru", "kk")]
    [InlineData("نافذة واحدة", "en", "ar")]
    [InlineData("پنجره واحد", "fa", "fa")]
    [InlineData("Guichet unique", "fr", "fr")]
    [InlineData("Guichet unique", "ru", "en")]
    [InlineData("Расширить Khorgos до 12 полос", "ru", "ru")]
    [InlineData("Open Хоргос for two more lanes", "ru", "en")]
    [InlineData("2035: 50 %!", "es", "es")]
    [InlineData("", "fr", "fr")]
    [InlineData("單一窗口", "zh-Hant", "zh-Hant")]
    public void T6_By_letters_of_Kazakh_then_by_script_and_writer_then_by_the_workshop(string text, string writer, string language) =>
        Assert.Equal(language, Guess.LanguageOf(text, writer, Six));

    [Theory]
    [InlineData("Единое окно", "ru")]
    [InlineData("نافذة واحدة", "ar")]
    public void T6_If_nobody_there_uses_the_script_it_is_the_commonest_of_it(string text, string language) =>
        Assert.Equal(language, Guess.LanguageOf(text, "fr", ["fr", "ja"]));

    [Fact]
    public void T6_Latin_letters_where_nobody_uses_them_are_English() => Assert.Equal("en", Guess.LanguageOf("One window", "ru", ["ru", "ar"]));

    /// <summary>What letters and writer can tell of the cards of the recorded workshop; a writer can say otherwise.</summary>
    [Fact]
    public void T6_Of_the_cards_of_the_recorded_workshop_almost_all_are_guessed()
    {
        var readsIn = RecordedWorkshop.Root.GetProperty("participants").EnumerateArray()
            .ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("ui_lang").GetString()!);
        ImmutableArray<string> workshop = [.. RecordedWorkshop.Root.GetProperty("session").GetProperty("languages").EnumerateArray().Select(l => l.GetString()!)];
        var cards = RecordedWorkshop.Root.GetProperty("contributions").EnumerateArray()
            .Select(c => (Language: Member(c, "lang"), Text: Member(c, "text"), Guess: Guess.LanguageOf(Member(c, "text"), readsIn[Member(c, "by")], workshop)))
            .ToList();

        var wrong = cards.Where(c => c.Guess != c.Language).ToList();
        foreach (var (language, text, guess) in wrong)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{language}, guessed {guess}: {text}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cards.Count - wrong.Count} of {cards.Count} guessed");
        Assert.InRange(wrong.Count, 0, cards.Count / 20);
        Assert.All(cards.Where(c => c.Text.IndexOfAny([.. "әғқңөұүһ"]) >= 0), c => Assert.Equal("kk", c.Guess));
    }

    static string Member(JsonElement card, string name) => card.GetProperty(name).GetString()!;
}
