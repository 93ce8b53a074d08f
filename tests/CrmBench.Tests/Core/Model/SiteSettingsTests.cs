using CrmBench.Tests.Core.Scoring;

namespace CrmBench.Tests.Core.Model;

public sealed class SiteSettingsTests
{
    [Theory]
    [InlineData("How good is {name}?", "How good is ", "?")]
    [InlineData("{name}", "", "")]
    [InlineData("Is {name} what one says {name} is?", "Is ", " what one says M is?")]
    public void The_question_of_a_model_has_its_name_wherever_the_settings_ask_for_it(string question, string before, string after)
    {
        var catalogue = new SmallWorld().Add("m").Scored().Catalogue;
        var card = catalogue.Models["m"] with { Name = "M" };

        Assert.Equal((before, "M", after), (catalogue.Site with { SubjectQuestion = question }).QuestionOf(card));
    }
}
