using Lanshao.Tests;
using Xunit;

// One site and one browser for all tests that only look; a test that changes something starts a site of its own.
[assembly: AssemblyFixture(typeof(FilledFolder))]
[assembly: AssemblyFixture(typeof(Site))]
[assembly: AssemblyFixture(typeof(Browser))]
[assembly: ClosesPages]
