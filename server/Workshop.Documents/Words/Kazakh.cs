using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

/// <summary>Sentences are built so that no number or name takes a suffix.</summary>
sealed partial record Catalogue
{
    static readonly string[] KazakhMonths =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    static string KazakhDate(DateOnly d) => $"{d.Year} жылғы {d.Day} {KazakhMonths[d.Month - 1]}";

    static Catalogue Kazakh { get; } = new()
    {
        Tag = "kk",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "араб тілінде",
            ["az"] = "әзербайжан тілінде",
            ["de"] = "неміс тілінде",
            ["en"] = "ағылшын тілінде",
            ["es"] = "испан тілінде",
            ["fr"] = "француз тілінде",
            ["kk"] = "қазақ тілінде",
            ["ky"] = "қырғыз тілінде",
            ["pt"] = "португал тілінде",
            ["ru"] = "орыс тілінде",
            ["tg"] = "тәжік тілінде",
            ["tr"] = "түрік тілінде",
            ["uk"] = "украин тілінде",
            ["uz"] = "өзбек тілінде",
            ["zh"] = "қытай тілінде",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"түпнұсқа: {tag}",

        Draft = "ЖОБА",
        DraftPlan = "Жоспар жобасы",
        Date = KazakhDate,
        Held = (from, to) => from == to
            ? $"Семинар күні: {KazakhDate(from)}"
            : $"Семинар күндері: {KazakhDate(from)}\u00a0– {KazakhDate(to)}",
        AsOf = m => $"Құжат жасалған уақыт: {KazakhDate(m.Date)}, {m.Clock} ({m.Zone})",
        Page = (page, pages) => $"{page}-бет, барлығы {pages}",

        Priorities = "Басымдықтар",
        NoPriorities = "Басымдықтар әлі қабылданған жоқ.",
        Rank = "Орын",
        Priority = "Басымдық",
        Dots = "Нүкте",
        Voters = "Дауыс берген",
        Objective = "Міндет",
        Rule = (dots, most, select) =>
            $"Нүктелермен жасырын дауыс беру: әр дауыс берушіде {dots} нүкте, бір тақырыпқа ең көбі {most} нүкте; іріктелетін тақырыптар саны\u00a0– {select}.",
        SomeDots = "Нүктелердің бәрін пайдалану міндетті емес; бос бюллетень\u00a0– қалыс қалу.",
        AllDots = "Нүктелердің бәрін пайдалану міндетті; бос бюллетень\u00a0– қалыс қалу.",
        TieByVotersThenAge = "Нүкте саны тең болса, көбірек адам дауыс берген тақырып, одан кейін бұрын құрылған тақырып жоғары тұрады.",
        TieByVoters = "Нүкте саны тең болса, көбірек адам дауыс берген тақырып жоғары тұрады; бәрі тең болса, тақырыптар орынды бөліседі.",
        TieByAge = "Нүкте саны тең болса, бұрын құрылған тақырып жоғары тұрады.",
        TieShared = "Нүкте саны тең тақырыптар орынды бөліседі.",
        Turnout = (closed, electors, ballots, blank) =>
            $"Дауыс беру аяқталған уақыт: {KazakhDate(closed.Date)}, {closed.Clock}. Дауыс беруге құқылы: {electors}; берілген бюллетень: {ballots}, оның ішінде бос: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"Іріктеу шегінде тақырыптардың нүктелері тең болды (әрқайсысында {line.Dots}): дауыс бергендер саны шешті, {line.VotersAbove} және {line.VotersBelow}.",
            TieBreak.EarlierCreated => $"Іріктеу шегінде тақырыптардың нүктелері тең болды (әрқайсысында {line.Dots}): бұрын құрылған тақырып іріктелді.",
            _ => $"Іріктеу шегінде тақырыптардың нүктелері тең болды (әрқайсысында {line.Dots}): таңдау басымдықтар қабылданғанда жасалды.",
        },

        NoObjectives = "Жоспарда әлі міндет жоқ.",
        NoActions = "Іс-шаралар әлі жоқ.",
        Number = "№",
        Action = "Іс-шара",
        Sources = "Дереккөздер",
        NoSource = "Дереккөз көрсетілмеген",
        ClusterSource = (label, name, cards) => $"Тақырыптық топ {label}: {name} ({cards} карточка)",
        DissolvedCluster = "Кейін таратылған тақырыптық топ",
        VoteSource = (rank, dots, voters) => $"Дауыс беру: {rank}-орын, {dots} нүкте, дауыс берген\u00a0– {voters}",
        CardSources = cards => $"Карточкалар: {cards}; мәтіндері мен авторлары қосымшада берілген",

        Annex = "Қосымша. Қатысушылардың карточкалары",
        AnnexNote = "Мәтіндер жазылған күйінде, түпнұсқа тілінде берілген. Жасырылған және қайтарып алынған карточкалар енгізілмеген.",
        NotClustered = "Тақырыптық топтардан тыс",
        Parked = "Кейінге қалдырылған",
        CardText = "Мәтін",
        Author = "Автор",
        InPlan = "Жоспарда",
        Reason = "Себеп",
        Anonymous = "Аты көрсетілмеген",
        NameErased = "Аты өшірілген",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "Күшті жақтар",
            ["w"] = "Әлсіз жақтар",
            ["o"] = "Мүмкіндіктер",
            ["t"] = "Қауіптер",
        }.ToImmutableDictionary(),
    };
}
