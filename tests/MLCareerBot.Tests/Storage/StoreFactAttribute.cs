using System.ComponentModel;
using MLCareerBot.Tests.Storage.Postgres;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace MLCareerBot.Tests.Storage;

/// <summary>A fact about both databases, in a class from which one for each is made; the one whose name begins with <c>Postgres</c> is skipped where there is no PostgreSQL.</summary>
[XunitTestCaseDiscoverer("MLCareerBot.Tests.Storage.StoreFactDiscoverer", "MLCareerBot.Tests")]
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoreFactAttribute : FactAttribute;

/// <summary>A fact about PostgreSQL alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>A theory about PostgreSQL alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = PostgresServer.Missing;
}

/// <summary>Makes the test of a <see cref="StoreFactAttribute"/>.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new StoreTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}

/// <summary>A test that knows which database it is about.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    /// <summary>For the runner, which fills it in.</summary>
    [Obsolete("Called by the runner alone.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StoreTestCase()
    {
    }

    /// <summary>Makes one.</summary>
    public StoreTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        TestMethod.TestClass.Class.Name.Split('.')[^1].StartsWith("Postgres", StringComparison.Ordinal) ? PostgresServer.Missing : null;
}
