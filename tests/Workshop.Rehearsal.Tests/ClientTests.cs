using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Workshop.Core.Voting;
using Workshop.Rehearsal.Checks;
using Workshop.Rehearsal.Client;
using Workshop.Rehearsal.Word;

namespace Workshop.Rehearsal.Tests;

public sealed class ClientTests
{
    [Fact]
    public void A_device_computes_the_receipt_that_the_server_publishes()
    {
        foreach (var ballot in Enumerable.Range(0, 100).Select(i => i.ToString("x32")))
        {
            Assert.Equal(Ballot.ReceiptOf(ballot), BallotDevice.ReceiptOf(ballot));
        }
    }

    [Fact]
    public void A_replacement_proves_the_key_of_the_last_ballot_that_was_accepted()
    {
        var device = new BallotDevice();
        var dots = new Dictionary<string, int> { ["k1"] = 2 };
        var first = device.Seal("vote", dots);
        device.Accepted(first);
        var refused = device.Seal("vote", dots);
        var second = device.Seal("vote", dots);

        Assert.False(Body(first).TryGetProperty("key", out _));
        foreach (var replacement in new[] { refused, second })
        {
            var key = Body(replacement).GetProperty("key").GetString()!;
            Assert.Equal(Body(first).GetProperty("editHash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))));
            Assert.Equal(Body(first).GetProperty("ballot").GetString(), Body(replacement).GetProperty("ballot").GetString());
        }

        Assert.NotEqual(Body(refused).GetProperty("editHash").GetString(), Body(second).GetProperty("editHash").GetString());
    }

    [Fact]
    public void What_the_file_expects_and_nobody_asks_for_is_named()
    {
        var expected = new Expected(JsonSerializer.SerializeToElement(new { a = 1, b = new { c = 2, d = 3 }, e = new { f = 4 } }));

        Assert.Equal(1, expected.NumberAt("a"));
        Assert.Equal(3, expected.NumberAt("b.d"));
        Assert.Null(expected.NumberAt("b.x"));

        Assert.Equal(["b.c", "e"], expected.NotAsked());
    }

    [Fact]
    public void Texts_are_compared_code_point_by_code_point()
    {
        Assert.Null(Texts.Compare("C1", "٣\u00a0س\u200f", "٣\u00a0س\u200f"));
        Assert.Equal("C1 parts at character 2: U+00A0, not U+0020", Texts.Compare("C1", "٣\u00a0س", "٣ س"));
        Assert.Equal("C1 parts at character 2: U+200F, not the end", Texts.Compare("C1", "س\u200f", "س"));
        Assert.Equal("C1 is missing", Texts.Compare("C1", "س", null));
    }

    [Fact]
    public void A_check_says_what_was_expected_and_what_was_found()
    {
        var said = new StringWriter();
        var report = new Report(said);

        report.Check("total", 3, 3, "less one");
        report.CheckEach("each", ["a", "b"], thing => thing == "b" ? "b is wrong" : null);

        Assert.Equal(1, report.Differing);
        Assert.Equal(
            ["ok    total: expected 3, found 3   (less one)", "DIFF  each: expected 2, found 1: b is wrong"],
            said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_Word_file_is_read_with_its_headings_tables_and_breaks()
    {
        const string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var word = new WordFile(Zip(
            ("word/styles.xml", $"<w:styles {w}><w:style w:styleId=\"H1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style><w:style w:styleId=\"Goal\"><w:basedOn w:val=\"H1\"/></w:style></w:styles>"),
            ("word/document.xml", $"<w:document {w}><w:body><w:p><w:pPr><w:pStyle w:val=\"Goal\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Fair </w:t></w:r><w:r><w:t>berths</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>")));

        Assert.Equal([new WordParagraph(1, "Fair berths")], word.Paragraphs);
        Assert.Equal(new WordParagraph(null, "one\ntwo"), Assert.Single(Assert.Single(Assert.Single(Assert.Single(word.Tables)))));
    }

    static JsonElement Body(SealedBallot ballot) => JsonSerializer.SerializeToElement(ballot.Command.Body, Browser.Json);

    static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }
}
