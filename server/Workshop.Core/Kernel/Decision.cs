using System.Collections;
using System.Runtime.CompilerServices;

namespace Workshop.Core.Kernel;

/// <summary>A refusal: a value, with a stable code that is also the key of its sentence in every catalogue.</summary>
/// <param name="Code"><c>feature.kebab-case</c>.</param>
/// <param name="Args">What the sentence names: numbers and words, never a stack or a type.</param>
/// <param name="Retry">Whether waiting helps; the client then keeps the command and sends it again.</param>
public sealed record Rejection(string Code, ImmutableSortedDictionary<string, string> Args, bool Retry = false)
{
    /// <summary>A refusal with the arguments of its sentence.</summary>
    public static Rejection Of(string code, params ReadOnlySpan<(string Name, object Value)> args)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            named[name] = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        }

        return new(code, named.ToImmutable());
    }
}

/// <summary>
/// What a decider answers: events (none: nothing to do, which is no mistake), a refusal, a ballot for a sealed box, or the
/// opening of a sealed box whose content decides the events. Written as a collection of events or as a rejection.
/// </summary>
[CollectionBuilder(typeof(Decision), nameof(Create))]
public sealed record Decision : IEnumerable<IEvent>
{
    /// <summary>The events, in order.</summary>
    public ImmutableArray<IEvent> Events { get; private init; } = [];

    /// <summary>Names and the like that go beside the log, in the same transaction.</summary>
    public ImmutableArray<PersonRow> People { get; init; } = [];

    /// <summary>Set if the command is refused; then there are no events.</summary>
    public Rejection? Rejection { get; private init; }

    /// <summary>Set if the command puts an item into a sealed box instead of the log.</summary>
    public SealedCast? Cast { get; private init; }

    /// <summary>Set if the box must be emptied first: the events are then a function of what was in it.</summary>
    public Unsealing? Unseal { get; private init; }

    /// <summary>Set if a sealed item is known to be counted already: <c>cast</c> or <c>replaced</c>.</summary>
    public string? Counted { get; init; }

    /// <summary>Used by collection expressions.</summary>
    public static Decision Create(ReadOnlySpan<IEvent> events) => new() { Events = [.. events] };

    /// <summary>A refusal.</summary>
    public static implicit operator Decision(Rejection rejection) => new() { Rejection = rejection };

    /// <summary>An item for a sealed box.</summary>
    public static implicit operator Decision(SealedCast cast) => new() { Cast = cast };

    /// <summary>A box to be emptied.</summary>
    public static implicit operator Decision(Unsealing unseal) => new() { Unseal = unseal };

    IEnumerator<IEvent> IEnumerable<IEvent>.GetEnumerator() => ((IEnumerable<IEvent>)Events).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IEvent>)Events).GetEnumerator();
}

/// <summary>An item for a sealed box. It bears no command id, no time and no order; the roll alone knows the person.</summary>
/// <param name="Box">The box: the activity's id.</param>
/// <param name="Voter">Whose place on the roll is marked. Never stored with the item.</param>
/// <param name="Item">The device's random 128 bits, 32 hex digits.</param>
/// <param name="Payload">The content, UTF-8 JSON.</param>
/// <param name="EditHash">SHA-256 (64 hex digits) of the key that will prove the next replacement.</param>
/// <param name="Key">The key of the item to be replaced (hex); null for a first cast.</param>
public sealed record SealedCast(string Box, PersonId Voter, string Item, ImmutableArray<byte> Payload, string EditHash, string? Key);

/// <summary>An item as it lay in the box.</summary>
/// <param name="Item">The device's random 128 bits, 32 hex digits.</param>
/// <param name="Payload">The content, UTF-8 JSON.</param>
/// <param name="EditHash">SHA-256 of the key of its next replacement, 64 hex digits.</param>
public sealed record SealedItem(string Item, ImmutableArray<byte> Payload, string EditHash);

/// <summary>Close the box, hand its items (in no order that means anything) to <paramref name="Then"/>, delete them: one transaction.</summary>
/// <param name="Box">The box to be emptied.</param>
/// <param name="Then">Pure: the events that follow from the items.</param>
public sealed record Unsealing(string Box, Func<ImmutableArray<SealedItem>, ImmutableArray<IEvent>> Then);

/// <summary>A box that a commit opens: the box and one row of the roll per elector.</summary>
/// <param name="Box">The activity's id.</param>
/// <param name="Electors">Who may cast, once each.</param>
public sealed record OpenedBox(string Box, ImmutableArray<PersonId> Electors);
