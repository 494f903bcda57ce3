using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

sealed partial record Catalogue
{
    static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    static string EnglishDate(DateOnly d) => $"{d.Day} {EnglishMonths[d.Month - 1]} {d.Year}";

    static Catalogue English { get; } = new()
    {
        Tag = "en",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "in Arabic",
            ["az"] = "in Azerbaijani",
            ["de"] = "in German",
            ["en"] = "in English",
            ["es"] = "in Spanish",
            ["fr"] = "in French",
            ["kk"] = "in Kazakh",
            ["ky"] = "in Kyrgyz",
            ["pt"] = "in Portuguese",
            ["ru"] = "in Russian",
            ["tg"] = "in Tajik",
            ["tr"] = "in Turkish",
            ["uk"] = "in Ukrainian",
            ["uz"] = "in Uzbek",
            ["zh"] = "in Chinese",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"original: {tag}",

        Draft = "DRAFT",
        DraftPlan = "Draft plan",
        Date = EnglishDate,
        Held = (from, to) => from == to
            ? $"Date of the workshop: {EnglishDate(from)}"
            : $"Dates of the workshop: {EnglishDate(from)} to {EnglishDate(to)}",
        AsOf = m => $"As of {EnglishDate(m.Date)}, {m.Clock} ({m.Zone})",
        Page = (page, pages) => $"Page {page} of {pages}",

        Priorities = "Priorities",
        NoPriorities = "No priorities have been adopted yet.",
        Rank = "Place",
        Priority = "Priority",
        Dots = "Dots",
        Voters = "Voters",
        Objective = "Objective",
        Rule = (dots, most, select) => $"Secret vote with dots: {(dots == 1 ? "1 dot" : $"{dots} dots")} for each voter, at most {most} on one topic; "
            + (select == 1 ? "the first topic is selected." : $"the first {select} topics are selected."),
        SomeDots = "Dots could be left unused; a blank ballot is an abstention.",
        AllDots = "All dots had to be placed; a blank ballot is an abstention.",
        TieByVotersThenAge = "With equal dots the topic with more voters comes first, then the one that was created earlier.",
        TieByVoters = "With equal dots the topic with more voters comes first; topics that are still equal share a place.",
        TieByAge = "With equal dots the topic that was created earlier comes first.",
        TieShared = "Topics with equal dots share a place.",
        Turnout = (closed, electors, ballots, blank) =>
            $"The vote closed on {EnglishDate(closed.Date)} at {closed.Clock}. Entitled to vote: {electors}; ballots cast: {ballots}, of which blank: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"At the line of selection topics had equal dots ({line.Dots} each): the number of voters decided, {line.VotersAbove} against {line.VotersBelow}.",
            TieBreak.EarlierCreated => $"At the line of selection topics had equal dots ({line.Dots} each): the one created earlier was selected.",
            _ => $"At the line of selection topics had equal dots ({line.Dots} each): the choice was made when the priorities were adopted.",
        },

        NoObjectives = "The plan has no objectives yet.",
        NoActions = "No actions yet.",
        Number = "No.",
        Action = "Action",
        Sources = "Sources",
        NoSource = "No source named",
        ClusterSource = (label, name, cards) => $"Thematic group {label}: {name} ({(cards == 1 ? "1 card" : $"{cards} cards")})",
        DissolvedCluster = "A thematic group that was dissolved",
        VoteSource = (rank, dots, voters) =>
            $"Vote: place {rank}, {(dots == 1 ? "1 dot" : $"{dots} dots")}, {(voters == 1 ? "1 voter" : $"{voters} voters")}",
        CardSources = cards => $"Cards: {cards}; texts and authors are in the annex",

        Annex = "Annex. Cards of the participants",
        AnnexNote = "Texts are given as they were written, in their original language. Hidden and withdrawn cards are left out.",
        NotClustered = "In no thematic group",
        Parked = "Set aside",
        CardText = "Text",
        Author = "Author",
        InPlan = "In the plan",
        Reason = "Reason",
        Anonymous = "Without a name",
        NameErased = "Name erased",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "Strengths",
            ["w"] = "Weaknesses",
            ["o"] = "Opportunities",
            ["t"] = "Threats",
        }.ToImmutableDictionary(),
    };
}
