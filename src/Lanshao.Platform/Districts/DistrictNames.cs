using Lanshao.Platform.Districts.Packs;

namespace Lanshao.Platform.Districts;

/// <summary>Reads the names of a district's units straight from a pack's files, for verbs that read a document and nothing else.</summary>
public static class DistrictNames
{
    /// <summary>Reads the names; what is wrong with the pack is told when it is checked, not here.</summary>
    public static NameBook Read(PackFiles files) => new DistrictReader(files, new PackProblems()).ReadNames();

    /// <summary>Reads the day from which the city used the air standards of 2012 as a pilot city; null where the pack names none.</summary>
    public static DateOnly? AirPilotFrom(PackFiles files) => new DistrictReader(files, new PackProblems()).ReadAirPilotFrom();
}
