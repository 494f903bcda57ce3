using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Workshop.Faults.Evidence;

namespace Workshop.Faults.Invariants;

/// <summary>The log as a whole.</summary>
static class Log
{
    /// <summary>C4.</summary>
    public static IEnumerable<string> Dense(Found found)
    {
        var log = found.Stored.Log;
        for (var i = 0; i < log.Length; i++)
        {
            if (log[i].Seq != i + 1)
            {
                yield return $"at {i + 1} there is {log[i].Seq}";
                break;
            }

            if (i > 0 && log[i].At < log[i - 1].At)
            {
                yield return $"{log[i].Seq} is older than {log[i - 1].Seq}";
            }
        }

        foreach (var twice in log.GroupBy(r => r.Command, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"command {twice.Key} is at {string.Join(" and ", twice.Select(r => r.Seq))}";
        }
    }

    /// <summary>C10: each hash is SHA-256 of the one before and all other columns, each with its length.</summary>
    public static IEnumerable<string> Chain(Found found)
    {
        var previous = new byte[32];
        foreach (var row in found.Stored.Log)
        {
            var field = new List<byte>(previous);
            Add(field, Encoding.UTF8.GetBytes(found.Facilitator.Workshop));
            Add(field, Number(row.Seq));
            Add(field, Number(row.V));
            Add(field, Encoding.UTF8.GetBytes(row.Command));
            Add(field, Encoding.UTF8.GetBytes(row.Actor));
            Add(field, Number(row.At));
            Add(field, row.BodyHash);
            Add(field, row.Events);
            if (!SHA256.HashData(field.ToArray()).AsSpan().SequenceEqual(row.Hash))
            {
                yield return $"it breaks at {row.Seq}";
                yield break;
            }

            previous = row.Hash;
        }
    }

    static void Add(List<byte> fields, byte[] field)
    {
        fields.AddRange(Number(field.Length));
        fields.AddRange(field);
    }

    static byte[] Number(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
