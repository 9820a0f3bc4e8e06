import LedgerCore
import Tabular

/// Reads markets, which a file writes in few ways.
struct MarketReading {
  private static let knownLimit = 1000

  private let cell: Cell
  private let reference: Reference
  private let aliases: [String: String]
  private let notMarkets: Set<String>
  private var known: [String: Market.Code] = [:]

  init(_ cell: Cell, mapping: Mapping, reference: Reference) {
    self.cell = cell
    self.reference = reference
    aliases = mapping.profile.marketAliases
    notMarkets = mapping.profile.notMarkets
  }

  /// The market of this row.
  mutating func code(
    _ row: borrowing some RecordReader & ~Copyable, in mapping: Mapping
  ) throws(RowFault) -> Market.Code {
    let text = cell.text(row)
    if let code = known[text] { return code }
    let name = text.uppercased()
    if notMarkets.contains(name) { throw cell.fault(row, .noMarket) }
    do throws(LedgerError) {
      let code = try reference.market(aliases[name] ?? text).code
      if known.count < Self.knownLimit { known[text] = code }
      return code
    } catch {
      throw RowFault(error, in: mapping)
    }
  }

  func isEmpty(_ row: borrowing some RecordReader & ~Copyable) -> Bool {
    cell.withBytes(row) { $0.isEmpty }
  }
}
