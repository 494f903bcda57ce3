using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Workshop.Storage;

/// <summary>
/// Sealed boxes: the items of a box on one side, its roll on the other, and no column that could join them. Whoever casts
/// or empties first takes the lock of the box: its row, or in SQLite, which has one writer, everything.
/// </summary>
static class Boxes
{
    /// <summary>A box's key: the workshop is part of it, since a table of boxes has no other column.</summary>
    public static string Name(WorkshopId workshop, string box) => $"{workshop}/{box}";

    /// <summary>Opens a box and writes its roll.</summary>
    public static void Open(IWriteConnection db, string box, ImmutableArray<PersonId> electors)
    {
        db.Db.Execute(db.Statements.OpenBox, new { Box = box });
        db.Db.Execute(db.Statements.AddToRoll, new { Box = box, People = JsonSerializer.Serialize(electors.Select(p => p.Value)) });
    }

    /// <summary>Puts an item in, or replaces it.</summary>
    public static CastOutcome Cast(IWriteConnection db, string box, SealedCast cast)
    {
        if (db.Db.QuerySingleOrDefault<bool?>(db.Statements.IsBoxOpen, new { Box = box }) is not true)
        {
            return CastOutcome.Closed;
        }

        var editHash = db.Db.QuerySingleOrDefault<string>(db.Statements.EditHashOf, new { Box = box, Id = cast.Item });
        return (editHash, cast.Key) switch
        {
            (null, null) => CastFirst(db, box, cast),
            (null, { }) => db.Db.QuerySingleOrDefault<bool?>(db.Statements.HasVoted, new { Box = box, Person = cast.Voter.Value }) switch
            {
                null => CastOutcome.NotOnRoll,
                true => CastOutcome.CastElsewhere,
                false => CastOutcome.WrongKey,
            },
            ({ }, null) => CastOutcome.Cast,
            ({ }, { } key) when editHash == HashOf(key) => Replace(db, box, cast),
            // The acknowledgement of this very replacement was lost: its next hash is stored already.
            ({ }, { }) when editHash == cast.EditHash => CastOutcome.Replaced,
            _ => CastOutcome.WrongKey,
        };
    }

    /// <summary>Closes a box and takes out what is in it; null if it is not open.</summary>
    public static ImmutableArray<SealedItem>? Empty(IWriteConnection db, string box)
    {
        if (db.Db.Execute(db.Statements.CloseBox, new { Box = box }) == 0)
        {
            return null;
        }

        var items = db.Db.Query<(string Id, byte[] Payload, string EditHash)>(db.Statements.ItemsOf, new { Box = box });
        db.DeleteItems(box);
        return [.. items.Select(i => new SealedItem(i.Id, ImmutableCollectionsMarshal.AsImmutableArray(i.Payload), i.EditHash))];
    }

    static CastOutcome CastFirst(IWriteConnection db, string box, SealedCast cast)
    {
        var voter = new { Box = box, Person = cast.Voter.Value };
        switch (db.Db.QuerySingleOrDefault<bool?>(db.Statements.HasVoted, voter))
        {
            case null:
                return CastOutcome.NotOnRoll;
            case true:
                return CastOutcome.CastElsewhere;
            default:
                db.Db.Execute(db.Statements.MarkVoted, voter);
                db.Db.Execute(db.Statements.PutItem, ItemOf(box, cast));
                return CastOutcome.Cast;
        }
    }

    static CastOutcome Replace(IWriteConnection db, string box, SealedCast cast)
    {
        db.Db.Execute(db.Statements.ReplaceItem, ItemOf(box, cast));
        return CastOutcome.Replaced;
    }

    static BoxItem ItemOf(string box, SealedCast cast) =>
        new(cast.Item, box, ImmutableCollectionsMarshal.AsArray(cast.Payload)!, cast.EditHash);

    /// <summary>A key is text: its hash is that of its UTF-8 bytes, in lower-case hex, as the device computed it.</summary>
    static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}

/// <summary>A row of the table of items.</summary>
sealed record BoxItem(string Id, string Box, byte[] Payload, string EditHash);
