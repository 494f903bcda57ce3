using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>
/// Sealed boxes: the items of a box on one side, its roll on the other, and no column that could join them. All of it runs under
/// BEGIN IMMEDIATE, which is the lock of every box at once: SQLite has one writer.
/// </summary>
static class Boxes
{
    /// <summary>A box's key: the workshop is part of it, since a table of boxes has no other column.</summary>
    public static string Name(WorkshopId workshop, string box) => $"{workshop}/{box}";

    /// <summary>Opens a box and writes its roll.</summary>
    public static void Open(SqliteConnection db, string box, ImmutableArray<PersonId> electors)
    {
        db.Execute(Statements.OpenBox, new { Box = box });
        db.Execute(Statements.AddToRoll, electors.Select(p => new { Box = box, Person = p.Value }));
    }

    /// <summary>Puts an item in, or replaces it.</summary>
    public static CastOutcome Cast(SqliteConnection db, string box, SealedCast cast)
    {
        if (db.QuerySingleOrDefault<bool?>(Statements.IsBoxOpen, new { Box = box }) is not true)
        {
            return CastOutcome.Closed;
        }

        var editHash = db.QuerySingleOrDefault<string>(Statements.EditHashOf, new { Box = box, Id = cast.Item });
        return (editHash, cast.Key) switch
        {
            (null, null) => CastFirst(db, box, cast),
            (null, { }) => db.QuerySingleOrDefault<bool?>(Statements.HasVoted, new { Box = box, Person = cast.Voter.Value }) switch
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
    public static ImmutableArray<SealedItem>? Empty(WriteConnection db, string box)
    {
        if (db.Sqlite.Execute(Statements.CloseBox, new { Box = box }) == 0)
        {
            return null;
        }

        var items = db.Sqlite.Query<(string Id, byte[] Payload, string EditHash)>(Statements.ItemsOf, new { Box = box });
        Erase(db.Sqlite, box);
        db.DeletedSecrets();
        return [.. items.Select(i => new SealedItem(i.Id, ImmutableCollectionsMarshal.AsImmutableArray(i.Payload), i.EditHash))];
    }

    /// <summary>
    /// secure_delete overwrites a deleted item and a freed page, but not the copies that splitting a page leaves in its unused
    /// part. Only a page that is cleared as a whole is clean: all pages are, and what lies in other open boxes is put back.
    /// </summary>
    static void Erase(SqliteConnection db, string box)
    {
        var others = db.Query<Item>(Statements.ItemsOfOthers, new { Box = box }).AsList();
        db.Execute(Statements.DeleteAllItems);
        db.Execute(Statements.PutItem, others);
    }

    static CastOutcome CastFirst(SqliteConnection db, string box, SealedCast cast)
    {
        var voter = new { Box = box, Person = cast.Voter.Value };
        switch (db.QuerySingleOrDefault<bool?>(Statements.HasVoted, voter))
        {
            case null:
                return CastOutcome.NotOnRoll;
            case true:
                return CastOutcome.CastElsewhere;
            default:
                db.Execute(Statements.MarkVoted, voter);
                db.Execute(Statements.PutItem, ItemOf(box, cast));
                return CastOutcome.Cast;
        }
    }

    static CastOutcome Replace(SqliteConnection db, string box, SealedCast cast)
    {
        db.Execute(Statements.ReplaceItem, ItemOf(box, cast));
        return CastOutcome.Replaced;
    }

    static Item ItemOf(string box, SealedCast cast) =>
        new(cast.Item, box, ImmutableCollectionsMarshal.AsArray(cast.Payload)!, cast.EditHash);

    /// <summary>A key is text: its hash is that of its UTF-8 bytes, in lower-case hex, as the device computed it.</summary>
    static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    sealed record Item(string Id, string Box, byte[] Payload, string EditHash);
}
