import LedgerCore
import LedgerImport
import TestSupport
import Testing

struct ProfileTests {
  private func complaint(_ toml: String) -> String? {
    do {
      _ = try Profile(toml: toml, name: "folder/p.toml")
      return nil
    } catch { return error.description }
  }

  @Test(arguments: [
    ("", #"key "records" is missing: it says what a row is, such as events or sales"#),
    (
      "records = \"sale\"",
      #"key "records" "sale" is not known as a type of record (did you mean "sales"?); "#
        + "known are events, audience, sales"
    ),
    ("records = 1", #"key "records" is of type integer, not a text"#),
    (
      "records = \"sales\"\nlines = \"position\"",
      #"key "lines" is not known (did you mean line?); known here are description, records, "#
        + "delimiter, encoding, time_zone, time_format, decimal_mark, thousands_mark, no_value, "
        + "zero, date_order, columns, constants, skip, reject, header, personal, trim, other_names, "
        + "known_only, fixed_columns, source, line, kind, aliases, not_markets, event_key, "
        + "first_row_only, movement, name_time, signs"
    ),
    (
      "records = \"audience\"\n[columns]\nevnt = \"E\"",
      #"key "columns.evnt" is not known (did you mean event?); "#
        + "known here are event, at, metric, count"
    ),
    (
      "records = \"sales\"\n[kind]\ncolumn = \"K\"\nprefixes = { C = \"cancelled\" }",
      #"key "kind.prefixes.C" says "cancelled" is not known as a kind of sale; "#
        + "known are sale, cancellation, refund, adjustment"
    ),
    (
      "records = \"sales\"\nline = \"row\"",
      #"key "line" is "row", not "position"; a column for it is named in [columns]"#
    ),
    (
      "records = \"sales\"\ntime_format = \"yyyy-QQ\"",
      #"key "time_format" is no format of times: "QQ" at character 6 of the time format stands "#
        + "for nothing: put letters that are meant literally between quotes, as in 'T'"
    ),
    (
      "records = \"sales\"\n[[reject]]\nwhen = { quantity = \"zero\" }",
      #"key "reject.reason" is missing: it is what is said of a rejected row"#
    ),
    (
      "records = \"sales\"\n[[skip]]\nwhen = { quantity = \"none\" }",
      #"key "skip.when.quantity" tests for "none", which is not one of "negative", "zero", "#
        + #""positive", "empty", "present", { equals = "…" }, { begins = "…" }, "#
        + "{ one_of = […] }, { not_one_of = […] }"
    ),
    (
      "records = \"sales\"\n[[skip]]\nwhen = { order = { ends = \"x\" } }",
      #"key "skip.when.order.ends" is not known; known here are equals, begins"#
    ),
    (
      "records = \"sales\"\ncolumns = { market = \"M\" }\nconstants = { market = \"UK\" }",
      #"key "constants.market" has a column in [columns] too: leave one of them out"#
    ),
    (
      "records = \"sales\"\ndecimal_mark = \",\"\nthousands_mark = \",\"",
      #"key "thousands_mark" is the decimal mark too"#
    ),
    (
      "records = \"sales\"\ndelimiter = \"comma\"",
      #"key "delimiter" is "comma", not one of ",", ";", "tab", "|", "spaces""#
    ),
    (
      "records = \"audience\"\n[metrics]\nviewers = \"V\"",
      #"key "metrics.viewers" is not known"#
    ),
    (
      "records = \"sales\"\nno_value = [1]",
      #"key "no_value" is of type integer, not a list of texts"#
    ),
  ])
  func `what a profile says wrongly is named, with what is allowed`(
    _ toml: String, _ reason: String
  ) throws {
    let said = try #require(complaint(toml))
    #expect(said.hasPrefix("folder/p.toml: \(reason)"))
  }

  @Test func `what is no TOML is refused with its line and column`() throws {
    let said = try #require(complaint("records = \"sales\"\n\nline = = 1\n"))
    #expect(said.hasPrefix("folder/p.toml:3:"))
  }

  @Test func `a NUL is refused, which C would take for the end`() {
    #expect(complaint("records = 1\n\0line = 1") == "folder/p.toml:2:1: a NUL is no text")
    #expect(complaint(#"a = "\u0000""#) == "folder/p.toml:1:6: a NUL is no text")
  }

  @Test(arguments: [
    "[=", "[[.a]]", "[ [", "[\u{e9}]", "\u{FEFF}[,", "[", "[[\n", "[\u{301}a", "[\r", "a = [}",
    "a = [1, }", "a = [\u{2028}]", "a = [\u{b}", "a = '''['''\n  [=", "a = \"\"\"\"\"\"\n[=",
  ])
  func `what the parser would end the program for is refused`(_ toml: String) {
    #expect(complaint(toml)?.hasPrefix("folder/p.toml:") == true)
  }

  @Test func `brackets and braces in texts and comments are no syntax`() {
    let toml = #"""
      # [= and [}
      records = "sales"   # [=
      description = """
      [=
      [\"""}""""
      not_markets = [
        "[}", # one
        '[=',
      ]
      [columns]
      "order" = '}é'
      """#
    #expect(complaint(toml) == nil)
  }

  @Test func `a line that nests without end is refused`() {
    #expect(
      complaint(String(repeating: "a.", count: 5000) + "a = 1")
        == "folder/p.toml:1:4097: the line is too long")
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `any text is read or refused`(_ seed: UInt64) throws {
    let example = try exampleText("online-retail")
    let scalars = Array("=[]{}\"'.,#\n\r\t \\-+_é0a\u{FEFF}\u{2028}".unicodeScalars)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var text = Array(example.unicodeScalars)
      for _ in 0..<3 {
        let place = Int.random(in: 0..<text.count, using: &generator)
        let scalar = scalars.randomElement(using: &generator) ?? "="
        if Bool.random(using: &generator) {
          text[place] = scalar
        } else {
          text.insert(scalar, at: place)
        }
      }
      var changed = String.UnicodeScalarView()
      changed.append(contentsOf: text)
      _ = complaint(String(changed))
    }
  }

  @Test func `the order numbers are the profile's own unless it names their source`() throws {
    let toml = """
      records = "sales"
      line = "position"
      columns = { order = "o", quantity = "q", amount = "a" }
      constants = { product = "x", market = "UK", currency = "GBP", at = "2021-12-08T17:00Z" }
      """
    for (text, source) in [(toml, "shop"), ("source = \"till\"\n" + toml, "till")] {
      let desk = Desk()
      try desk.load("o,q,a\n1,1,1\n", as: .sales, Profile(toml: text, name: "folder/shop.toml"))
      #expect(desk.ledger.sales.keys.map(\.source) == [source])
    }
  }

  @Test func `a profile of sales reads no events`() throws {
    let profile = try Profile(toml: "records = \"sales\"", name: "p.toml")
    #expect(
      Desk().failure("a,b\n", as: .events, profile)?.description
        == #"p.toml: key "records" says "sales": it is a profile for files of sales"#)
  }

  @Test func `a field that nothing fills is named`() throws {
    let profile = try Profile(
      toml: "records = \"audience\"\ncolumns = { at = \"t\" }\nmetrics = { views = \"v\" }",
      name: "p.toml")
    #expect(
      Desk().failure("t,v\n", as: .audience, profile)?.description
        == """
        p.toml: the audience counts have no event: name it in [columns] or [constants]
        """)
  }

  @Test func `a column that a profile names and the file lacks is named`() throws {
    let profile = try Profile(
      toml: "records = \"audience\"\ncolumns = { at = \"time\" }\nmetrics = { views = \"v\" }",
      name: "p.toml")
    let said = try #require(Desk().failure("tme,v\n", as: .audience, profile)?.description)
    #expect(
      said.contains(#"has no column "time" (did you mean "tme"?); its columns are "tme", "v""#))
    #expect(said.contains(#"is "p.toml" the profile for this file?"#))
  }
}
