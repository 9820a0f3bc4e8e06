import LedgerCore
import Tabular

/// Reads the currency that a row states in a column, or all rows by a constant.
struct CurrencyReading {
  private let mapping: Mapping
  private let reference: Reference
  private let cell: Cell?
  private let constant: Currency?

  init(_ mapping: Mapping, reference: Reference) {
    self.mapping = mapping
    self.reference = reference
    cell = mapping.cells[.currency]
    // A constant that is wrong has been refused before.
    constant = cell?.constant.flatMap { code in
      do throws(LedgerError) { return try reference.currency(code) } catch { return nil }
    }
  }

  /// The currency; `nil` where no column states one, and the amounts may.
  ///
  /// `orNone`: whether the column may be empty, because not all figures of a row are amounts.
  func stated(
    _ row: borrowing some RecordReader & ~Copyable, orNone: Bool = false
  ) throws(RowFault) -> Currency? {
    if let constant { return constant }
    guard let text = cell?.text(row), !(orNone && text.isEmpty) else { return nil }
    do throws(LedgerError) { return try reference.currency(text) } catch {
      throw RowFault(error, in: mapping)
    }
  }
}
