using Lanshao.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lanshao.Tests.Shell;

public sealed class DrawnOnceTests
{
    [Fact]
    public async Task Render_StoreThatAnswersLate_WaitsForTheRows()
    {
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Late>()).ToHtmlString());

        Assert.Equal("3", html);
    }

    [Fact]
    public async Task Render_ReadingThatWasStopped_IsNoPage()
    {
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(() => renderer.Dispatcher.InvokeAsync(renderer.RenderComponentAsync<Stopped>));

        Assert.True(Platform.Storage.Trouble.IsStopped(stopped));
    }

    [Fact]
    public void Components_OfTheProgram_AreAllDrawnOnce()
    {
        var components = typeof(DrawnOnce).Assembly.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract && !typeof(LayoutComponentBase).IsAssignableFrom(type)).ToList();

        Assert.True(components.Count > 20, $"{components.Count} components");
        Assert.DoesNotContain(components, component => !typeof(DrawnOnce).IsAssignableFrom(component));
    }

    private sealed class Stopped : DrawnOnce
    {
        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            throw new OperationCanceledException();
        }
    }

    private sealed class Late : DrawnOnce
    {
        private string _rows = null!;

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            _rows = "abc";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _rows.Length);
    }
}
