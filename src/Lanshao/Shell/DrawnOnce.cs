using Microsoft.AspNetCore.Components;

namespace Lanshao.Shell;

/// <summary>What every component is: drawn once everything it shows has been read, never before. A store may answer late, and a page without its rows is no page.</summary>
public abstract class DrawnOnce : ComponentBase
{
    private bool _isInitialized;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isInitialized)
        {
            _isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
