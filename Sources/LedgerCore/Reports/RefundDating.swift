/// To which period a movement that takes a sale back belongs.
public enum RefundDating: String, CaseIterable, Sendable {
  /// Each movement to the day on which it was processed, as Shopify does.
  case processed
  /// All movements that are credited to a show to the day on which the show started; those credited
  /// to none to their own day.
  case cohort
}
