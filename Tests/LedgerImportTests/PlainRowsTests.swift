import LedgerCore
import LedgerImport
import Testing

/// Rows are read by a short way where the row before was read; it must say what the long one says.
struct PlainRowsTests {
  private static let numbers = [
    "0", "1", "-1", "-0", "+1", "1.5", "1.", ".5", "1.000000", "1.0000001", "1e3", "", " 1", "1 ",
    "000000000000000000001", "999999999", "1000000000", "1000000001", "9223372036854775807",
    "9223372036854775808", "999999999999.999999", "9999999999999.9", "1,5", "abc", "--1", "１",
  ]
  private static let times = [
    "2021-12-08T17:00:00Z", "2021-12-08T24:00:00Z", "2021-12-08T23:59:60Z", "2021-02-29T00:00:00Z",
    "2021-12-08 17:00:00Z", "2021-12-08T17:00:00z", "2021-12-08T17:00:00", "2021-12-08T17:00Z",
    "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2021-12-08T17:0a:00Z", "2021-13-08T17:00:00Z",
    "2021-12-08T17:00:00.5Z", "",
  ]
  private static let texts = [
    "x", "", " x", "x ", "x y", "é", "5.76E+17", "5E17", "\u{7f}", "\u{85}", "a\tb",
    String(repeating: "x", count: 1000), String(repeating: "x", count: 1001),
  ]

  /// What becomes of the row as the only one, and what after a plain one.
  private func fates(
    _ header: String, _ row: String, after plain: String, as records: RecordType
  ) throws -> (alone: [String], after: [String]) {
    var fates: [[String]] = []
    for rows in [row, plain + "\n" + row] {
      let desk = Desk()
      try desk.addShow()
      try desk.load(header + "\n" + rows + "\n", as: records)
      let facts = desk.ledger.sales.values.map { "\($0)" } + desk.lines
      fates.append(
        facts.sorted()
          + desk.rejections.map { "\($0.column ?? "") \($0.value ?? "") \($0.reason)" })
    }
    return (fates[0], fates[1])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 8])
  func `a sale that follows a plain one is read as one that stands alone`(column: Int) throws {
    let header = "order,line,product,quantity,amount,currency,at,event,kind"
    let plain = "9,9,p,1,1,GBP,2021-12-08T17:00:00Z,on-trend,sale"
    let texts =
      switch column {
      case 1, 3, 4: Self.numbers
      case 6: Self.times
      case 5: ["GBP", "EUR", "gbp", "", "XXX"]
      case 8: ["sale", "refund", "Refund", "", "gift"]
      default: Self.texts
      }
    for text in texts {
      var cells = plain.split(separator: ",").map(String.init)
      cells[0] = "1"
      cells[column] = text
      let row = "\"" + cells.joined(separator: "\",\"") + "\""
      var (alone, after) = try fates(header, row, after: plain, as: .sales)
      let first = try fates(header, plain, after: plain, as: .sales).alone
      for line in first where !alone.contains(line) {
        if let place = after.firstIndex(of: line) { after.remove(at: place) }
      }
      #expect(alone == after, "\(row)")
    }
  }

  @Test(arguments: [1, 3]) func `a count that follows a plain one is read as one that stands alone`(
    column: Int
  ) throws {
    let header = "event,at,metric,count"
    let plain = "on-trend,2020-01-01T00:00:00Z,views,7"
    for text in column == 1 ? Self.times : Self.numbers {
      var cells = ["on-trend", "2021-12-09T17:00:00Z", "views", "8"]
      cells[column] = text
      let row = "\"" + cells.joined(separator: "\",\"") + "\""
      var (alone, after) = try fates(header, row, after: plain, as: .audience)
      let first = try fates(header, plain, after: plain, as: .audience).alone
      for line in first where !alone.contains(line) {
        if let place = after.firstIndex(of: line) { after.remove(at: place) }
      }
      #expect(alone == after, "\(row)")
    }
  }

  /// A row of two megabytes ends a chunk after every second one.
  private static let padding = String(repeating: ".", count: 2 << 20)

  @Test(arguments: ["T", " "])
  func `sales of several shows are of their own show in every chunk`(separator: String) throws {
    let desk = Desk()
    for key in ["a", "b", "c"] { try desk.addShow(key) }
    var rows = ["order,line,product,quantity,amount,currency,at,event,note"]
    let shows = ["a", "b", "c", "b", "a", "c", "c", "a", "b"]
    for (order, show) in shows.enumerated() {
      // Every second time may be of another form than the plainest.
      let at = "2021-12-08\(order % 2 == 0 ? separator : "T")17:00:00Z"
      rows.append("\(order),1,p,1,1,GBP,\(at),\(show),\(Self.padding)")
    }
    try desk.load(rows.joined(separator: "\n") + "\n", as: .sales)
    let sales = desk.ledger.sales.values.sorted { $0.key.order < $1.key.order }
    #expect(desk.chunks.count > 2)
    #expect(sales.map { $0.event?.description } == shows)
  }

  @Test func `counts of more shows than are remembered are of their own show`() throws {
    let desk = Desk()
    let shows = (0..<5000).map { "show-\($0)" }
    var events = "event,market,platform,title,starts_at\n"
    for show in shows { events += "\(show),UK,tiktok,On Trend,2021-12-08T17:00Z\n" }
    try desk.load(events, as: .events)
    var counts = "event,at,metric,count\n"
    for minute in 10..<12 {
      for (place, show) in shows.enumerated() {
        counts += "\(show),2021-12-08T17:\(minute):00Z,views,\(place)\n"
      }
    }
    try desk.load(counts, as: .audience)
    let recorded = desk.ledger.counts.values
    #expect(recorded.count == 2 * shows.count)
    #expect(recorded.allSatisfy { $0.event.description == "show-\($0.count)" })
  }
}
