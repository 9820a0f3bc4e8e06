extension ColumnWords {
  /// The unit of a column, or its format.
  static func unit(of name: String, in relation: String, isInteger: Bool) -> String? {
    if let unit = units["\(relation).\(name)"] ?? units[name] { return unit }
    if name.hasSuffix("_micros") { return "millionths of the currency's unit" }
    if name == "at" || name == "not_before" || name.hasSuffix("_at") {
      return isInteger ? "milliseconds since 1970, UTC" : "ISO 8601, UTC"
    }
    if name == "at_local" || name.hasSuffix("_at_local") { return "ISO 8601, with UTC offset" }
    guard name == "day" || name.hasSuffix("_day") || name.hasSuffix("_on") else { return nil }
    return isInteger ? "days since 1970-01-01" : "YYYY-MM-DD"
  }

  /// The units, by column name or by `relation.column`.
  static let units: [String: String] = [
    "adjusted": "units of the currency",
    "amount": "units of the currency",
    "amount_number": "units of the currency",
    "amount_text": "decimal text, units of the currency",
    "base": "ISO 4217",
    "cancelled": "units of the currency",
    "cart_rate": "ratio",
    "click_rate": "ratio",
    "currency": "ISO 4217",
    "current_event.ends_at": "milliseconds since 1970, UTC",
    "current_event.starts_at": "milliseconds since 1970, UTC",
    "date": "date or period",
    "effective": "date or period",
    "effective_first": "YYYY-MM-DD",
    "effective_last": "YYYY-MM-DD",
    "gross": "units of the currency",
    "gross_text": "decimal text, units of the currency",
    "half_micros": "millionths of a person",
    "longest": "milliseconds",
    "market": "ISO 3166-1, but UK for GB",
    "minute": "minutes",
    "minutes": "minutes",
    "month": "YYYY-MM, of local time",
    "net": "units of the currency",
    "net_at_least": "units of the currency",
    "net_at_most": "units of the currency",
    "net_text": "decimal text, units of the currency",
    "offset_seconds": "seconds",
    "order_rate": "ratio",
    "orders_per_view": "ratio",
    "quarter": "quarter hours since 1970, UTC",
    "quarter_micros": "millionths of a person",
    "question_parameter.value": "text",
    "rate": "ratio",
    "rate_number": "ratio",
    "rate_text": "decimal text",
    "rates.date": "YYYY-MM-DD",
    "rates_history.date": "YYYY-MM-DD",
    "refunded": "units of the currency",
    "refunded_at_least": "units of the currency",
    "refunded_at_most": "units of the currency",
    "reported": "date or period",
    "reported_first": "YYYY-MM-DD",
    "reported_last": "YYYY-MM-DD",
    "setting.value": "text",
    "settings.value": "text",
    "settings_history.value": "text",
    "share_micros": "millionths of a percent",
    "share_percent": "percent",
    "share_percent_number": "percent",
    "share_percent_text": "decimal text, percent",
    "three_quarters_micros": "millionths of a person",
    "twice_area": "people × milliseconds",
    "unobserved": "milliseconds",
    "unobserved_twice_area": "people × milliseconds",
    "until": "date or period",
    "value": "units of the currency, or of what is counted",
    "value_micros": "millionths of the currency's unit, or of one",
    "value_number": "units of the currency, or of what is counted",
    "value_text": "decimal text",
  ]
}
