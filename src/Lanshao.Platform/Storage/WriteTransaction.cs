using Microsoft.EntityFrameworkCore.Storage;

namespace Lanshao.Platform.Storage;

/// <summary>Several saves that stand or fall together; see <see cref="LanshaoContext.BeginWriteAsync"/>.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly IDisposable? _gate;

    internal WriteTransaction(IDbContextTransaction transaction, IDisposable? gate)
    {
        _transaction = transaction;
        _gate = gate;
    }

    public Task CommitAsync(CancellationToken ct) => _transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _transaction.DisposeAsync();
        }
        finally
        {
            _gate?.Dispose();
        }
    }
}
