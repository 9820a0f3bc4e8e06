/// Words for what the migrations of the schema leave without a comment: columns whose names say the
/// same in every table and view, and the older views.
enum ColumnWords {
  /// What a row of a view is.
  static let rows: [String: String] = [
    "audience_counts": "a number of people or actions, of a named kind, at an instant of a show.",
    "claims": "what a source said, on a day, of how far live shopping is in a market.",
    "entries": "one commit to the book, with how many facts it recorded.",
    "events": "a live show that is not voided.",
    "memberships": "a creator's time in a market's programme, as it is known now.",
    "rates": "what one unit of a base currency was worth in another one on a day.",
    "reported_totals": "a figure that a platform reported of a show in sum.",
    "survey_answers": "one answer to a survey, and how many gave it.",
    "surveys": "a question that a number of people in a market were asked.",
    "targets": "what a market or a show was to reach in a metric, as it stands now.",
  ]

  /// Questions that the relations answer.
  static let examples: [String: String] = [
    "audience_counts":
      "SELECT at, count FROM audience_counts WHERE metric = 'concurrent' ORDER BY event, at",
    "audience_curve":
      "SELECT event, minute, viewers, change FROM audience_curve ORDER BY change LIMIT 5",
    "creator_summary":
      "SELECT creator, events, views, net, currency FROM creator_summary ORDER BY net DESC",
    "entries": "SELECT number, recorded_at, command, source FROM entries ORDER BY number DESC",
    "event_funnel":
      "SELECT event, product_clicks, orders, order_rate FROM event_funnel ORDER BY order_rate DESC",
    "event_summary":
      "SELECT event, net FROM event_summary WHERE market = 'UK' ORDER BY net DESC",
    "events": "SELECT event, starts_at, creators FROM events WHERE market = 'UK'",
    "market_month":
      "SELECT month, events, orders, net, currency FROM market_month WHERE market = 'UK'",
    "product_summary":
      "SELECT product, units, units_back, net FROM product_summary ORDER BY units DESC LIMIT 10",
    "sales":
      "SELECT at, product, quantity, amount, currency FROM sales WHERE kind = 'refund'",
    "sales_history":
      "SELECT order_number, amount, recorded_at, voided_by FROM sales_history WHERE voided_by > 0",
  ]

  /// What a column means.
  static let columns: [String: String] = [
    "adjusted_micros": "amounts of kind adjustment", "answers": "what was answered, and how often",
    "at": "when it was counted",
    "at_local": "when it was counted, by the clocks of the market",
    "audience_counts": "how many it recorded",
    "base": "one unit of it was worth the rate", "brand": "its name",
    "brands": "whose products it shows",
    "cancelled_micros": "amounts of kind cancellation, 0 or below",
    "claim": "its short name", "claims": "how many it recorded", "code": "its ISO 4217 code",
    "command": "the command that recorded it", "count": "how many", "creator": "the name",
    "creators": "who appears in it", "currency": "of the money in the row",
    "date": "the day, or when it was", "decimals": "how many digits of the units are a fraction",
    "digest": "SHA-256 of the digest before it and of all that it recorded",
    "parts": "to tell what is wrong: tables, rows, and the first digits of their digests",
    "disputes": "the key of the claim that it says is wrong", "effective": "when the stage begins",
    "effective_first": "the first day that this may be",
    "effective_last": "the last day that this may be", "ends_at": "when it ended",
    "ends_at_local": "when it ended, by the clocks of the market",
    "entry": "the entry that recorded it", "event": "the show", "events": "how many it recorded",
    "first_day": "the first day", "gross_micros": "amounts of kind sale",
    "id": "for joins within this file",
    "import": "the first entry of the file that it is a chunk of",
    "is_credited": "1 for what is credited to a show, else 0", "joined_on": "the first day",
    "kind": "what kind it is of", "last_day": "the last day", "left_on": "the first day after it",
    "line": "the line of the order", "lines": "movements of any kind", "market": "the country",
    "meaning": "what it counts", "measure": "what it is a total of",
    "memberships": "how many it recorded", "metric": "what is counted", "name": "its name",
    "note": "anything else that was said", "number": "its place in the book, from 1 on",
    "observed_at": "when it was seen",
    "observed_at_local": "when it was seen, by the clocks of the market",
    "option": "what was answered",
    "order_number": "the order's number in its source",
    "orders": "orders whose earliest line of kind sale is here",
    "paid_orders": "those that came to more than 0", "platform": "where it is shown",
    "position": "from 1 on, in the order in which they were named",
    "product": "as its source names it",
    "question": "what was asked", "quote": "in which words", "rate": "what it was worth, exactly",
    "rates": "how many it recorded", "reason": "why, as it was stated",
    "recorded_at": "when it was recorded", "refunded_micros": "amounts of kind refund, 0 or below",
    "reported": "when the source said it", "reported_first": "the first day that this may be",
    "reported_last": "the last day that this may be", "reported_totals": "how many it recorded",
    "role": "host, guest or creator", "sales": "how many it recorded",
    "sample_size": "how many answered", "share_percent": "the part that answered so, exactly",
    "source": "who or what it comes from",
    "source_digest": "SHA-256 of the file that it comes from",
    "stage": "how far it is said to be", "starts_at": "when it began",
    "starts_at_local": "when it began, by the clocks of the market", "survey": "its short name",
    "surveys": "how many it recorded", "questions": "how many it recorded",
    "acceptances": "how many it recorded", "amended_by": "the entry that amended it last",
    "amendments": "how many it recorded",
    "targets": "how many it recorded",
    "title": "what it is called",
    "units": "units of kind sale", "units_cancelled": "units of kind cancellation, 0 or below",
    "units_refunded": "units of kind refund, 0 or below",
    "until": "when the last were asked, where it took longer", "url": "where it can be read",
    "value": "the figure, exactly", "voided": "the entry that it takes back",
    "voided_by": "the entry that took it back", "rate.units": "the rate without its decimal point",
  ]

  /// What a column is counted in, or how it is written.
  static func unit(of name: String, isInteger: Bool) -> String? {
    if name.hasSuffix("_micros") { return "millionths of the currency's unit, or of one" }
    if name == "at" || name.hasSuffix("_at") {
      return isInteger ? "milliseconds since 1970, UTC" : "ISO 8601, UTC"
    }
    if name == "at_local" || name.hasSuffix("_at_local") { return "ISO 8601, with the offset" }
    if isInteger, name == "day" || name.hasSuffix("_day") || name.hasSuffix("_on") {
      return "days since 1970-01-01"
    }
    return units[name]
  }

  private static let units = [
    "quarter": "quarter hours since 1970, UTC", "offset_seconds": "seconds", "minutes": "minutes",
    "minute": "minutes",
    "currency": "ISO 4217", "base": "ISO 4217", "market": "ISO 3166-1, but UK for GB",
    "month": "YYYY-MM, UTC", "first_day": "YYYY-MM-DD", "last_day": "YYYY-MM-DD",
    "joined_on": "YYYY-MM-DD", "left_on": "YYYY-MM-DD", "gross": "units of the currency",
    "cancelled": "units of the currency", "refunded": "units of the currency",
    "adjusted": "units of the currency", "net": "units of the currency",
    "amount": "decimal text, units of the currency", "value": "decimal text",
    "gross_text": "decimal text, units of the currency",
    "net_text": "decimal text, units of the currency", "amount_number": "units of the currency",
    "value_number": "units of the currency, or of what is counted", "rate": "decimal text",
    "twice_area": "people × milliseconds", "click_rate": "a fraction", "cart_rate": "a fraction",
    "order_rate": "a fraction", "orders_per_view": "a fraction",
  ]
}
