namespace CrmBench.Core.Scoring;

/// <summary>What a figure belongs to, from the closest to the farthest; only figures of the first kind are held against each other.</summary>
public enum Belonging
{
    /// <summary>The configuration of its row, in the use cases of the board.</summary>
    Row,

    /// <summary>The configuration of its row as a whole, on a board that asks for some use cases: it says nothing of these alone.</summary>
    AllUseCases,

    /// <summary>The model, by another run than the row's own: other prompts, other settings, another day.</summary>
    Model,
}
