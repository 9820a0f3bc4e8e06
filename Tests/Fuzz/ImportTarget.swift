import LedgerCore
import LedgerImport
import Tabular

/// A byte of options, then a file; with an odd byte, a profile stands before it, and a line `%`.
@Sendable func checkImport(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  var profile: Profile?
  if options & 1 == 1 {
    let toml = String(decoding: input.part(before: "%"), as: UTF8.self)
    do throws(ProfileError) { profile = try Profile(toml: toml, name: "p.toml") } catch {
      try expect(error.description.hasPrefix("p.toml:"), "an error names the profile")
      return
    }
  }
  let types = RecordType.allCases
  let type = types[(options >> 1 & 3 | options >> 4 & 12) % types.count]
  let records: RecordType? = options & 8 == 0 ? nil : profile?.records ?? type
  let book = FactBook()
  let file = Array(input.rest)
  let first = try load(file, as: records, profile, options, into: book)
  try expect(book.count == first.recorded, "what is said to be recorded is in the book")
  let second = try load(file, as: records, profile, options, into: book)
  try expect(second.recorded == 0, "the same file again records nothing")
  try expect(second.rows == first.rows, "the same file again has as many rows")
}

private func load(
  _ file: [UInt8], as records: RecordType?, _ profile: Profile?, _ options: Int,
  into book: FactBook
) throws(Finding) -> ImportSummary {
  let importer = Importer(repository: book, reference: reference) { name throws(LedgerError) in
    guard let zone = TimeZone(offset: name) else {
      throw .invalid(field: "time zone", value: name, reason: "is not known")
    }
    return zone
  }
  var rejections: [String] = []
  let summary: ImportSummary
  do throws(ImportError) {
    summary = try importer.run(
      ByteSource(bytes: file, name: "a.csv", readSize: 1 + options), as: records, profile: profile,
      adapting: adapted, acceptsChangedColumns: options & 0x10 != 0,
      onConflict: options & 0x20 == 0 ? .refuse : .restate,
      draft: { _ in Entry.Draft(recordedAt: .earliest, command: "import") },
      onRejection: { rejections.append($0.description) })
  } catch {
    try expect(!error.description.isEmpty, "an error says something")
    summary = error.summary
  }
  try expect(rejections.count == summary.rejected, "each rejection is said")
  try expect(
    rejections.allSatisfy { $0.hasPrefix("a.csv:") }, "a rejection says where")
  return summary
}

/// What a known export leaves open is stated, as people do on the command line.
private func adapted(_ profile: Profile) throws(ProfileError) -> Profile {
  var adapted = profile.settingTimeZone("+01:00")
  for (field, value) in [
    ("market", "UK"), ("currency", "GBP"), ("observed_at", "2022-01-01T00:00Z"),
  ] {
    do throws(ProfileError) { adapted = try adapted.settingConstant(field, value) } catch {}
  }
  return adapted
}

private let reference: Reference = {
  let pound = Currency(code: "GBP", digits: 2)
  let dong = Currency(code: "VND", digits: 0)
  let uk = Market(
    code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: pound, timeZone: nil)
  let vietNam = Market(
    code: Market.Code("VN"), isoCode: "VN", name: "Viet Nam", currency: dong, timeZone: nil)
  return Reference(
    markets: [uk, vietNam],
    currencies: [pound, dong] + ["BRL", "EUR", "USD"].map { Currency(code: $0, digits: 2) })
}()
