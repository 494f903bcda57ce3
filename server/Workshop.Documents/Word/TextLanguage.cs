namespace Workshop.Documents.Word;

/// <summary>A language as Word knows it: the tag of its spelling checker, and which way it is written.</summary>
/// <param name="Tag">With a region where Word wants one: <c>ru-RU</c>.</param>
/// <param name="RightToLeft">Whether its lines begin on the right.</param>
readonly record struct TextLanguage(string Tag, bool RightToLeft)
{
    static readonly ImmutableHashSet<string> WrittenFromTheRight = ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "dv", "yi"];

    /// <summary>Word finds no spelling checker for a bare <c>en</c> or <c>kk</c>.</summary>
    static readonly ImmutableDictionary<string, string> Regions = new Dictionary<string, string>
    {
        ["ar"] = "ar-SA",
        ["az"] = "az-Latn-AZ",
        ["de"] = "de-DE",
        ["en"] = "en-GB",
        ["es"] = "es-ES",
        ["fr"] = "fr-FR",
        ["kk"] = "kk-KZ",
        ["ky"] = "ky-KG",
        ["pt"] = "pt-PT",
        ["ru"] = "ru-RU",
        ["tg"] = "tg-Cyrl-TJ",
        ["tr"] = "tr-TR",
        ["uk"] = "uk-UA",
        ["uz"] = "uz-Latn-UZ",
        ["zh"] = "zh-CN",
    }.ToImmutableDictionary();

    /// <summary>The language of a BCP 47 tag; one with a region or script of its own stays as it is.</summary>
    public static TextLanguage Of(string tag) =>
        new(Regions.GetValueOrDefault(tag, tag), WrittenFromTheRight.Contains(FamilyOf(tag)));

    /// <summary>The first part of a tag: <c>ru</c> of <c>ru-KZ</c>.</summary>
    public static string FamilyOf(string tag) => tag.Split('-')[0];
}
