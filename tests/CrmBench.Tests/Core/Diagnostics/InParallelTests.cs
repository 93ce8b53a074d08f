using CrmBench.Core.Diagnostics;

namespace CrmBench.Tests.Core.Diagnostics;

public class InParallelTests
{
    [Fact]
    public void Trouble_in_one_of_many_comes_out_as_it_was()
    {
        var trouble = new IOException("The disk cannot be read.");

        var thrown = Assert.Throws<IOException>(() => InParallel.Read([1, 2, 3], new DiagnosticBag(), (input, _) => input == 2 ? throw trouble : input));

        Assert.Same(trouble, thrown);
    }

    [Fact]
    public void Trouble_comes_out_of_work_within_work()
    {
        var trouble = new UnauthorizedAccessException("This file is another's.");

        var thrown = Assert.Throws<UnauthorizedAccessException>(() => InParallel.ForEach([1, 2], _ => InParallel.ForEach([3, 4], _ => throw trouble)));

        Assert.Same(trouble, thrown);
    }
}
