using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests;

/// <summary>The keys that cookies of accounts are protected with: encrypted where a certificate is given, and no disaster when they are lost.</summary>
public sealed class KeyRingTests
{
    [Fact]
    public async Task When_the_keys_are_lost_accounts_sign_in_again_participants_do_not_notice_and_the_log_says_so()
    {
        var data = ServerProcess.NewFolder();
        var first = await ServerProcess.Start(data);
        using var dana = new Browser(first.Address);
        await dana.SetUp(first.SetupToken!);
        await using var scene = await Scene.Open(dana);
        var guest = await scene.Join();
        await first.DisposeAsync();
        Assert.Equal(1, await Count(data, "DELETE FROM data_protection_key RETURNING 1"));

        await using var again = await ServerProcess.Start(data, "--port", $"{first.Address.Port}");

        Assert.Contains(again.Output, line => line.Contains("\"EventId\":600", StringComparison.Ordinal));
        Assert.Equal("{}", (await dana.Get("/api/me")).Body);
        Assert.Equal(guest.Person.Value, (await guest.Browser.Get($"/api/workshops/{scene.Workshop}/session")).Json["person"]!.GetValue<string>());
        await dana.SignIn();
        Assert.Contains("dana", (await dana.Get("/api/me")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_certificate_the_keys_lie_encrypted_and_only_the_same_certificate_reads_them()
    {
        var data = ServerProcess.NewFolder();
        using var folder = new TemporaryFolder();
        var (right, wrong) = (folder.NewCertificate("right"), folder.NewCertificate("wrong"));
        var first = await ServerProcess.Start(data, "--key-certificate", right);
        using var dana = new Browser(first.Address);
        await dana.SetUp(first.SetupToken!);
        await first.DisposeAsync();
        Assert.Equal(1, await Count(data, "SELECT count(*) FROM data_protection_key WHERE xml LIKE '%EncryptedData%' AND xml NOT LIKE '%<value>%'"));

        await using (var same = await ServerProcess.Start(data, "--port", $"{first.Address.Port}", "--key-certificate", right))
        {
            Assert.Contains("dana", (await dana.Get("/api/me")).Body, StringComparison.Ordinal);
            Assert.DoesNotContain(same.Output, line => line.Contains("\"EventId\":601", StringComparison.Ordinal));
        }

        await using var other = await ServerProcess.Start(data, "--port", $"{first.Address.Port}", "--key-certificate", wrong);
        other.Announce("DataProtection");
        Assert.Contains(other.Output, line => line.Contains("\"EventId\":601", StringComparison.Ordinal));
        Assert.Equal("{}", (await dana.Get("/api/me")).Body);
    }

    static async Task<long> Count(string data, string sql)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(data, "workshop.db")};Pooling=False");
        await db.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    sealed class TemporaryFolder : IDisposable
    {
        readonly string _path = Directory.CreateTempSubdirectory("workshop-certificates-").FullName;

        public string NewCertificate(string name)
        {
            using var key = RSA.Create(2_048);
            using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
            var file = Path.Combine(_path, $"{name}.pem");
            File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
            return file;
        }

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
