import LedgerCore
import Tabular

/// Makes events' keys by a profile's template.
struct KeyReading {
  private let parts: [EventKeyTemplate.Part]
  private let mapping: Mapping

  init?(_ mapping: Mapping) {
    guard let template = mapping.profile.eventKey, !template.isOfTitleAndDay else { return nil }
    parts = template.parts
    self.mapping = mapping
  }

  /// The key of a row; `nil` where a column of it is empty.
  ///
  /// `startsAt`: when the event starts, where the row says so.
  func key(_ row: borrowing some RecordReader & ~Copyable, startsAt: Instant?) throws(RowFault)
    -> EventKey?
  {
    var texts: [String] = []
    for part in parts {
      switch part {
      case .text(let text): texts.append(text)
      case .field(.startsAt): if let startsAt { texts.append(startsAt.description) }
      case .field(let field): if let cell = mapping.cells[field] { texts.append(cell.text(row)) }
      case .column(let name):
        guard let cell = mapping.keyCells[name] else { return nil }
        let text = cell.text(row)
        if text.isEmpty { return nil }
        guard !Self.lostDigits(text) else {
          throw cell.fault(row, .shortenedKey)
        }
        texts.append(text)
      }
    }
    do throws(LedgerError) { return try EventKey(parts: texts) } catch {
      throw RowFault(error, in: mapping)
    }
  }

  /// `5.76E+17`, as spreadsheets write numbers of more than fifteen digits.
  private static func lostDigits(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+") else { return false }
    return parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
      && parts[1].dropFirst().allSatisfy(\.isNumber)
  }
}
