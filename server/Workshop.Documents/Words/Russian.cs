using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

sealed partial record Catalogue
{
    static readonly string[] RussianMonths =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>The form of a noun behind a number: 1 точка, 2 точки, 5 точек.</summary>
    static string RussianCount(int n, string one, string few, string many) => (n % 10, n % 100) switch
    {
        (1, not 11) => $"{n} {one}",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => $"{n} {few}",
        _ => $"{n} {many}",
    };

    static string RussianDate(DateOnly d) => $"{d.Day} {RussianMonths[d.Month - 1]} {d.Year} года";

    static Catalogue Russian { get; } = new()
    {
        Tag = "ru",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "на арабском языке",
            ["az"] = "на азербайджанском языке",
            ["de"] = "на немецком языке",
            ["en"] = "на английском языке",
            ["es"] = "на испанском языке",
            ["fr"] = "на французском языке",
            ["kk"] = "на казахском языке",
            ["ky"] = "на кыргызском языке",
            ["pt"] = "на португальском языке",
            ["ru"] = "на русском языке",
            ["tg"] = "на таджикском языке",
            ["tr"] = "на турецком языке",
            ["uk"] = "на украинском языке",
            ["uz"] = "на узбекском языке",
            ["zh"] = "на китайском языке",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"оригинал: {tag}",

        Draft = "ПРОЕКТ",
        DraftPlan = "Проект плана",
        Date = RussianDate,
        Held = (from, to) => from == to
            ? $"Дата семинара: {RussianDate(from)}"
            : $"Даты семинара: с {RussianDate(from)} по {RussianDate(to)}",
        AsOf = m => $"По состоянию на {RussianDate(m.Date)}, {m.Clock} ({m.Zone})",
        Page = (page, pages) => $"Страница {page} из {pages}",

        Priorities = "Приоритеты",
        NoPriorities = "Приоритеты ещё не приняты.",
        Rank = "Место",
        Priority = "Приоритет",
        Dots = "Точек",
        Voters = "Голосовавших",
        Objective = "Задача",
        Rule = (dots, most, select) =>
            $"Тайное голосование точками: у каждого голосующего {RussianCount(dots, "точка", "точки", "точек")}, не более {most} на одну тему; число отбираемых тем\u00a0– {select}.",
        SomeDots = "Точки можно было использовать не все; пустой бюллетень означает «воздержался».",
        AllDots = "Следовало использовать все точки; пустой бюллетень означает «воздержался».",
        TieByVotersThenAge = "При равном числе точек выше стоит тема, за которую голосовало больше людей, затем тема, созданная раньше.",
        TieByVoters = "При равном числе точек выше стоит тема, за которую голосовало больше людей; при полном равенстве темы делят место.",
        TieByAge = "При равном числе точек выше стоит тема, созданная раньше.",
        TieShared = "Темы с равным числом точек делят место.",
        Turnout = (closed, electors, ballots, blank) =>
            $"Голосование закрыто {RussianDate(closed.Date)} в {closed.Clock}. Имели право голоса: {electors}; подано бюллетеней: {ballots}, из них пустых: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"На границе отбора у тем было поровну точек (по {line.Dots}): решило число голосовавших, {line.VotersAbove} против {line.VotersBelow}.",
            TieBreak.EarlierCreated => $"На границе отбора у тем было поровну точек (по {line.Dots}): отобрана тема, созданная раньше.",
            _ => $"На границе отбора у тем было поровну точек (по {line.Dots}): выбор сделан при принятии приоритетов.",
        },

        NoObjectives = "Задач в плане ещё нет.",
        NoActions = "Мероприятий ещё нет.",
        Number = "№",
        Action = "Мероприятие",
        Sources = "Источники",
        NoSource = "Источник не указан",
        ClusterSource = (label, name, cards) =>
            $"Тематическая группа {label}: {name} ({RussianCount(cards, "карточка", "карточки", "карточек")})",
        DissolvedCluster = "Тематическая группа, впоследствии расформированная",
        VoteSource = (rank, dots, voters) =>
            $"Голосование: место {rank}, {RussianCount(dots, "точка", "точки", "точек")}, голосовавших\u00a0– {voters}",
        CardSources = cards => $"Карточки: {cards}; тексты и авторы\u00a0– в приложении",

        Annex = "Приложение. Карточки участников",
        AnnexNote = "Тексты приведены так, как написаны, на языке оригинала. Скрытые и отозванные карточки не приводятся.",
        NotClustered = "Вне тематических групп",
        Parked = "Отложено",
        CardText = "Текст",
        Author = "Автор",
        InPlan = "В плане",
        Reason = "Причина",
        Anonymous = "Без имени",
        NameErased = "Имя удалено",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "Сильные стороны",
            ["w"] = "Слабые стороны",
            ["o"] = "Возможности",
            ["t"] = "Угрозы",
        }.ToImmutableDictionary(),
    };
}
