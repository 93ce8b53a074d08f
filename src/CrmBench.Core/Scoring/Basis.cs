namespace CrmBench.Core.Scoring;

/// <summary>What an estimate's interval rests on, or why there is none.</summary>
public enum Basis
{
    /// <summary>Ratings of single responses, clustered by item.</summary>
    Ratings,

    /// <summary>k of n; Wilson's interval, with a bound of its own for one to three.</summary>
    Proportion,

    /// <summary>Repeated trials of each task; the spread over tasks follows from pass^1 to pass^T.</summary>
    RepeatedTrials,

    /// <summary>A mean of n values between 0 and 100 % whose spread is not published: no such mean can vary more than this.</summary>
    Bounded,

    /// <summary>Timed calls; t interval for a mean, order statistics for a percentile.</summary>
    Calls,

    /// <summary>Published standard deviation and count; t interval.</summary>
    StandardDeviation,

    /// <summary>The interval its source published.</summary>
    Published,

    /// <summary>An average of other estimates.</summary>
    Average,

    /// <summary>An average of figures of which none has a spread: no interval can be given.</summary>
    AverageOfValues,

    /// <summary>A price table times tokens, or an average of such figures; exact, no interval.</summary>
    PriceTable,

    /// <summary>A single figure without count or spread: no interval can be given.</summary>
    ValueOnly,

    /// <summary>A published band of cost without the money behind it; the value says nothing.</summary>
    BandOnly,
}
