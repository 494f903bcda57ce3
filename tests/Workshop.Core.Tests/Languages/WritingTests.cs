using System.Text;

namespace Workshop.Core.Tests.Languages;

public class WritingTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("ж")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("👩🏽‍🚀")]
    [InlineData("🇰🇿")]
    [InlineData("مَّ")]
    [InlineData("e\u0323\u0302")]
    [InlineData("கொ")]
    [InlineData("नी")]
    [InlineData("กำ้")]
    [InlineData("\n")]
    public void T1_A_length_is_counted_in_graphemes_of_every_script(string grapheme)
    {
        var most = "A" + Repeated(grapheme, 599);
        Assert.Null(Writing.Refuse(most, Writing.Card));

        var refusal = Writing.Refuse(most + grapheme, Writing.Card);
        Assert.Equal(("text.too-long", "601", "600"), (refusal?.Code, refusal?.Args["length"], refusal?.Args["most"]));
    }

    [Fact]
    public void T1_Marks_piled_on_one_letter_do_not_pass_for_a_short_text() =>
        Assert.Equal("text.too-long", Writing.Refuse("A" + Repeated("\u0301", 600 * 16), Writing.Card)?.Code);

    [Fact]
    public void T1_Marks_that_would_cover_the_lines_around_are_not_taken()
    {
        Assert.Equal("text.unreadable", Writing.Refuse("A fine card" + Repeated("\u0336", 9), Writing.Card)?.Code);
        Assert.Null(Writing.Refuse("A fine card" + Repeated("\u0336", 8) + "\nབསྒྲུབས שָׁלוֹם", Writing.Card));
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\r\r\n\n", "\n\n\n")]
    [InlineData("  padded\u00a0\u200f ٤٨٢ e\u0301 \ufeff", "  padded\u00a0\u200f ٤٨٢ e\u0301 \ufeff")]
    public void T2_Only_line_ends_are_unified(string written, string kept) => Assert.Equal(kept, Writing.Unify(written));

    [Fact]
    public void T2_Each_text_of_the_recorded_workshop_can_be_written_and_comes_back_as_it_was()
    {
        var texts = RecordedWorkshop.Root.GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("text").GetString()!).ToList();
        Assert.Contains(texts, t => t.Contains('\u00a0', StringComparison.Ordinal));
        Assert.All(texts, text =>
        {
            var (read, rejection) = Writing.Read(Some.NewText(text), Writing.Card, null);
            Assert.Null(rejection);
            Assert.Equal(text, read.Words);
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n\u00a0\u2003")]
    public void T3_Blank_is_refused_unless_nothing_is_something(string text)
    {
        Assert.Equal("text.empty", Writing.Refuse(text, 10)?.Code);
        Assert.Null(Writing.Refuse(text, 10, mayBeBlank: true));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x07)]
    [InlineData(0x1b)]
    [InlineData(0x7f)]
    [InlineData(0x85)]
    [InlineData(0xd83d)]
    [InlineData(0xde00)]
    public void T3_Control_characters_and_halves_of_characters_are_refused(int character)
    {
        foreach (var text in new[] { $"a{(char)character}", $"{(char)character}b" })
        {
            Assert.Equal("text.unreadable", Writing.Refuse(text, 10)?.Code);
        }
    }

    [Fact]
    public void T3_Tabs_lines_joiners_and_marks_of_direction_are_none_of_these() =>
        Assert.Null(Writing.Refuse("a\tb\nc\u200d\u200c\u200e\u200f\u2067\u2069😀", 20));

    [Theory]
    [InlineData("en", true)]
    [InlineData("kaz", true)]
    [InlineData("pt-BR", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("es-419", true)]
    [InlineData("", false)]
    [InlineData("EN", false)]
    [InlineData("e", false)]
    [InlineData("english", false)]
    [InlineData("en_GB", false)]
    [InlineData("en-", false)]
    [InlineData("en-x", false)]
    [InlineData("en\n", false)]
    [InlineData("кк", false)]
    [InlineData("en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg", false)]
    public void T4_A_language_is_a_short_BCP_47_tag(string tag, bool isOne) => Assert.Equal(isOne, Writing.IsTag(tag));

    [Fact]
    public void T4_A_text_brings_one_original_and_its_other_wordings_are_checked_by_their_writer()
    {
        var (text, rejection) = Writing.Read(Some.NewText(("ru", "Окно"), ("en", "Window")), Writing.Name, PersonId.Of("sam"));
        Assert.Null(rejection);
        Assert.Equal(("ru", 1, "Окно"), (text.Original, text.Version, text.Words));
        Assert.Equal(new Wording { Text = "Окно" }, text.Versions["ru"]);
        Assert.Equal(new Wording { Text = "Window", Kind = WordingKind.Checked, By = PersonId.Of("sam") }, text.Versions["en"]);
        Assert.Equal(("Window", "Окно"), (text.For("en"), text.For("fr")));
    }

    [Fact]
    public void T4_An_original_without_words_or_a_tag_that_is_none_is_refused()
    {
        foreach (var text in new[]
        {
            Some.NewText(("ru", "Окно")) with { Original = "en" },
            Some.NewText(("ru", "Окно"), ("??", "Window")),
            Some.NewText(("Russian", "Окно")),
        })
        {
            Assert.Equal("text.no-such-language", Writing.Read(text, Writing.Name, null).Rejection?.Code);
        }
    }

    [Fact]
    public void T4_Each_wording_is_held_to_the_same_length() =>
        Assert.Equal("text.too-long", Writing.Read(Some.NewText(("ru", "Окно"), ("en", new('x', 121))), Writing.Name, null).Rejection?.Code);

    [Fact]
    public void T5_Each_edit_is_a_new_version_whichever_wording_it_touches()
    {
        var first = Read(null, ("ru", "Окно"), ("en", "Window"));
        var second = Read(first, ("ru", "Окно"), ("en", "A window"));
        var third = Read(second, ("ru", "Окно"));
        Assert.Equal((1, 2, 3), (first.Version, second.Version, third.Version));
        Assert.All(second.Versions.Values, w => Assert.Equal(2, w.OfVersion));
        Assert.Equal(4, Read(third, ("en", "Window")).Version);
    }

    [Fact]
    public void T5_An_edit_that_says_the_same_is_none()
    {
        var text = Read(null, ("ru", "Окно\nи дверь"), ("en", "Window"));
        Assert.Same(text, Read(text, ("ru", "Окно\r\nи дверь"), ("en", "Window")));
        Assert.NotSame(text, Read(text, ("en", "Window"), ("ru", "Окно\nи дверь")));
    }

    static Text Read(Text? from, params (string, string)[] wordings)
    {
        var (text, rejection) = Writing.Read(Some.NewText(wordings), Writing.Card, PersonId.Of("sam"), from);
        Assert.Null(rejection);
        return text;
    }

    static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
