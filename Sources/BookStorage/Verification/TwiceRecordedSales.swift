import LedgerCore
import Rows

/// Finds lines that are recorded twice: under two sources, or two spellings of an order's number.
///
/// Of each line a hash is kept; only where two are equal, the sales are read once more.
struct TwiceRecordedSales {
  /// The most lines that are looked at again; who has more sees the others once these are gone.
  private static let limit = 100_000

  private var hashes: [UInt64] = []
  private var order: [UInt8] = []
  private var plain: [UInt8] = []

  /// A line without its source and the spelling of its order's number.
  private struct Line: Hashable {
    let order: [UInt8]
    let line: Int64
    let kind: String
    let market: String
    let product: String?
    let quantity: Int64
    let micros: Int64
    let currency: String
    let at: Int64
  }

  /// Where a line is recorded.
  private struct Place: Hashable {
    let source: String
    let number: String
    var entry: Int64 = 0

    var order: String { "\(source)/\(number)" }

    func isBefore(_ other: Place) -> Bool {
      if entry != other.entry { return entry < other.entry }
      if source != other.source {
        return source.utf8.lexicographicallyPrecedes(other.source.utf8)
      }
      return number.utf8.lexicographicallyPrecedes(other.number.utf8)
    }
  }

  /// Takes the next current line; those of an order come one after the other.
  mutating func take(_ number: [UInt8], _ line: SaleLine) {
    if number != order || plain.isEmpty {
      order = number
      plain = OrderNumber.plain(number)
    }
    hashes.append(
      Self.hash(
        plain, line: line.line, quantity: line.quantity, micros: line.micros,
        at: line.at.milliseconds))
  }

  /// Adds a finding for each order that has lines of one recorded before.
  mutating func end(
    _ session: any BookSession, _ result: inout Verification
  ) throws(StorageError) {
    let repeated = repeatedHashes()
    hashes = []
    guard !repeated.isEmpty else { return }
    var places: [Line: [Place]] = [:]
    try session.forEach(Self.select) { row throws(StorageError) in
      let number = try row.text(1)
      let line = Line(
        order: OrderNumber.plain(number.utf8), line: try row.integer(2), kind: try row.text(3),
        market: try row.text(5), product: try row.optionalText(6), quantity: try row.integer(7),
        micros: try row.integer(8), currency: try row.text(9), at: try row.integer(10))
      let hash = Self.hash(
        line.order, line: line.line, quantity: line.quantity, micros: line.micros, at: line.at)
      guard repeated.contains(hash) else { return }
      let place = Place(source: try row.text(0), number: number, entry: try row.integer(4))
      places[line, default: []].append(place)
    }
    for finding in Self.findings(Array(places.values)) { result.add(finding) }
  }

  static let select = """
    SELECT sale_source.name, order_number, line, kind, sale.entry, market, product, quantity,
      amount_micros, currency, at
    FROM sale
    JOIN sale_source ON sale_source.id = sale.source
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = sale.entry)
    """

  private static func findings(_ lines: [[Place]]) -> [AuditFinding] {
    struct Pair: Hashable {
      let first: String
      let second: String
    }
    var counts: [Pair: (lines: Int, last: Place)] = [:]
    for places in lines where places.count > 1 {
      let places = places.sorted { $0.isBefore($1) }
      for place in places.dropFirst() {
        let pair = Pair(first: places[0].order, second: place.order)
        var count = counts[pair] ?? (0, place)
        count.lines += 1
        if count.last.isBefore(place) { count.last = place }
        counts[pair] = count
      }
    }
    return counts.sorted { left, right in
      let (one, other) = (left.value.last, right.value.last)
      return one.isBefore(other) || !other.isBefore(one) && left.key.first < right.key.first
    }.map { pair, count in
      AuditFinding(
        rule: .saleRecordedTwice, subject: pair.second, entry: count.last.entry,
        detail: (count.lines == 1 ? "1 line is" : "\(count.lines) lines are")
          + " also in \(pair.first)")
    }
  }

  private mutating func repeatedHashes() -> Set<UInt64> {
    hashes.sort()
    var repeated: Set<UInt64> = []
    for (hash, next) in zip(hashes, hashes.dropFirst())
    where hash == next && repeated.count < Self.limit {
      repeated.insert(hash)
    }
    return repeated
  }

  /// FNV-1a: two different lines with one hash only cost a second look.
  private static func hash(
    _ order: [UInt8], line: Int64, quantity: Int64, micros: Int64, at: Int64
  ) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in order { hash = (hash ^ UInt64(byte)) &* prime }
    for number in [line, quantity, micros, at] {
      hash = (hash ^ UInt64(bitPattern: number)) &* prime
      hash ^= hash >> 32
    }
    return hash
  }
}
