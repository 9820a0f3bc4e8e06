import LedgerCore
import LedgerImport
import Testing

struct JoinedColumnTests {
  private let desk = Desk()

  private func profile(_ lines: String, at: String) throws -> Profile {
    try Profile(
      toml: """
        records = "sales"
        line = "position"
        \(lines)
        [columns]
        order = "o"
        quantity = "q"
        amount = "a"
        at = \(at)
        [constants]
        product = "x"
        market = "US"
        currency = "USD"
        """, name: "p.toml")
  }

  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: "records = \"sales\"\n" + toml, name: "p.toml")
      return nil
    } catch { return error.description }
  }

  @Test func `date, time and zone stand in columns of their own`() throws {
    let profile = try profile(
      "time_format = [\"MM/dd/yyyy h:mm a\", \"MM/dd/yyyy\"]\ntime_zone = \"-08:00\"",
      at: "{ date = [\"Date\", \"Datum\"], time = \"Time\", zone = \"Time Zone\" }")
    let text = """
      o,q,a,Datum,Time,Time Zone
      A,1,5,11/01/2026,1:30 AM,PDT
      B,1,5,11/01/2026,1:30 AM,PST
      C,1,5,11/01/2026,1:30 AM,
      D,1,5,11/01/2026,1:30 PM,Europe/Paris
      E,1,5,11/01/2026,1:30 PM,GMT+05:30
      F,1,5,11/01/2026,,
      G,1,5,11/01/2026,1:30 PM,Mars
      H,1,5,,1:30 PM,PST

      """
    try desk.load(text, as: .sales, profile)
    #expect(
      desk.ledger.sales.values.map { "\($0.key.order) \($0.at)" }.sorted() == [
        "A 2026-11-01T08:30:00Z", "B 2026-11-01T09:30:00Z", "C 2026-11-01T09:30:00Z",
        "D 2026-11-01T12:30:00Z", "E 2026-11-01T08:00:00Z", "F 2026-11-01T08:00:00Z",
      ])
    #expect(desk.rejections.map(\.line) == [8, 9])
    #expect(
      desk.said.first
        == #"a.csv:8: column "Time Zone", value "Mars": is no zone that is known: state what it "#
        + "means under [aliases.zone] in a profile")
    #expect(desk.rejections.last?.column == "Date + Time + Time Zone")
  }

  @Test func `an abbreviation of several clocks is decided by the profile`() throws {
    let text = "o,q,a,d\nA,1,5,2026-06-01 12:00 CST\n"
    let pattern = "time_format = \"yyyy-MM-dd HH:mm z\"\n"
    try desk.load(text, as: .sales, profile(pattern, at: "\"d\""))
    #expect(
      desk.rejections.map(\.reason.description) == [
        #""CST" may be -06:00 or +08:00 or -05:00: state the zone"#
      ])
    for lines in ["time_zone = \"+08:00\"", "aliases = { zone = { cst = \"Asia/Shanghai\" } }"] {
      let desk = Desk()
      try desk.load(text, as: .sales, profile(pattern + lines, at: "\"d\""))
      #expect(desk.lines == ["sale A/1 1 5.00 USD at 2026-06-01T04:00:00Z"])
    }
  }

  @Test func `a movement has its own date and time`() throws {
    let profile = try profile(
      """
      time_zone = "UTC"
      [[movement]]
      kind = "refund"
      at = [{ date = "rd", time = "rt" }, "d"]
      when_column = { rd = "present" }
      """, at: "\"d\"")
    let text = "o,q,a,d,rd,rt\nA,1,5,2026-06-01 12:00,2026-06-03,09:15:30\n"
    try desk.load(text, as: .sales, profile)
    #expect(
      desk.lines == [
        "refund A/1 -1 -5.00 USD at 2026-06-03T09:15:30Z",
        "sale A/1 1 5.00 USD at 2026-06-01T12:00:00Z",
      ])
  }

  @Test(arguments: [
    (
      "columns = { at = { time = \"T\" } }",
      #"key "columns.at.date" is missing: it names the column of the date"#
    ),
    (
      "columns = { at = { date = \"D\" } }",
      #"key "columns.at.time" is missing, and zone too: name the date's column alone"#
    ),
    (
      "columns = { at = { date = \"D\", hour = \"H\" } }",
      #"key "columns.at.hour" is not known; known here are date, time, zone"#
    ),
    (
      "columns = { amount = { columns = [\"a\", \"b\"] } }",
      #"key "columns.amount" is of type table, not the name of a column, or a list of its names"#
    ),
    (
      "[aliases.zone]\nX = \"Nowhere\"",
      #"key "aliases.zone.X" is "Nowhere", which is no zone: write Asia/Shanghai or +08:00"#
    ),
    (
      "columns = { at = \"D\" }\ntime_format = \"dd/MM/yyyy z\"",
      #"key "time_format" is no format of times: the time format has no hour: add HH or H, or hh "#
        + "or h with a"
    ),
  ])
  func `a time that its parts do not make is refused`(_ toml: String, _ reason: String) {
    #expect(complaint(toml) == "p.toml: " + reason)
  }

  private static let keyed = """
    records = "sales"
    constants = { market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }
    [columns]
    order = { columns = ["Order", "Shop"], separator = "/" }
    line = { columns = ["SKU", "Size"] }
    product = { columns = ["SKU", "Size"], separator = " " }
    quantity = "q"
    amount = "a"
    """

  @Test func `keys that several columns make are never those of other rows`() throws {
    let profile = try Profile(toml: Self.keyed, name: "p.toml")
    let text = #"""
      Order,Shop,SKU,Size,q,a
      1,a,hat,S,1,1
      1/a,,hat,S,1,2
      1,/a,hat,S,1,3
      1\,/a,hat,S,1,4
      ='1,a,hat-S,,1,5
      1,a,hat,-S,1,6
      ,,hat,S,1,7
      1,b,,,1,8
      1,a,hat,S,1,1

      """#
    let summary = try desk.load(text, as: .sales, profile)
    #expect(
      Set(desk.ledger.sales.keys.map(\.order)) == [
        "1/a", #"1\/a/"#, #"1/\/a"#, #"1\\/\/a"#, "='1/a",
      ])
    #expect(summary.recorded == 6)
    #expect(summary.rejected == 3)
    #expect(desk.rejections.map(\.line) == [8, 9, 10])
    #expect(desk.ledger.sales.values.map(\.product).contains("hat S"))
    // The same in every import.
    #expect(try desk.load(text, as: .sales, profile).alreadyRecorded == 6)
  }

  @Test(arguments: [
    (
      "columns = { order = { columns = [\"a\"] } }",
      #"key "columns.order.columns" is missing: it lists two columns or more"#
    ),
    (
      "columns = { order = { columns = [\"a\", \"b\"], separator = \"\" } }",
      #"key "columns.order.separator" is a text without a backslash, and not empty"#
    ),
  ])
  func `a key that its columns do not make is refused`(_ toml: String, _ reason: String) {
    #expect(complaint(toml) == "p.toml: " + reason)
  }
}
