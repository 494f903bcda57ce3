using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Workshop.Core.Wire;
using Workshop.Server.Hub;

namespace Workshop.Server.Rooms;

/// <summary>
/// Whole views of a room as bodies of answers: of a shared view made and compressed once for everyone who asks, outside the room's
/// loop.
/// </summary>
sealed class Snapshots(TimeProvider clock)
{
    /// <summary>While changes rain, a body of this age is good enough: the frames since then follow.</summary>
    static readonly TimeSpan FreshEnough = TimeSpan.FromMilliseconds(250);

    readonly ConcurrentDictionary<View, Lazy<Body>> _shared = new();

    /// <summary>A shared view that the room keeps, at least as new as <paramref name="at"/>.</summary>
    public Body Of(View view, Shown shown, long at)
    {
        var kept = shown.Views[view];
        var made = _shared.AddOrUpdate(
            view,
            _ => Make(view, shown.Moment.Seq, kept),
            (_, before) => IsGood(before.Value, kept, at) ? before : Make(view, shown.Moment.Seq, kept));
        return made.Value;
    }

    /// <summary>A person's own view, made for them alone.</summary>
    public static Body OfPerson(View view, Moment moment) =>
        new(view, moment.Seq, moment.Seq, Projection.Of(moment.State, moment.People, view).Select(Outgoing.Record), 0);

    bool IsGood(Body body, KeptView kept, long at) =>
        body.Seq >= at && (body.Changed == kept.Changed || clock.GetElapsedTime(body.MadeAt) < FreshEnough);

    Lazy<Body> Make(View view, long seq, KeptView kept) => new(() => new(view, seq, kept.Changed, kept.Records.Values, clock.GetTimestamp()));

    /// <summary>A view at one place of the log, as JSON and compressed.</summary>
    internal sealed class Body(View view, long seq, long changed, IEnumerable<ReadOnlyMemory<byte>> records, long madeAt)
    {
        const int WorthCompressing = 1_024;

        readonly byte[] _plain = Write(view, seq, records);
        byte[]? _brotli;
        byte[]? _gzip;

        /// <summary>The place of the log that it shows.</summary>
        public long Seq => seq;
        /// <summary>The place at which the view last changed.</summary>
        public long Changed => changed;
        /// <summary>When it was made, on the monotonic clock.</summary>
        public long MadeAt => madeAt;

        /// <summary>The body in the best of the encodings that the client takes, and that encoding's name; null: as it is.</summary>
        public (ReadOnlyMemory<byte> Bytes, string? Encoding) For(string acceptEncoding) =>
            _plain.Length < WorthCompressing ? (_plain, null)
            : Takes(acceptEncoding, "br") ? (_brotli ??= Compress(to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 4 })), "br")
            : Takes(acceptEncoding, "gzip") ? (_gzip ??= Compress(to => new GZipStream(to, CompressionLevel.Fastest)), "gzip")
            : (_plain, null);

        static bool Takes(string acceptEncoding, string encoding) => acceptEncoding
            .Split(',', StringSplitOptions.TrimEntries)
            .Any(e => e == encoding || (e.StartsWith(encoding + ";", StringComparison.Ordinal) && !e.EndsWith("q=0", StringComparison.Ordinal)));

        byte[] Compress(Func<Stream, Stream> compressing)
        {
            using var compressed = new MemoryStream();
            using (var stream = compressing(compressed))
            {
                stream.Write(_plain);
            }

            return compressed.ToArray();
        }

        static byte[] Write(View view, long seq, IEnumerable<ReadOnlyMemory<byte>> records)
        {
            var buffer = new ArrayBufferWriter<byte>(4_096);
            using (var json = new Utf8JsonWriter(buffer, new() { Encoder = Json.Wire.Encoder, SkipValidation = true }))
            {
                json.WriteStartObject();
                json.WriteString("build", Projection.Build);
                json.WriteString("view", view.ToString());
                json.WriteNumber("seq", seq);
                json.WriteStartArray("records");
                foreach (var record in records)
                {
                    json.WriteRawValue(record.Span, skipInputValidation: true);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            return buffer.WrittenSpan.ToArray();
        }
    }
}
