using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

sealed partial record Catalogue
{
    static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    static string SpanishCount(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";

    static string SpanishDate(DateOnly d) => $"{d.Day} de {SpanishMonths[d.Month - 1]} de {d.Year}";

    static Catalogue Spanish { get; } = new()
    {
        Tag = "es",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "en árabe",
            ["az"] = "en azerí",
            ["de"] = "en alemán",
            ["en"] = "en inglés",
            ["es"] = "en español",
            ["fr"] = "en francés",
            ["kk"] = "en kazajo",
            ["ky"] = "en kirguís",
            ["pt"] = "en portugués",
            ["ru"] = "en ruso",
            ["tg"] = "en tayiko",
            ["tr"] = "en turco",
            ["uk"] = "en ucraniano",
            ["uz"] = "en uzbeko",
            ["zh"] = "en chino",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"original: {tag}",

        Draft = "BORRADOR",
        DraftPlan = "Borrador del plan",
        Date = SpanishDate,
        Held = (from, to) => from == to
            ? $"Fecha del taller: {SpanishDate(from)}"
            : $"Fechas del taller: del {SpanishDate(from)} al {SpanishDate(to)}",
        AsOf = m => $"Situación al {SpanishDate(m.Date)}, {m.Clock} ({m.Zone})",
        Page = (page, pages) => $"Página {page} de {pages}",

        Priorities = "Prioridades",
        NoPriorities = "Todavía no se han adoptado prioridades.",
        Rank = "Puesto",
        Priority = "Prioridad",
        Dots = "Puntos",
        Voters = "Votantes",
        Objective = "Objetivo",
        Rule = (dots, most, select) =>
            $"Votación secreta con puntos: {SpanishCount(dots, "punto", "puntos")} por votante, como máximo {most} en un mismo tema; "
            + (select == 1 ? "se selecciona el primer tema." : $"se seleccionan los {select} primeros temas."),
        SomeDots = "No era obligatorio usar todos los puntos; una papeleta en blanco es una abstención.",
        AllDots = "Era obligatorio usar todos los puntos; una papeleta en blanco es una abstención.",
        TieByVotersThenAge = "Con igual número de puntos precede el tema con más votantes y, después, el creado antes.",
        TieByVoters = "Con igual número de puntos precede el tema con más votantes; los que siguen empatados comparten el puesto.",
        TieByAge = "Con igual número de puntos precede el tema creado antes.",
        TieShared = "Los temas con igual número de puntos comparten el puesto.",
        Turnout = (closed, electors, ballots, blank) =>
            $"La votación se cerró el {SpanishDate(closed.Date)} a las {closed.Clock}. Con derecho a voto: {electors}; papeletas emitidas: {ballots}, de ellas en blanco: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"En la línea de corte los temas empataron ({SpanishCount(line.Dots, "punto", "puntos")} cada uno): decidió el número de votantes, {line.VotersAbove} frente a {line.VotersBelow}.",
            TieBreak.EarlierCreated =>
                $"En la línea de corte los temas empataron ({SpanishCount(line.Dots, "punto", "puntos")} cada uno): se seleccionó el creado antes.",
            _ =>
                $"En la línea de corte los temas empataron ({SpanishCount(line.Dots, "punto", "puntos")} cada uno): la elección se hizo al adoptar las prioridades.",
        },

        NoObjectives = "El plan todavía no tiene objetivos.",
        NoActions = "Todavía no hay acciones.",
        Number = "N.º",
        Action = "Acción",
        Sources = "Fuentes",
        NoSource = "Sin fuente indicada",
        ClusterSource = (label, name, cards) => $"Grupo temático {label}: {name} ({SpanishCount(cards, "tarjeta", "tarjetas")})",
        DissolvedCluster = "Grupo temático disuelto posteriormente",
        VoteSource = (rank, dots, voters) =>
            $"Votación: puesto {rank}, {SpanishCount(dots, "punto", "puntos")}, {SpanishCount(voters, "votante", "votantes")}",
        CardSources = cards => $"Tarjetas: {cards}; textos y autores en el anexo",

        Annex = "Anexo. Tarjetas de los participantes",
        AnnexNote = "Los textos se reproducen tal como se escribieron, en su idioma original. No se incluyen las tarjetas ocultas ni las retiradas.",
        NotClustered = "Fuera de los grupos temáticos",
        Parked = "Apartadas",
        CardText = "Texto",
        Author = "Autor",
        InPlan = "En el plan",
        Reason = "Motivo",
        Anonymous = "Sin nombre",
        NameErased = "Nombre borrado",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "Fortalezas",
            ["w"] = "Debilidades",
            ["o"] = "Oportunidades",
            ["t"] = "Amenazas",
        }.ToImmutableDictionary(),
    };
}
