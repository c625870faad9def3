using Microsoft.AspNetCore.Components;

namespace Lanshao.Shell;

/// <summary>What every page and component is: shown once, when everything that it reads is there. The framework's own component shows itself a first time while its query still runs, which a static page has no use for and which fails on whatever is not there yet.</summary>
public abstract class Loaded : ComponentBase
{
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        OnInitialized();
        await OnInitializedAsync();
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
