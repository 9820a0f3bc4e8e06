/// Checks the first row, which determines how the rest is read.
enum Header {
  static let columnLimit = 10_000

  /// The delimiters that files use in practice, with their names.
  static let delimiters: [(byte: UInt8, name: String)] = [
    (comma, "a comma"), (UInt8(ascii: ";"), "a semicolon"), (UInt8(ascii: "\t"), "a tab"),
    (UInt8(ascii: "|"), "a vertical bar"),
  ]

  static func check(delimiter: UInt8) throws(TabularError) {
    let isControl = delimiter < 0x20 && delimiter != UInt8(ascii: "\t")
    if isControl || delimiter >= 0x7F || delimiter == quote {
      throw TabularError(
        reason: "byte \(delimiter) cannot delimit fields: only a tab or an ASCII character can")
    }
  }

  /// The names of the columns, from the first of `limit` rows that is accepted as the header.
  static func names(
    of scanner: inout RecordScanner, among limit: Int, where isHeader: ([String]) -> Bool
  ) throws(TabularError) -> [String] {
    var failure: TabularError?
    for place in 1...max(limit, 1) {
      do throws(TabularError) {
        let names = try names(of: scanner)
        if isHeader(names) { return names }
      } catch {
        if failure == nil { failure = error }
      }
      guard place < limit, try scanner.advance() else { break }
    }
    throw failure ?? TabularError(reason: "has no header that is known, in its first ten rows")
  }

  /// The names of the columns, from the record that should hold them.
  static func names(of scanner: borrowing RecordScanner) throws(TabularError) -> [String] {
    let line = scanner.line
    if let other = otherDelimiter(in: scanner.record, than: scanner.splitter.delimiter) {
      throw TabularError(
        .delimiter, line: line,
        reason: "the columns seem to be delimited by \(other), not by "
          + "\(name(of: scanner.splitter.delimiter)): state it")
    }
    if let fault = scanner.fault {
      throw TabularError(line: line, reason: "in the header, \(fault.reason())")
    }
    let count = scanner.splitter.fieldCount
    guard count <= columnLimit else {
      throw TabularError(
        line: line, reason: "\(count) columns, while 10,000 is the most")
    }
    var names: [String] = []
    for index in 0..<count { names.append(scanner.text(index)) }
    try check(names, line: line)
    return names
  }

  /// Refuses names that cannot be names of columns.
  static func check(_ names: [String], line: Int) throws(TabularError) {
    let named = names.filter { !$0.isEmpty }
    // Years may head columns, but only next to at least one name of another kind.
    let isData = named.allSatisfy { name in
      name.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D } ?? true
    }
    if isData { throw noHeader(line: line) }
    var seen: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let first = seen.updateValue(index, forKey: name) {
        if looksLikeValue(name) { throw noHeader(line: line) }
        throw TabularError(
          line: line,
          reason: "two columns are named \"\(name)\": columns \(first + 1) and \(index + 1)")
      }
    }
  }

  private static func noHeader(line: Int) -> TabularError {
    TabularError(
      .header, line: line,
      reason: "no header: the first line holds values, not the names of columns")
  }

  /// The delimiter that a header has outside quotes, if it does not have the expected one.
  private static func otherDelimiter(
    in record: ArraySlice<UInt8>, than delimiter: UInt8
  ) -> String? {
    var isQuoted = false
    var counts = [Int](repeating: 0, count: delimiters.count)
    for byte in record {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == delimiter { return nil }
      if let index = delimiters.firstIndex(where: { $0.byte == byte }) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    return counts.firstIndex(of: most).map { delimiters[$0].name }
  }

  static func name(of delimiter: UInt8) -> String {
    delimiters.first { $0.byte == delimiter }?.name
      ?? "\"\(Character(Unicode.Scalar(delimiter)))\""
  }
}
