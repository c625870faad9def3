namespace Lanshao.Standards;

/// <summary>Says that no holiday arrangement is loaded for a year, so that its working days are unknown.</summary>
/// <remarks>A guess would move due days: the caller refuses and says how the arrangement is loaded.</remarks>
public sealed class CalendarMissingException : Exception
{
    /// <summary>Makes the exception for a year.</summary>
    /// <param name="year">The year without an arrangement.</param>
    public CalendarMissingException(int year) : base($"No holiday arrangement is loaded for {year}.") => Year = year;

    /// <summary>Makes the exception without a year.</summary>
    public CalendarMissingException()
    {
    }

    /// <summary>Makes the exception with a message.</summary>
    /// <param name="message">What is missing.</param>
    public CalendarMissingException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with a message and its cause.</summary>
    /// <param name="message">What is missing.</param>
    /// <param name="innerException">The cause.</param>
    public CalendarMissingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>Returns the year without an arrangement; 0 where none was named.</summary>
    public int Year { get; }
}
