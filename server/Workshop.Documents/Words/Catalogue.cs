using Workshop.Core.Voting;
using Workshop.Documents.Word;

namespace Workshop.Documents.Words;

/// <summary>
/// The words of our documents in one language: a sentence each, never glued from pieces. A language that lacks one does not compile.
/// </summary>
sealed partial record Catalogue
{
    /// <summary>The words for a reader of this language, <c>ru-KZ</c> included; English where we don't speak it.</summary>
    public static Catalogue For(string language) => TextLanguage.FamilyOf(language) switch
    {
        "ru" => Russian,
        "kk" => Kazakh,
        "fr" => French,
        "es" => Spanish,
        "ar" => Arabic,
        _ => English,
    };

    /// <summary>Its BCP 47 tag.</summary>
    public required string Tag { get; init; }
    /// <summary>What stands between the items of a list.</summary>
    public string Comma { get; init; } = ", ";
    /// <summary>The name of a language, as in "in Russian", without brackets; null: we have no word for it.</summary>
    public required ImmutableDictionary<string, string> InLanguages { get; init; }
    /// <summary>What stands behind a text whose language has no name here, with its tag.</summary>
    public required Func<string, string> InOriginal { get; init; }

    /// <summary>The word on top of each page.</summary>
    public required string Draft { get; init; }
    /// <summary>What the document is.</summary>
    public required string DraftPlan { get; init; }
    /// <summary>A date as an official writes it.</summary>
    public required Func<DateOnly, string> Date { get; init; }
    /// <summary>The date or dates of the workshop.</summary>
    public required Func<DateOnly, DateOnly, string> Held { get; init; }
    /// <summary>When the document was made.</summary>
    public required Func<Moment, string> AsOf { get; init; }
    /// <summary>The page and how many there are.</summary>
    public required Func<Piece, Piece, Phrase> Page { get; init; }

    /// <summary>The heading of the priorities.</summary>
    public required string Priorities { get; init; }
    /// <summary>Instead of the table, before the priorities are adopted.</summary>
    public required string NoPriorities { get; init; }
    /// <summary>The head of the column of ranks.</summary>
    public required string Rank { get; init; }
    /// <summary>The head of the column of names.</summary>
    public required string Priority { get; init; }
    /// <summary>The head of the column of dots.</summary>
    public required string Dots { get; init; }
    /// <summary>The head of the column of voters.</summary>
    public required string Voters { get; init; }
    /// <summary>The head of the column of objectives.</summary>
    public required string Objective { get; init; }
    /// <summary>The rule: dots a voter, most on one topic, topics selected.</summary>
    public required Func<int, int, int, string> Rule { get; init; }
    /// <summary>That dots could be left unused.</summary>
    public required string SomeDots { get; init; }
    /// <summary>That they could not.</summary>
    public required string AllDots { get; init; }
    /// <summary>More voters, then the earlier.</summary>
    public required string TieByVotersThenAge { get; init; }
    /// <summary>More voters, then shared.</summary>
    public required string TieByVoters { get; init; }
    /// <summary>The earlier.</summary>
    public required string TieByAge { get; init; }
    /// <summary>Shared.</summary>
    public required string TieShared { get; init; }
    /// <summary>When the vote closed; how many could vote, how many ballots there were, how many of them blank.</summary>
    public required Func<Moment, int, int, int, string> Turnout { get; init; }
    /// <summary>How a tie at the line was decided.</summary>
    public required Func<CutOff, string> TieAtTheLine { get; init; }

    /// <summary>Instead of the objectives, while there are none.</summary>
    public required string NoObjectives { get; init; }
    /// <summary>Instead of the table of actions, while there are none.</summary>
    public required string NoActions { get; init; }
    /// <summary>The head of the column of numbers.</summary>
    public required string Number { get; init; }
    /// <summary>The head of the column of actions.</summary>
    public required string Action { get; init; }
    /// <summary>The head of the column of sources, and the label before those of an objective.</summary>
    public required string Sources { get; init; }
    /// <summary>A line that somebody wrote without naming a source.</summary>
    public required string NoSource { get; init; }
    /// <summary>A cluster as a source: its number, its name, its cards.</summary>
    public required Func<string, Phrase, int, Phrase> ClusterSource { get; init; }
    /// <summary>A cluster that was dissolved since.</summary>
    public required string DissolvedCluster { get; init; }
    /// <summary>A place in a vote as a source: rank, dots, voters.</summary>
    public required Func<int, int, int, string> VoteSource { get; init; }
    /// <summary>The cards that are the sources of an objective, and where they are.</summary>
    public required Func<Phrase, Phrase> CardSources { get; init; }

    /// <summary>The heading of the annex.</summary>
    public required string Annex { get; init; }
    /// <summary>How its texts are given, and what is left out.</summary>
    public required string AnnexNote { get; init; }
    /// <summary>Cards of a board that was sorted, in no cluster.</summary>
    public required string NotClustered { get; init; }
    /// <summary>Cards that were set aside.</summary>
    public required string Parked { get; init; }
    /// <summary>The head of the column of texts.</summary>
    public required string CardText { get; init; }
    /// <summary>The head of the column of authors.</summary>
    public required string Author { get; init; }
    /// <summary>The head of the column of lines that came of a card.</summary>
    public required string InPlan { get; init; }
    /// <summary>The head of the column of reasons.</summary>
    public required string Reason { get; init; }
    /// <summary>Whoever wrote without a name.</summary>
    public required string Anonymous { get; init; }
    /// <summary>Whoever had their name erased.</summary>
    public required string NameErased { get; init; }
    /// <summary>The sections of a SWOT board, <c>s w o t</c>.</summary>
    public required ImmutableDictionary<string, string> SwotSections { get; init; }
}

/// <summary>A moment in the time zone of the workshop.</summary>
/// <param name="Date">The day there.</param>
/// <param name="Time">The time there, to the minute.</param>
/// <param name="Zone">What the zone is called: <c>UTC+06:00</c>, with its name where it has one.</param>
readonly record struct Moment(DateOnly Date, TimeOnly Time, string Zone)
{
    /// <summary><c>09:05</c>.</summary>
    public string Clock => $"{Time.Hour:00}:{Time.Minute:00}";
}
