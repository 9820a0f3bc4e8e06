import LedgerCore
import LedgerTesting
import SQLite
import Synchronization

@testable import BookStorage
@testable import SQLiteStorage

/// A book as an older program left it.
enum OldBook {
  /// Every sixth version, and those about the last step that writes rows.
  static let versions =
    Set(stride(from: 1, to: Migration.all.count, by: 6))
    .union([Migration.lastFilling - 1, Migration.lastFilling, Migration.all.count - 1]).sorted()

  /// Makes a book of a version, with one event, one count and one sale as far as it can hold them.
  static func make(
    at path: String, version: Int
  ) throws -> (event: Event?, counts: [AudienceCount], sales: [Sale]) {
    try empty.withLock { try $0.copy(version, to: path) }
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("PRAGMA journal_mode = wal")
    // It writes what a program of its time wrote, whose triggers let it do so.
    connection.setTriggers(on: false)
    let at: Int64 = 1_638_986_400_000
    let entry = "INSERT INTO entry (number, recorded_at, command, events, audience_counts, sales)"
    let hasEvents = version >= Self.version("create_event")
    if version >= Self.version("create_entry") {
      try connection.execute("\(entry) VALUES (1, \(at), 'old', \(hasEvents ? 1 : 0), 0, 0)")
    }
    guard hasEvents else { return (nil, [], []) }
    try connection.execute(
      """
      INSERT INTO event (id, key, market, platform, title, starts_at, entry)
      VALUES (7, 'a', 'UK', 'tiktok', 'a', \(at), 1);
      INSERT INTO event_brand (event, position, brand, entry) VALUES (7, 1, 'NYX', 1);
      INSERT INTO event_creator (event, position, creator, role, entry)
      VALUES (7, 1, 'Amy', 'guest', 1);
      """)
    let event = try LedgerTesting.event(
      "a", brands: ["NYX"], creators: [Creator(name: "Amy", role: .guest)])
    guard version >= Self.version("create_audience_count") else { return (event, [], []) }
    try connection.execute(
      """
      \(entry) VALUES (2, \(at), 'old', 0, 1, 0);
      INSERT INTO audience_count (event, metric, at, entry, count) VALUES (7, 1, \(at), 2, 41);
      INSERT INTO audience_total
        (event, metric, counts, first_at, last_at, latest, peak, peak_at, twice_area)
      VALUES (7, 1, 1, \(at), \(at), 41, 41, \(at), 0);
      """)
    let counts = [try count(41)]
    guard version >= Self.version("create_sale") else { return (event, counts, []) }
    try connection.execute(
      """
      \(entry) VALUES (3, \(at), 'old', 0, 0, 1);
      INSERT INTO sale_source (id, name, entry) VALUES (5, 'shop', 3);
      INSERT INTO sale
        (source, order_number, line, kind, entry, market, event, product, quantity, amount_micros,
         currency, at)
      VALUES (5, '1', 1, 'sale', 3, 'UK', 7, 'lipstick', 1, 9990000, 'GBP', \(at));
      """)
    try connection.execute(totals(version: version, quarter: at / 900_000))
    if version >= Self.version("create_digest") {
      try SQLiteSession(connection).fillDigests()
    }
    return (event, counts, [try sale(at: "2021-12-08T18:00Z", market: uk)])
  }

  /// The totals of its sale, in the tables of its time.
  private static func totals(version: Int, quarter: Int64) -> String {
    if version < Self.version("keep_finer_sale_totals") {
      return """
        INSERT INTO event_sale_total VALUES (7, 'GBP', 1, 1, 1, 9990000, 0, 0, 0);
        INSERT INTO market_sale_total
        VALUES ('UK', 'GBP', \(quarter), 1, 1, 1, 1, 9990000, 0, 0, 0);
        """
    }
    guard version >= Self.version("fill_finer_sale_totals") else { return "" }
    let later =
      (version < Self.version("record_bounds") ? 0 : 3)
      + (version < Self.version("keep_larger_totals") ? 0 : 4)
    let sums = "1, 1, 1, 1, 0, 0, 9990000, 0, 0, 0" + String(repeating: ", 0", count: later)
    let day =
      version < Self.version("keep_sales_by_day")
      ? "" : "INSERT INTO market_sale_day VALUES ('UK', 'GBP', \(quarter / 96), 1, \(sums));"
    return """
      \(day)
      INSERT INTO event_sale_total VALUES (7, 'GBP', \(sums));
      INSERT INTO event_sale_quarter VALUES (7, 'GBP', \(quarter), \(sums));
      INSERT INTO market_sale_total VALUES ('UK', 'GBP', \(quarter), 1, \(sums));
      INSERT INTO product_sale_total VALUES ('UK', 7, 'lipstick', 'GBP', \(sums));
      """
  }

  /// The numbers of its entries, newest first.
  static func entries(version: Int) -> [Int64] {
    let steps = ["create_entry", "create_audience_count", "create_sale"]
    return Array((1...3).filter { version >= Self.version(steps[Int($0) - 1]) }.reversed())
  }

  /// The version that a migration leads to.
  static func version(_ step: String) -> Int {
    (Migration.all.firstIndex { $0.name.hasSuffix("_" + step) } ?? Migration.all.count) + 1
  }

  private static let empty = Mutex(EmptyBooks())

  /// The empty books of all versions, each made of the one before by one step.
  private final class EmptyBooks {
    private var books: [Connection] = []

    func copy(_ version: Int, to path: String) throws {
      while books.count < version {
        let next = try Connection(inMemory: ())
        try books.last?.copy(to: next)
        try Book(connection: next).migrate(Array(Migration.all.prefix(books.count + 1)))
        books.append(next)
      }
      try books[version - 1].copy(to: Connection(path: path, mode: .create))
    }
  }
}
