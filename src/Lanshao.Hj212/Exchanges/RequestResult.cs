namespace Lanshao.Hj212.Exchanges;

/// <summary>QnRtn: what a device says to a request. The version of 2005 has the first three only.</summary>
public enum RequestResult
{
    /// <summary>No answer yet, or none that can be read.</summary>
    None = 0,

    /// <summary>The request will be carried out.</summary>
    Ready = 1,

    /// <summary>The request is refused.</summary>
    Refused = 2,

    /// <summary>The password is wrong.</summary>
    WrongPassword = 3,

    /// <summary>MN is wrong.</summary>
    WrongDevice = 4,

    /// <summary>ST is wrong.</summary>
    WrongSystem = 5,

    /// <summary>Flag is wrong.</summary>
    WrongFlag = 6,

    /// <summary>QN is wrong.</summary>
    WrongQn = 7,

    /// <summary>CN is wrong.</summary>
    WrongCommand = 8,

    /// <summary>The check code is wrong.</summary>
    WrongCheckCode = 9,

    /// <summary>Another error.</summary>
    Unknown = 100,
}
