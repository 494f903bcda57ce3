using System.Diagnostics;
using Workshop.Server.Tests.Rig;

namespace Workshop.Server.Tests.Nodes;

/// <summary>What is shipped for running several nodes, as far as a machine without containers can check it.</summary>
public sealed class DeploymentTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workshop-deployment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.single.yml")]
    public async Task The_compose_file_is_one_and_a_word_that_is_none_is_found(string file)
    {
        RequireCompose();
        var path = Path.Combine(Repository.Root, file);
        Assert.Equal((0, ""), await Run("docker-compose", ["-f", path, "config", "-q"]));

        var wrong = Path.Combine(_folder.FullName, file);
        await File.WriteAllTextAsync(
            wrong, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("    cap_drop:", "    cap_dorp:", StringComparison.Ordinal).Replace("  cap_drop:", "  cap_dorp:", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, said) = await Run("docker-compose", ["-f", wrong, "config", "-q"]);
        Assert.NotEqual(0, code);
        Assert.Contains("cap_dorp", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_service_is_without_rights_checked_and_given_secrets_as_files()
    {
        RequireCompose();
        var (code, said) = await Run("docker-compose", ["-f", Path.Combine(Repository.Root, "docker-compose.yml"), "config"]);
        Assert.Equal(0, code);
        var services = Services(said);

        Assert.Equal(["node-1", "node-2", "proxy", "redis", "sqlserver"], services.Keys.Order(StringComparer.Ordinal));
        Assert.All(services, s =>
        {
            Assert.Contains("cap_drop:\n    - ALL", s.Value, StringComparison.Ordinal);
            Assert.Contains("no-new-privileges:true", s.Value, StringComparison.Ordinal);
            Assert.Contains("healthcheck:", s.Value, StringComparison.Ordinal);
            Assert.Matches(@"user: '?\d{2,5}:\d", s.Value);
            Assert.Contains("secrets:", s.Value, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?i)password:", s.Value);
            Assert.Equal(s.Key != "sqlserver", s.Value.Contains("read_only: true", StringComparison.Ordinal));
            Assert.Equal(s.Key == "proxy", s.Value.Contains("ports:", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task The_proxy_takes_its_configuration()
    {
        Needed.Require(File.Exists("/usr/sbin/nginx"), "nginx is not installed: apt-get install nginx-light");
        var (key, certificate) = (Path.Combine(_folder.FullName, "tls_key"), Path.Combine(_folder.FullName, "tls_certificate"));
        Assert.Equal(0, (await Run("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=workshop.example", "-keyout", key, "-out", certificate])).Code);
        var shipped = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy/nginx/nginx.conf"), TestContext.Current.CancellationToken);
        var conf = Path.Combine(_folder.FullName, "nginx.conf");

        // Names that only the containers have.
        await File.WriteAllTextAsync(conf, shipped
            .Replace("/tmp/", $"{_folder.FullName}/", StringComparison.Ordinal)
            .Replace("/etc/nginx/workshop", Path.Combine(Repository.Root, "deploy/nginx"), StringComparison.Ordinal)
            .Replace("/run/secrets", _folder.FullName, StringComparison.Ordinal)
            .Replace("node-1:5080", "127.0.0.1:5081", StringComparison.Ordinal)
            .Replace("node-2:5080", "127.0.0.1:5082", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (code, said) = await Run("/usr/sbin/nginx", ["-t", "-e", "stderr", "-c", conf]);

        Assert.Contains("test is successful", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task The_program_runs_as_nobody_where_only_its_data_can_be_written()
    {
        Needed.Require(Environment.UserName == "root", "Only root can become somebody else.");
        var data = Path.Combine(_folder.FullName, "data");
        Directory.CreateDirectory(data);
        Assert.Equal(0, (await Run("chmod", ["755", _folder.FullName])).Code);
        Assert.Equal(0, (await Run("chown", ["65534:65534", data])).Code);
        string[] by =
        [
            "unshare", "--mount", "sh", "-c",
            $"mount --bind {data} {data} && mount -o remount,bind,ro / && ! touch /tmp/x 2>/dev/null && exec env DOTNET_EnableDiagnostics=0 setpriv --reuid 65534 --regid 65534 --clear-groups --no-new-privs --bounding-set=-all \"$@\"", "sh",
        ];

        await using var server = await ServerProcess.StartBy(by, data);
        using var dana = new Browser(server.Address);
        await dana.SetUp(server.SetupToken!);
        await using var scene = await Scene.Open(dana);
        await scene.Board();

        Assert.Contains("Uid:\t65534", await File.ReadAllTextAsync($"/proc/{server.Id}/status", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    static void RequireCompose() => Needed.Require(File.Exists("/usr/bin/docker-compose"), "docker-compose is not installed: apt-get install docker-compose");

    /// <summary>The text below each service, two spaces further left.</summary>
    static Dictionary<string, string> Services(string yaml)
    {
        var services = new Dictionary<string, string>(StringComparer.Ordinal);
        string? service = null;
        foreach (var line in yaml.Split('\n').SkipWhile(l => l != "services:").Skip(1).TakeWhile(l => l.StartsWith(' ')))
        {
            if (!line.StartsWith("   ", StringComparison.Ordinal))
            {
                services[service = line.Trim().TrimEnd(':')] = "";
            }
            else
            {
                services[service!] += line + "\n";
            }
        }

        return services;
    }

    static async Task<(int Code, string Said)> Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["WORKSHOP_URL"] = "https://workshop.example" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said + await error);
    }
}
