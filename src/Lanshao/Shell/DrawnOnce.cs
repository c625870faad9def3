using Microsoft.AspNetCore.Components;

namespace Lanshao.Shell;

/// <summary>What every component is: drawn once everything it shows has been read, never before. A store may answer late, and a page without its rows is no page.</summary>
public abstract class DrawnOnce : ComponentBase
{
    private bool _isInitialized;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        try
        {
            await ReadAsync();
        }
        catch (OperationCanceledException stopped)
        {
            // The renderer takes a cancelled component for a finished one: an empty page would go out as if it were whole.
            throw new InvalidOperationException("The component was stopped before it had read everything.", stopped);
        }

        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (!_isInitialized)
        {
            _isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
    }
}
