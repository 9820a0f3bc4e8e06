import Foundation
import LedgerCore
import LedgerImport
import Tabular
import Testing

/// Profiles that are guessed from files.
struct DraftTests {
  private func draft(
    _ text: String, records: RecordType? = nil, file: String = "a.csv", zone: String? = nil
  ) throws -> DraftedProfile {
    try DraftedProfile(
      file: file, records: records, layout: FileLayout(), constants: [],
      zone: zone.map { name throws(LedgerError) in try LedgerImportTests.zone(name) },
      reference: reference
    ) { () throws(TabularError) in ByteSource(bytes: Array(text.utf8), name: file) }
  }

  private func export(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Exports")
    return try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
  }

  /// Which column of a file a profile takes for what.
  private func columns(of toml: String) -> [String: Set<String>] {
    var columns: [String: Set<String>] = [:]
    var section = ""
    for line in toml.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = String(line.prefix { $0 != " " })
        continue
      }
      let parts = line.split(separator: " = ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0] == "column" && section == "[kind]" ? "kind" : String(parts[0])
      if key == "event_key" {
        for name in parts[1].split(separator: "{").dropFirst() {
          columns[String(name.prefix { $0 != "}" }), default: []].insert("event")
        }
      } else if ["[columns]", "[metrics]", "[totals]", "[kind]"].contains(section)
        || section == "[[movement]]" && ["amount", "quantity", "at"].contains(key)
      {
        let texts = parts[1].prefix { $0 != "#" }.split(
          separator: "\"", omittingEmptySubsequences: false)
        guard texts.count > 1 else { continue }
        let name = section == "[[movement]]" ? "movement \(key)" : key
        columns[String(texts[1]), default: []].insert(name)
      }
    }
    return columns
  }

  @Test(arguments: KnownExports.names)
  func `most columns of a known export are found without its profile`(name: String) throws {
    let known = columns(of: try #require(KnownExports.text(name)))
    let drafted = columns(of: try draft(export(name)).toml)
    let header = try export(name)
    let present = known.filter { column, _ in
      header.contains(column.hasSuffix("(*)") ? String(column.dropLast(3)) : column)
    }
    let right = present.filter { !$0.value.isDisjoint(with: drafted[$0.key] ?? []) }
    let wrong = present.filter { right[$0.key] == nil }.map {
      "\($0.key): \($0.value) and not \(drafted[$0.key] ?? [])"
    }
    #expect(right.count * 5 >= present.count * 4, "\(wrong)")
  }

  @Test(arguments: KnownExports.names)
  func `a column of money is never certain`(name: String) throws {
    let toml = try draft(export(name)).toml
    let money = ["amount =", "unit_price =", "gmv_", "ads_cost =", "creator_revenue ="]
    for line in toml.split(separator: "\n") where money.contains(where: line.hasPrefix) {
      #expect(line.contains("# unsure"))
    }
  }

  @Test func `a sheet that is kept by hand is read by what its cells are`() throws {
    let drafted = try draft(
      """
      Umsatz im Herbst;;;;
      Bestellnummer;Datum;Artikel;Menge;Betrag
      7001;03.09.2026 20:15;Rosé;2;1.019,98 €
      7002;13.09.2026 20:16;Puder;1;9,99 €
      """, zone: "+02:00")
    #expect(drafted.records == .sales)
    #expect(drafted.faults == [])
    #expect(
      drafted.facts.first
        == "sale of order \"7001\", line 1, of source \"a\": product \"Rosé\", quantity 2, "
        + "amount 1019.98 EUR, at 2026-09-03T18:15:00Z")
    #expect(drafted.missing == ["market"])
    for line in [
      "delimiter = \";\"", "time_format = \"dd.MM.yyyy HH:mm\"", "\"€\" = \"EUR\"",
      "line = \"position\"  # no column numbers the lines",
    ] { #expect(drafted.toml.contains(line + "\n")) }
  }

  @Test func `what either order of day and month reads is said`() throws {
    let drafted = try draft(
      """
      order,product,quantity,amount,at
      1,a,1,9.99,03/09/2026 20:15
      """)
    #expect(drafted.toml.contains("# unsure: day and month may be in either order"))
    #expect(drafted.missing == ["market", "currency"])
    #expect(drafted.needsZone)
  }

  @Test func `what is missing is named, and no profile is invented`() throws {
    let drafted = try draft("colour,taste\nred,sweet\n")
    #expect(drafted.facts == [])
    #expect(drafted.missing.contains("order"))
    #expect(drafted.toml.contains("#   colour: one text\n"))
  }

  @Test func `a kind that is not known is left to the reader`() throws {
    let drafted = try draft(
      """
      order,product,qty,net amount,date,type
      1,a,1,9.99,2026-09-03,Sale
      1,a,-1,-9.99,2026-09-04,Refund
      2,,0,1.00,2026-09-05,Fee
      """)
    #expect(drafted.toml.contains("\"Refund\" = \"refund\""))
    #expect(drafted.toml.contains("rows with \"Fee\" are rejected"))
  }

  @Test func `a day and its times may be in columns of their own`() throws {
    let drafted = try draft(
      """
      Date,Start,End,Show,Host,Country,Platform,Peak viewers,Notes
      04/13/2026,19:00,20:30,Glow Tuesday,Mia,UK,TikTok,86,host late
      04/20/2026,19:00,20:30,Glow Tuesday,Mia,UK,TikTok,96,
      """)
    #expect(drafted.records == .shows)
    #expect(drafted.missing == [])
    #expect(drafted.toml.contains("starts_at = { date = \"Date\", time = \"Start\" }"))
    #expect(
      drafted.facts.first?.hasSuffix(
        "start 2026-04-13T19:00:00, end 2026-04-13T20:30:00, creators \"Mia (creator)\"") ?? false)
  }

  @Test func `a file in UTF-16 is read as what it is`() throws {
    let text = "order,product,quantity,amount,at\n1,rosé,1,9.99,2026-09-03T20:15Z\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let drafted = try DraftedProfile(
      file: "a.csv", records: nil, layout: FileLayout(), constants: [], zone: nil,
      reference: reference
    ) { () throws(TabularError) in ByteSource(bytes: bytes, name: "a.csv") }
    #expect(drafted.facts.first?.contains("product \"rosé\"") ?? false)
  }

  @Test func `rows that cannot be read are said`() throws {
    let drafted = try draft("order,product,quantity,amount,at\n1,a,1\n")
    #expect(drafted.faults == ["line:2: too short: 3 fields, while the header has 5"])
  }

  @Test func `every column is in the draft, in use or left out`() throws {
    for name in KnownExports.names {
      let toml = try draft(export(name)).toml
      let header = toml.split(separator: "\n").first { $0.hasPrefix("header") } ?? ""
      let rest = toml.replacing(header, with: "")
      for column in ["Discount Amount", "Lineitem discount", "Paid at", "Taxes", "Coins Claimed"]
      where try export(name).contains(",\(column),") {
        #expect(rest.contains(column), "\(name) \(column)")
      }
    }
  }

  @Test func `nothing about a person stands in a draft`() throws {
    let drafted = try draft(
      """
      Order ID,SKU,Quantity,Item Total,Sale Date,Ship Name,Shipping Phone,Telephone 2,Gift for,State
      1,a,1,9.99,2026-09-03,Ann Lee,+44 20 7946 0000,02079460001,Zoe,sent
      2,a,1,9.99,2026-09-04,Bo Day,+44 20 7946 0002,02079460003,Max,sent
      """)
    for text in ["Ann", "Bo Day", "7946", "Zoe", "Max"] { #expect(!drafted.toml.contains(text)) }
    #expect(drafted.toml.contains("#   State: one text, such as \"sent\""))
  }
}
