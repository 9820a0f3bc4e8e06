/// The definitions of who watched, and what they did.
extension MetricDefinition {
  static let shows = MetricDefinition(
    "shows", "Shows", .count, .shows(.one),
    meaning: "Live shows that start in the period.",
    formula: "number of shows",
    pitfall: "Most platforms count a restarted room as two rooms.",
    source: "ledger's own: sums over the recorded shows")
  static let hoursLive = MetricDefinition(
    "hours_live", "Hours live", .hours, .shows(.duration),
    meaning: "Time on air of the shows whose end is known.",
    formula: "sum of end − start",
    pitfall: "Shows without a recorded end are left out; their number is shown separately.",
    source: "ledger's own: sums over the recorded shows")
  static let watchSecondsPerView = MetricDefinition(
    "watch_seconds_per_view", "Watch time per view (estimated)", .seconds,
    .showsRatio(.twiceWatched, per: .watchedViews, times: 500_000_000),
    meaning: "How long a view lasts on average, estimated from the concurrent counts.",
    formula:
      "area under the concurrent counts, in viewer-seconds, ÷ views, both over the time in which "
      + "both were observed, and as sums over the shows that have such a time",
    pitfall:
      "Views between two counts are interpolated, from 0 at the show's start; those counted after "
      + "its end are as of the end. Views that begin before that time are not in it.",
    source: "TikTok LIVE: average concurrent × duration ≈ watch time")
  static let reportedWatchSecondsPerView = MetricDefinition(
    "reported_watch_seconds_per_view", "Watch time per view (reported)", .seconds,
    .showsRatio(.reported(.watchSeconds), per: .count(.views), times: 1),
    or: [
      .init(
        measure: .averageWatchSeconds,
        computation: .showsRatio(
          .reportedPerView(.averageWatchSeconds), per: .count(.views), times: 1))
    ],
    meaning: "How long a view lasts on average, as platforms report it.",
    formula:
      "sum of the reported watch_seconds, or of average_watch_seconds × views, ÷ views, over the "
      + "shows that have both",
    pitfall: "TikTok's second export also has it per viewer, which is higher.",
    source:
      "TikTok Shop Partner API, LIVE performance (analytics/202508), avg_viewing_duration")
  static let viewsPerViewer = MetricDefinition(
    "views_per_viewer", "Views per viewer", .multiple,
    .showsRatio(.count(.views), per: .count(.uniqueViewers), times: 1_000_000),
    meaning: "How often a viewer enters a show.",
    formula: "views ÷ unique_viewers, over the shows that have both",
    pitfall: "Viewers are unique only within one show.",
    source: "Reach multiple, as agencies compute it")
  static let retainedAtQuarter = MetricDefinition(
    "retained_at_25", "Retained at 25 %", .share,
    .showsRatio(.retained(.quarter), per: .peak, times: 1_000_000),
    meaning: "Viewers at 25 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 25 % of the length (interpolated between two counts) ÷ "
      + "peak_concurrent, as sums over the shows that have both",
    pitfall:
      "Viewers come and go, so these are not the same people. Needs the show's end, and counts "
      + "before and after that time.",
    source: "ledger's own, after the retention curves of YouTube Studio")
  static let retainedAtHalf = MetricDefinition(
    "retained_at_50", "Retained at 50 %", .share,
    .showsRatio(.retained(.half), per: .peak, times: 1_000_000),
    meaning: "Viewers at 50 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 50 % of the length (interpolated between two counts) ÷ "
      + "peak_concurrent, as sums over the shows that have both",
    pitfall:
      "Viewers come and go, so these are not the same people. Needs the show's end, and counts "
      + "before and after that time.",
    source: "ledger's own, after the retention curves of YouTube Studio")
  static let retainedAtThreeQuarters = MetricDefinition(
    "retained_at_75", "Retained at 75 %", .share,
    .showsRatio(.retained(.threeQuarters), per: .peak, times: 1_000_000),
    meaning: "Viewers at 75 % of the show's length, as a share of its peak.",
    formula:
      "concurrent viewers at 75 % of the length (interpolated between two counts) ÷ "
      + "peak_concurrent, as sums over the shows that have both",
    pitfall:
      "Viewers come and go, so these are not the same people. Needs the show's end, and counts "
      + "before and after that time.",
    source: "ledger's own, after the retention curves of YouTube Studio")
}
