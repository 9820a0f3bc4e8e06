/// The period that a movement that reverses a sale belongs to.
public enum RefundDating: String, CaseIterable, Sendable {
  /// The period of the day on which it was processed, as in Shopify.
  case processed
  /// The period in which the show that it is credited to started; without a show, that of its day.
  case cohort
}
