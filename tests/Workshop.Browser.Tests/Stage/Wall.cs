namespace Workshop.Browser.Tests.Stage;

/// <summary>The room's screen, on which nobody can scroll.</summary>
public static class Wall
{
    /// <summary>What people see is inside the picture, nothing is cut off by its own box, and the parts of the page do not lie on one another.</summary>
    const string Wrong = """
        () => {
          const seen = [...document.querySelectorAll('.wall *')].filter((e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible');
          const box = (e) => e.getBoundingClientRect();
          const words = (e) => `${e.className || e.tagName}: ${e.textContent.slice(0, 60)}`;
          const leaf = seen.filter((e) => e.children.length === 0);
          const outside = leaf.filter((e) => box(e).left < -1 || box(e).top < -1 || box(e).right > innerWidth + 1 || box(e).bottom > innerHeight + 1);
          const cut = seen.filter((e) => getComputedStyle(e).overflow !== 'visible' && !e.classList.contains('fit')
            && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1));
          const parts = [...document.querySelector('.wall').children];
          const over = parts.filter((e, i) => i > 0 && box(e).top < box(parts[i - 1]).bottom - 1);
          const frame = document.querySelector('.fit');
          const spilt = frame ? leaf.filter((e) => frame.contains(e) && box(e).bottom > box(frame).bottom + 1) : [];
          return [...outside.map((e) => `outside ${words(e)}`), ...cut.map((e) => `cut ${words(e)}`), ...over.map((e) => `over ${words(e)}`), ...spilt.map((e) => `spilt ${words(e)}`)];
        }
        """;

    /// <summary>Words that have room are as large as they were designed.</summary>
    public static async Task IsLarge(IPage screen) =>
        Assert.Equal(["1"], await screen.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.wall *')].map((e) => e.style.getPropertyValue('--fit')).filter((fit) => fit !== '')"));

    /// <summary>Waits until all that is shown fits the picture, at the sizes of a good projector and of an old one.</summary>
    public static async Task Fits(IPage screen)
    {
        foreach (var (width, height) in new[] { (1024, 768), (1366, 768), (1920, 1080) })
        {
            await screen.SetViewportSizeAsync(width, height);
            try
            {
                await screen.WaitForFunctionAsync($"() => ({Wrong})().length === 0");
            }
            catch (TimeoutException)
            {
                Assert.Fail($"The screen does not fit {width} × {height}: {string.Join('\n', await screen.EvaluateAsync<string[]>(Wrong))}");
            }
        }
    }
}
