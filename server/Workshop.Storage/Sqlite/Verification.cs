using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Workshop.Storage.Sqlite;

/// <summary>What a sound database holds.</summary>
/// <param name="Workshops">How many logs.</param>
/// <param name="Commits">In all of them.</param>
public sealed record Soundness(int Workshops, long Commits);

/// <summary>Reads a whole database and recomputes the chain of hashes of every log: a row that was changed, removed or added is found.</summary>
public static class Verification
{
    /// <summary>Verifies a file, or the database of a data folder, which a server may be using.</summary>
    /// <exception cref="DatabaseUnusableException">It is damaged: the first place that is.</exception>
    public static Soundness Verify(string fileOrFolder)
    {
        var path = Path.GetFullPath(Directory.Exists(fileOrFolder) ? Path.Combine(fileOrFolder, Database.FileName) : fileOrFolder);
        if (!File.Exists(path))
        {
            throw new DatabaseUnusableException($"There is no database {path}.");
        }

        try
        {
            Opening.InspectContent(path, Opening.IsAlone(path));
            using var db = new SqliteConnection($"Data Source={Opening.ReadingSource(path, Opening.IsAlone(path))};Mode=ReadOnly;Pooling=False;Default Timeout=2");
            db.Open();
            return VerifyLogs(db, path);
        }
        catch (SqliteException e)
        {
            throw Opening.Unusable(path, e);
        }
    }

    static Soundness VerifyLogs(SqliteConnection db, string path)
    {
        var (workshops, commits) = (0, 0L);
        Commit? before = null;
        foreach (var row in db.Query<Row>(Statements.EveryCommit, buffered: false))
        {
            var commit = row.ToCommit();
            before = before?.Workshop == commit.Workshop ? before : null;
            if (commit.Seq != (before?.Seq ?? 0) + 1)
            {
                throw Opening.Damaged(path, $"commit {(before?.Seq ?? 0) + 1} of workshop {commit.Workshop} is missing");
            }

            if (!commit.ComputeHash(before?.Hash ?? Commit.NoHash).AsSpan().SequenceEqual(commit.Hash.AsSpan()))
            {
                throw Opening.Damaged(path, $"commit {commit.Seq} of workshop {commit.Workshop} is not what was written");
            }

            workshops += before is null ? 1 : 0;
            commits++;
            before = commit;
        }

        return new(workshops, commits);
    }

    sealed class Row
    {
        public required string Workshop { get; init; }
        public required long Seq { get; init; }
        public required int V { get; init; }
        public required string Command { get; init; }
        public required string Actor { get; init; }
        public required long At { get; init; }
        public required byte[] BodyHash { get; init; }
        public required byte[] Events { get; init; }
        public required byte[] Hash { get; init; }

        public Commit ToCommit() => new()
        {
            Workshop = WorkshopId.Of(Workshop),
            Seq = Seq,
            V = V,
            Command = CommandId.Of(Command),
            Actor = Actor,
            At = DateTimeOffset.FromUnixTimeMilliseconds(At),
            BodyHash = ImmutableCollectionsMarshal.AsImmutableArray(BodyHash),
            Events = ImmutableCollectionsMarshal.AsImmutableArray(Events),
            Hash = ImmutableCollectionsMarshal.AsImmutableArray(Hash),
        };
    }
}
