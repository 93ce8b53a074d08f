using CrmBench.Site.Charts;
using CsCheck;

namespace CrmBench.Tests.Site.Charts;

public class LabelPlacementTests
{
    [Fact]
    public void No_label_touches_another_or_a_point_or_leaves_the_area() =>
        Gen.Select(Gen.Double[0, 300], Gen.Double[0, 200], Gen.Double[10, 150]).List[1, 60].Sample(points =>
        {
            var area = new Box(0, 0, 300, 200);
            var placement = new LabelPlacement(area, 4);
            points.ForEach(point => placement.AddPoint(point.Item1, point.Item2));

            var boxes = points
                .Select(point => placement.Beside(point.Item1, point.Item2, point.Item3))
                .OfType<Box>()
                .ToArray();

            Assert.All(boxes, box => Assert.True(area.Encloses(box)));
            Assert.All(boxes.Index(), here => Assert.DoesNotContain(boxes.Skip(here.Index + 1), here.Item.Overlaps));
            Assert.All(boxes, box => Assert.DoesNotContain(points, point =>
                box.Overlaps(new Box(point.Item1 - 2.5, point.Item2 - 2.5, point.Item1 + 2.5, point.Item2 + 2.5))));
        });

    [Fact]
    public void A_lone_label_stands_to_the_right()
    {
        var placement = new LabelPlacement(new Box(0, 0, 300, 200), 4);
        placement.AddPoint(100, 100);

        var box = placement.Beside(100, 100, 50);

        Assert.True(box!.Value.Left > 104);
    }

    [Fact]
    public void At_the_right_edge_it_stands_to_the_left()
    {
        var placement = new LabelPlacement(new Box(0, 0, 300, 200), 4);
        placement.AddPoint(290, 100);

        var box = placement.Beside(290, 100, 50);

        Assert.True(box!.Value.Right < 286);
    }

    [Fact]
    public void A_place_that_crosses_no_line_is_preferred()
    {
        var placement = new LabelPlacement(new Box(0, 0, 300, 200), 4);
        placement.AddPoint(100, 100);
        placement.AvoidLine(100, 100, 300, 100);

        var box = placement.Beside(100, 100, 50);

        Assert.True(box!.Value.Right < 100);
    }
}
