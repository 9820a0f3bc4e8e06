import LedgerCore

extension Profile {
  /// Reads what exports of platforms need beside columns and formats.
  mutating func readExport(_ root: Section) throws(ProfileError) {
    header = try root.columnList("header") ?? []
    personal = try root.columnList("personal") ?? []
    trims = try choice("trim", of: ["yes", "no"], in: root) != "no"
    signsByKind = try choice("signs", of: ["by kind", "as written"], in: root) == "by kind"
    lastsAllDay = try choice("lasts", of: ["all day", "as written"], in: root) == "all day"
    let units = ["seconds": 1, "minutes": 60, "hours": 3600]
    if let unit = try choice("duration_unit", of: units.keys.sorted(), in: root) {
      durationUnit = Int64(units[unit] ?? 1)
    }
    if let section = try root.section("totals") { totals = try TotalRule.all(section) }
    if let text = try root.text("event_key") {
      eventKey = try EventKeyTemplate(text, records: records, in: root)
    }
    if let columns = try root.columnList("first_row_only") {
      guard let order = self.columns[.order], root.columns.joined[order] == nil else {
        throw root.fault("first_row_only", "needs one column for order in [columns]")
      }
      carried = (order, columns)
    }
    try readDateOrder(root)
    movements = try MovementRule.all(of: root)
    discounts = try DiscountRule.all(of: root)
    separatesRepeats =
      try choice("repeats", of: ["refused", "separate lines"], in: root) == "separate lines"
    if separatesRepeats, countsPositions {
      throw root.fault("repeats", "stands next to line = \"position\": leave one of them out")
    }
    for text in try root.list("name_time") ?? [] {
      do throws(TimeFormatError) { nameTimes.append(try NameTime(text)) } catch {
        throw root.fault("name_time", "is no format of times: \(error)")
      }
    }
  }

  /// `date_order`: a text, or a table of texts by market, of which `other` is for all others.
  private mutating func readDateOrder(_ root: Section) throws(ProfileError) {
    let orders = ["day first": DateOrder.dayFirst, "month first": .monthFirst]
    let words = orders.keys.sorted() + ["unknown"]
    guard root.keys.contains("date_order") else { return }
    guard !root.isText("date_order"), let section = try root.section("date_order") else {
      usualOrder = try choice("date_order", of: words, in: root).flatMap { orders[$0] }
      return
    }
    for key in section.keys {
      let order = try choice(key, of: words, in: section).flatMap { orders[$0] }
      if key == "other" { usualOrder = order } else { usualOrders[key.uppercased()] = .some(order) }
    }
  }

  private func choice(
    _ key: String, of known: [String], in root: Section
  ) throws(ProfileError) -> String? {
    guard let text = try root.text(key) else { return nil }
    guard known.contains(text) else {
      throw root.fault(
        key, "is \(quoted(text)), not one of \(known.map(quoted).joined(separator: ", "))")
    }
    return text
  }
}
