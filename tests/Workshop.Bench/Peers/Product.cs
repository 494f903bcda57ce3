using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Workshop.Bench.Load;
using Workshop.Bench.Machine;

namespace Workshop.Bench.Peers;

/// <summary>
/// The product: its server with a database on disk, entered by the door as every participant enters. Limits on writing are lifted.
/// </summary>
sealed class Product(string program) : IPeer
{
    public string Name => "Workshop";
    public bool WritesToDisk => true;

    public string Ready => "http://localhost:";

    public IReadOnlyList<string> Command(int port, string folder) =>
        [program, "--port", $"{port}", "--data", folder, "--log", "json", "--people-writes", "none", "--staff-writes", "none", "--messages", "none"];

    public async Task<IRooms> Prepare(ServerProcess server, Uri address, Wire wire, int rooms, CancellationToken cancellation)
    {
        using var browser = new Browser(address, wire);
        var token = server.Said[(server.Said.IndexOf('#', StringComparison.Ordinal) + 1)..].Trim();
        await browser.Post("/api/setup", new { token, name = "Facilitator", login = "facilitator", password = "a long enough password", language = "en" }, cancellation);
        var made = new List<Room>();
        for (var i = 0; i < rooms; i++)
        {
            var room = new Room(address, wire);
            await room.Prepare(browser, cancellation);
            made.Add(room);
        }

        return new Rooms(made);
    }

    sealed class Rooms(IReadOnlyList<Room> rooms) : IRooms
    {
        /// <summary>Enough that the log can write many at once, and fewer than a room lets wait.</summary>
        const int OnTheWay = 200;

        public async Task<IMember> Enter(int room, int person, Recorder recorder, CancellationToken cancellation) =>
            await EnterRoom(rooms[room], person, recorder, cancellation);

        public async Task Write(ServerProcess server, int cards, int edits, CancellationToken cancellation)
        {
            var recorder = new Recorder(0, cards + edits);
            await using var writer = await EnterRoom(rooms[0], 0, recorder, cancellation);
            for (var i = 0; i < cards + edits; i++)
            {
                await recorder.WaitForAck(i - OnTheWay, cancellation);
                recorder.SetDue(i, System.Diagnostics.Stopwatch.GetTimestamp());
                await (i < cards ? writer.Send(i) : writer.Edit(i, i % cards, @base: i / cards));
            }

            await recorder.WaitForAck(cards + edits - 1, cancellation);
        }

        static async Task<Member> EnterRoom(Room room, int person, Recorder recorder, CancellationToken cancellation)
        {
            var member = new Member(room, person, recorder);
            await member.Enter(cancellation);
            return member;
        }
    }

    sealed class Room(Uri address, Wire wire)
    {
        /// <summary>The workshop's id.</summary>
        public string Workshop { get; } = $"{Guid.CreateVersion7()}";
        /// <summary>The board on which everyone writes.</summary>
        public string Board { get; private set; } = "";
        /// <summary>The code on the screen.</summary>
        public string Code { get; private set; } = "";

        /// <summary>A new browser.</summary>
        public Browser NewBrowser() => new(address, wire);

        /// <summary>A workshop with an open board that everyone looks at.</summary>
        public async Task Prepare(Browser browser, CancellationToken cancellation)
        {
            await browser.Post("/api/workshops", new
            {
                id = Workshop,
                title = Text("Benchmark"),
                languages = (string[])["ru", "kk", "fr", "en"],
                timeZone = "+06:00",
                groups = (object[])[new { id = "all", name = Text("Everyone") }],
            }, cancellation);
            using var door = JsonDocument.Parse(await browser.Get($"/api/workshops/{Workshop}/door", cancellation));
            Code = door.RootElement.GetProperty("code").GetString()!;

            await using var staff = await Conductor.Connect(this, browser, cancellation);
            await staff.Do(new { type = "openSession" }, cancellation);
            Board = await staff.Do(new { type = "addActivity", title = Text("Board"), minutes = 30, settings = new { kind = "brainstorm" } }, cancellation);
            await staff.Do(new { type = "openActivity", activity = Board }, cancellation);
            await staff.Do(new { type = "showActivity", activity = Board }, cancellation);
        }

        static object Text(string words) => new { original = "en", words = new { en = words } };
    }

    /// <summary>The facilitator's connection: one command after another.</summary>
    sealed class Conductor : IAsyncDisposable
    {
        HubLink? _hub;
        TaskCompletionSource<string>? _ack;

        public static async Task<Conductor> Connect(Room room, Browser browser, CancellationToken cancellation)
        {
            var staff = new Conductor();
            staff._hub = await browser.Connect(room.Workshop, "staff", staff.Receive, HubLink.PingEvery, cancellation);
            return staff;
        }

        /// <summary>Does something; the id of what it made.</summary>
        public async Task<string> Do(object command, CancellationToken cancellation)
        {
            _ack = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var id = $"{Guid.CreateVersion7()}";
            await _hub!.Invoke("Send", HubLink.Argument(id), HubLink.Argument(command));
            var ack = await _ack.Task.WaitAsync(Patience.Entering, cancellation);
            return ack.Contains("\"rejection\"", StringComparison.Ordinal) ? throw new BenchException(ack) : id;
        }

        public ValueTask DisposeAsync() => _hub?.DisposeAsync() ?? default;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith(Messages.Ack))
            {
                _ack?.TrySetResult(Encoding.UTF8.GetString(message));
            }
        }
    }

    sealed class Member(Room room, int person, Recorder recorder) : IMember
    {
        readonly Browser _browser = room.NewBrowser();
        readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
        HubLink? _hub;

        public int CardsAtEntry { get; private set; } = -1;

        /// <summary>What a participant's browser does from the form to the board.</summary>
        public async Task Enter(CancellationToken cancellation)
        {
            var id = $"{Guid.CreateVersion7()}";
            await _browser.Post("/api/join", new { code = room.Code, id, key = $"{Guid.NewGuid():N}", name = $"Person {person}", language = "ru", group = "all" }, cancellation);
            await _browser.Get($"/api/workshops/{room.Workshop}/session", cancellation);
            string[] views = ["public/now", $"person:{id}/now", $"public/activity:{room.Board}", $"person:{id}/activity:{room.Board}"];
            var held = await Task.WhenAll(views.Select(view => _browser.Fetch(room.Workshop, view, 0, cancellation)));
            CardsAtEntry = person < LookedAt ? Cards.Count(Encoding.UTF8.GetBytes(await _browser.Get($"/api/workshops/{room.Workshop}/views/{views[2]}", cancellation))) : -1;
            _hub = await _browser.Connect(room.Workshop, "person", Receive, HubLink.PhaseOf(person), cancellation);
            await _hub.Invoke("Join", HubLink.Argument(views.Zip(held).ToDictionary(v => v.First, v => v.Second.Seq)), HubLink.Argument(held[0].Build));
            await _joined.Task.WaitAsync(Patience.Entering, cancellation);
        }

        public ValueTask Send(int card) => _hub!.Invoke(
            "Send",
            $"\"{Cards.IdOf(card)}\"",
            $$"""{"type":"addCard","activity":"{{room.Board}}","text":{{Cards.Quoted(Cards.TextOf(card))}}}""");

        /// <summary>Gives an own card another text, as command number <paramref name="number"/>.</summary>
        public ValueTask Edit(int number, int card, int @base) => _hub!.Invoke(
            "Send",
            $"\"{Cards.IdOf(number)}\"",
            $$"""{"type":"editCard","card":"{{Cards.IdOf(card)}}","base":{{@base}},"text":{{Cards.Quoted(Cards.TextOf(card, number))}}}""");

        public async ValueTask DisposeAsync()
        {
            await (_hub?.DisposeAsync() ?? default);
            _browser.Dispose();
        }

        /// <summary>The first few say how many cards they found; unpacking all would load the driver.</summary>
        const int LookedAt = 2;

        void Receive(ReadOnlySpan<byte> message)
        {
            if (message.StartsWith(Messages.Frame))
            {
                recorder.Arrived(person, message);
            }
            else if (message.StartsWith(Messages.Ack))
            {
                Acknowledge(message);
            }
            else if (message.StartsWith(Messages.Joined))
            {
                _joined.TrySetResult();
            }
            else if (message.StartsWith(Messages.Fetch))
            {
                _ = Refetch(Encoding.UTF8.GetString(message));
            }
        }

        void Acknowledge(ReadOnlySpan<byte> message)
        {
            if (message.IndexOf("\"rejection\""u8) >= 0)
            {
                recorder.WasRefused();
                return;
            }

            // A thing is named after the command that made it.
            var id = message[(message.IndexOf(Messages.Id) + Messages.Id.Length)..];
            recorder.Acknowledged(Cards.NumberOf(id[..id.IndexOf((byte)'"')]));
        }

        /// <summary>Too much has changed to be pushed, or this client was too slow: as in a browser, the whole view again.</summary>
        async Task Refetch(string message)
        {
            using var json = JsonDocument.Parse(message);
            var fetch = json.RootElement.GetProperty("arguments")[0];
            var body = await _browser.Get(
                $"/api/workshops/{room.Workshop}/views/{fetch.GetProperty("view").GetString()}?at={fetch.GetProperty("seq").GetInt64()}", CancellationToken.None);
            recorder.Arrived(person, Encoding.UTF8.GetBytes(body));
        }
    }

    static class Messages
    {
        public static ReadOnlySpan<byte> Ack => """{"type":1,"target":"ack","""u8;
        public static ReadOnlySpan<byte> Id => "\"id\":\""u8;
        public static ReadOnlySpan<byte> Frame => """{"type":1,"target":"frame","""u8;
        public static ReadOnlySpan<byte> Fetch => """{"type":1,"target":"fetch","""u8;
        public static ReadOnlySpan<byte> Joined => """{"type":1,"target":"joined","""u8;
    }

    /// <summary>A browser: cookies of its own, and connections of its own.</summary>
    sealed class Browser(Uri server, Wire wire) : IDisposable
    {
        readonly HttpMessageInvoker _http = wire.Browser(new CookieContainer());

        string Origin => server.GetLeftPart(UriPartial.Authority);

        /// <summary>Posts JSON.</summary>
        public async Task Post(string path, object body, CancellationToken cancellation)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path))
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") } },
            };
            request.Headers.Add("Origin", Origin);
            using var response = await _http.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw new BenchException($"POST {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellation)}");
            }
        }

        /// <summary>Gets a text, not compressed.</summary>
        public async Task<string> Get(string path, CancellationToken cancellation)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, path));
            using var response = await _http.SendAsync(request, cancellation);
            var text = await response.Content.ReadAsStringAsync(cancellation);
            return response.IsSuccessStatusCode ? text : throw new BenchException($"GET {path}: {(int)response.StatusCode} {text}");
        }

        /// <summary>Fetches a view as a browser does, compressed, and reads of it only its tag: which build, and where in the log.</summary>
        public async Task<(string Build, long Seq)> Fetch(string workshop, string view, long at, CancellationToken cancellation)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server, $"/api/workshops/{workshop}/views/{view}?at={at}"));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            using var response = await _http.SendAsync(request, cancellation);
            if (!response.IsSuccessStatusCode)
            {
                throw new BenchException($"GET {view}: {(int)response.StatusCode}");
            }

            await response.Content.CopyToAsync(Stream.Null, cancellation);
            var tag = response.Headers.ETag!.Tag.Trim('"');
            return (tag[..tag.IndexOf($"-{view}-", StringComparison.Ordinal)], long.Parse(tag[(tag.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        }

        /// <summary>Opens the hub.</summary>
        public Task<HubLink> Connect(string workshop, string entrance, HubLink.Receive receive, TimeSpan phase, CancellationToken cancellation) => HubLink.Open(
            new($"{server.AbsoluteUri.Replace("http", "ws", StringComparison.Ordinal)}hub/{workshop}?as={entrance}"), Origin, _http, receive, phase, cancellation);

        public void Dispose() => _http.Dispose();
    }
}
