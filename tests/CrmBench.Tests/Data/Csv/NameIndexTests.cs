using System.Globalization;
using System.Text;
using CrmBench.Data.Csv;

namespace CrmBench.Tests.Data.Csv;

public class NameIndexTests
{
    [Fact]
    public void Names_are_numbered_in_the_order_of_their_first_row()
    {
        var index = new NameIndex();

        Assert.Equal([0, 1, 0, 2, 1], "babca".Select(name => index.IndexOf([(byte)name])));
        Assert.Equal(["b", "a", "c"], index.Names);
    }

    [Fact]
    public void Many_names_keep_their_numbers()
    {
        var index = new NameIndex();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < 5000; i++)
            {
                Assert.Equal(i, index.IndexOf(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture))));
            }
        }

        Assert.Equal(5000, index.Count);
    }
}
