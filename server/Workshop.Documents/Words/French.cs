using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

/// <summary>A no-break space stands before : ; and in times.</summary>
sealed partial record Catalogue
{
    static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    static string FrenchClock(Moment m) => $"{m.Time.Hour}\u00a0h\u00a0{m.Time.Minute:00}";

    static string FrenchCount(int n, string one, string many) => n < 2 ? $"{n} {one}" : $"{n} {many}";

    static string FrenchDate(DateOnly d) => $"{(d.Day == 1 ? "1er" : $"{d.Day}")} {FrenchMonths[d.Month - 1]} {d.Year}";

    static Catalogue French { get; } = new()
    {
        Tag = "fr",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "en arabe",
            ["az"] = "en azéri",
            ["de"] = "en allemand",
            ["en"] = "en anglais",
            ["es"] = "en espagnol",
            ["fr"] = "en français",
            ["kk"] = "en kazakh",
            ["ky"] = "en kirghize",
            ["pt"] = "en portugais",
            ["ru"] = "en russe",
            ["tg"] = "en tadjik",
            ["tr"] = "en turc",
            ["uk"] = "en ukrainien",
            ["uz"] = "en ouzbek",
            ["zh"] = "en chinois",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"original\u00a0: {tag}",

        Draft = "PROJET",
        DraftPlan = "Projet de plan",
        Date = FrenchDate,
        Held = (from, to) => from == to
            ? $"Date de l’atelier\u00a0: {FrenchDate(from)}"
            : $"Dates de l’atelier\u00a0: du {FrenchDate(from)} au {FrenchDate(to)}",
        AsOf = m => $"État au {FrenchDate(m.Date)} à {FrenchClock(m)} ({m.Zone})",
        Page = (page, pages) => $"Page {page} sur {pages}",

        Priorities = "Priorités",
        NoPriorities = "Aucune priorité n’a encore été adoptée.",
        Rank = "Rang",
        Priority = "Priorité",
        Dots = "Gommettes",
        Voters = "Votants",
        Objective = "Objectif",
        Rule = (dots, most, select) =>
            $"Vote secret par gommettes\u00a0: {FrenchCount(dots, "gommette", "gommettes")} par votant, {most} au plus sur un même thème\u00a0; "
            + (select == 1 ? "le premier thème est retenu." : $"les {select} premiers thèmes sont retenus."),
        SomeDots = "Il était permis de ne pas utiliser toutes les gommettes\u00a0; un bulletin blanc vaut abstention.",
        AllDots = "Toutes les gommettes devaient être placées\u00a0; un bulletin blanc vaut abstention.",
        TieByVotersThenAge = "À égalité de gommettes, le thème qui a réuni le plus de votants passe devant, puis celui qui a été créé le premier.",
        TieByVoters = "À égalité de gommettes, le thème qui a réuni le plus de votants passe devant\u00a0; à égalité complète, les thèmes partagent le rang.",
        TieByAge = "À égalité de gommettes, le thème créé le premier passe devant.",
        TieShared = "Les thèmes à égalité de gommettes partagent le rang.",
        Turnout = (closed, electors, ballots, blank) =>
            $"Scrutin clos le {FrenchDate(closed.Date)} à {FrenchClock(closed)}. Électeurs\u00a0: {electors}\u00a0; bulletins\u00a0: {ballots}, dont blancs\u00a0: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"Au seuil de sélection, les thèmes étaient à égalité ({FrenchCount(line.Dots, "gommette", "gommettes")} chacun)\u00a0: le nombre de votants a tranché, {line.VotersAbove} contre {line.VotersBelow}.",
            TieBreak.EarlierCreated =>
                $"Au seuil de sélection, les thèmes étaient à égalité ({FrenchCount(line.Dots, "gommette", "gommettes")} chacun)\u00a0: le thème créé le premier a été retenu.",
            _ =>
                $"Au seuil de sélection, les thèmes étaient à égalité ({FrenchCount(line.Dots, "gommette", "gommettes")} chacun)\u00a0: le choix a été fait lors de l’adoption des priorités.",
        },

        NoObjectives = "Le plan ne contient encore aucun objectif.",
        NoActions = "Aucune action pour l’instant.",
        Number = "N°",
        Action = "Action",
        Sources = "Sources",
        NoSource = "Aucune source indiquée",
        ClusterSource = (label, name, cards) => $"Groupe thématique {label}\u00a0: {name} ({FrenchCount(cards, "carte", "cartes")})",
        DissolvedCluster = "Groupe thématique dissous depuis",
        VoteSource = (rank, dots, voters) =>
            $"Vote\u00a0: rang {rank}, {FrenchCount(dots, "gommette", "gommettes")}, {FrenchCount(voters, "votant", "votants")}",
        CardSources = cards => $"Cartes\u00a0: {cards}\u00a0; textes et auteurs en annexe",

        Annex = "Annexe. Cartes des participants",
        AnnexNote = "Les textes sont reproduits tels qu’ils ont été écrits, dans leur langue d’origine. Les cartes masquées ou retirées n’y figurent pas.",
        NotClustered = "Hors groupe thématique",
        Parked = "Mises de côté",
        CardText = "Texte",
        Author = "Auteur",
        InPlan = "Dans le plan",
        Reason = "Motif",
        Anonymous = "Sans nom",
        NameErased = "Nom effacé",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "Forces",
            ["w"] = "Faiblesses",
            ["o"] = "Opportunités",
            ["t"] = "Menaces",
        }.ToImmutableDictionary(),
    };
}
