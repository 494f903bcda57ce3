namespace Workshop.Core.Kernel;

/// <summary>How much fits into a workshop. What a client may send how fast is the host's: <c>HostLimits</c>.</summary>
public static class Limits
{
    /// <summary>People of a workshop, those who have left among them.</summary>
    public const int People = 2_000;
    /// <summary>Cards of a workshop, withdrawn ones among them.</summary>
    public const int Cards = 10_000;
    /// <summary>Clusters of a workshop.</summary>
    public const int Clusters = 200;
    /// <summary>Cards in one command about clusters.</summary>
    public const int CardsAtOnce = 500;
    /// <summary>Steps of an agenda.</summary>
    public const int Activities = 200;
    /// <summary>Lines of the plan.</summary>
    public const int PlanLines = 1_000;
    /// <summary>Working languages of a workshop.</summary>
    public const int Languages = 12;
    /// <summary>Stakeholder groups of a workshop.</summary>
    public const int Groups = 12;
    /// <summary>Planned minutes of a step.</summary>
    public const int Minutes = 600;

    /// <summary>Graphemes of a card or a line of the plan.</summary>
    public const int CardText = 600;
    /// <summary>Graphemes of a title or question.</summary>
    public const int Title = 200;
    /// <summary>Graphemes of the name of a cluster or group.</summary>
    public const int Name = 120;
    /// <summary>Graphemes of a reason.</summary>
    public const int Reason = 200;
    /// <summary>Graphemes of a person's name.</summary>
    public const int PersonName = 40;
    /// <summary>Bytes, UTF-8, that a text's graphemes may take on average. An emoji of a family takes 25, a Tamil syllable 12.</summary>
    public const int BytesPerGrapheme = 32;
    /// <summary>The same in a person's name: a syllable of Tamil or Thai takes up to 12, marks piled on one letter any number.</summary>
    public const int BytesPerGraphemeOfName = 12;
    /// <summary>Marks on one letter: more of them cover the lines above and below. Written languages need up to five.</summary>
    public const int Marks = 8;
}
