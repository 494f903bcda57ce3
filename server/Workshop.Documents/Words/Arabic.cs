using Workshop.Core.Voting;

namespace Workshop.Documents.Words;

/// <summary>Numbers stand behind their noun, so that none of the six plural forms is needed.</summary>
sealed partial record Catalogue
{
    static readonly string[] ArabicMonths =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];

    static string ArabicDate(DateOnly d) => $"{d.Day} {ArabicMonths[d.Month - 1]} {d.Year}";

    static Catalogue Arabic { get; } = new()
    {
        Tag = "ar",
        // The mark keeps a list of Latin numbers in the order of the page.
        Comma = "\u200f، ",
        InLanguages = new Dictionary<string, string>
        {
            ["ar"] = "بالعربية",
            ["az"] = "بالأذربيجانية",
            ["de"] = "بالألمانية",
            ["en"] = "بالإنجليزية",
            ["es"] = "بالإسبانية",
            ["fr"] = "بالفرنسية",
            ["kk"] = "بالكازاخية",
            ["ky"] = "بالقيرغيزية",
            ["pt"] = "بالبرتغالية",
            ["ru"] = "بالروسية",
            ["tg"] = "بالطاجيكية",
            ["tr"] = "بالتركية",
            ["uk"] = "بالأوكرانية",
            ["uz"] = "بالأوزبكية",
            ["zh"] = "بالصينية",
        }.ToImmutableDictionary(),
        InOriginal = tag => $"النص الأصلي: {tag}",

        Draft = "مسودة",
        DraftPlan = "مسودة الخطة",
        Date = ArabicDate,
        Held = (from, to) => from == to
            ? $"تاريخ الورشة: {ArabicDate(from)}"
            : $"تاريخ الورشة: من {ArabicDate(from)} إلى {ArabicDate(to)}",
        AsOf = m => $"الوضع في {ArabicDate(m.Date)}، الساعة {m.Clock} ({m.Zone})",
        Page = (page, pages) => $"صفحة {page} من {pages}",

        Priorities = "الأولويات",
        NoPriorities = "لم تُعتمد الأولويات بعد.",
        Rank = "المرتبة",
        Priority = "الأولوية",
        Dots = "النقاط",
        Voters = "المصوّتون",
        Objective = "الهدف",
        Rule = (dots, most, select) =>
            $"تصويت سري بالنقاط: عدد النقاط لكل مصوّت {dots}، والحد الأقصى على الموضوع الواحد {most}، وعدد الموضوعات المختارة {select}.",
        SomeDots = "جاز ترك بعض النقاط دون استخدام، والورقة البيضاء تُعدّ امتناعًا.",
        AllDots = "وجب استخدام جميع النقاط، والورقة البيضاء تُعدّ امتناعًا.",
        TieByVotersThenAge = "عند تساوي النقاط يتقدّم الموضوع الذي صوّت له عدد أكبر، ثم الموضوع الذي أُنشئ أولًا.",
        TieByVoters = "عند تساوي النقاط يتقدّم الموضوع الذي صوّت له عدد أكبر، وما بقي متساويًا يتقاسم المرتبة.",
        TieByAge = "عند تساوي النقاط يتقدّم الموضوع الذي أُنشئ أولًا.",
        TieShared = "الموضوعات المتساوية في النقاط تتقاسم المرتبة.",
        Turnout = (closed, electors, ballots, blank) =>
            $"أُغلق التصويت في {ArabicDate(closed.Date)}، الساعة {closed.Clock}. أصحاب حق التصويت: {electors}؛ أوراق الاقتراع: {ballots}، منها بيضاء: {blank}.",
        TieAtTheLine = line => line.DecidedBy switch
        {
            TieBreak.MoreVoters =>
                $"تساوت الموضوعات عند حدّ الاختيار (النقاط لكل منها: {line.Dots})، وحسم ذلك عدد المصوّتين: {line.VotersAbove} مقابل {line.VotersBelow}.",
            TieBreak.EarlierCreated => $"تساوت الموضوعات عند حدّ الاختيار (النقاط لكل منها: {line.Dots})، واختير الموضوع الذي أُنشئ أولًا.",
            _ => $"تساوت الموضوعات عند حدّ الاختيار (النقاط لكل منها: {line.Dots})، وجرى الاختيار عند اعتماد الأولويات.",
        },

        NoObjectives = "لا توجد أهداف في الخطة بعد.",
        NoActions = "لا توجد إجراءات بعد.",
        Number = "الرقم",
        Action = "الإجراء",
        Sources = "المصادر",
        NoSource = "لم يُذكر مصدر",
        ClusterSource = (label, name, cards) => $"المجموعة الموضوعية {label}: {name} (عدد البطاقات: {cards})",
        DissolvedCluster = "مجموعة موضوعية أُلغيت لاحقًا",
        VoteSource = (rank, dots, voters) => $"التصويت: المرتبة {rank}، النقاط {dots}، المصوّتون {voters}",
        CardSources = cards => $"البطاقات: {cards}؛ النصوص وأصحابها في الملحق",

        Annex = "الملحق. بطاقات المشاركين",
        AnnexNote = "النصوص واردة كما كُتبت وبلغتها الأصلية. ولا تُدرج البطاقات المخفية أو المسحوبة.",
        NotClustered = "خارج المجموعات الموضوعية",
        Parked = "مؤجّلة",
        CardText = "النص",
        Author = "صاحب البطاقة",
        InPlan = "في الخطة",
        Reason = "السبب",
        Anonymous = "بدون اسم",
        NameErased = "اسم محذوف",
        SwotSections = new Dictionary<string, string>
        {
            ["s"] = "نقاط القوة",
            ["w"] = "نقاط الضعف",
            ["o"] = "الفرص",
            ["t"] = "التهديدات",
        }.ToImmutableDictionary(),
    };
}
