import LedgerCore
import Tabular

/// A parser that can be shared, and move to another thread.
///
/// That nobody else uses it meanwhile is checked once a portion, and not for each row.
final class SharedRowParser<Reader: RecordReader & ~Copyable, Rows: RowReader> {
  private var parser: RowParser<Reader, Rows>

  init(_ parser: consuming RowParser<Reader, Rows>) { self.parser = parser }

  /// The next portion; `nil` after one that ends the file or the import.
  func next() -> Portion<Rows.F>? { parser.next() }
}

/// Reads the rows of a file, a portion at a time.
struct RowParser<Reader: RecordReader & ~Copyable, Rows: RowReader>: ~Copyable {
  /// Rejections are told once the chunk is recorded, and so bound it too.
  private let rejectionLimit = 4000

  private let file: String
  private let tracksLines: Bool
  private let keepsRows: Bool
  private var shapes: RowShapes?
  private var reader: Reader
  private var rows: Rows
  private var hasEnded = false
  /// Of the portion before: the next one mostly needs as much room.
  private var lastSize = Batch<Rows.F>.Size()

  init(
    _ reader: consuming Reader, _ rows: Rows, shapes: RowShapes?, file: String, tracksLines: Bool,
    keepsRows: Bool
  ) {
    self.shapes = shapes
    self.reader = reader
    self.rows = rows
    self.file = file
    self.tracksLines = tracksLines
    self.keepsRows = keepsRows
  }

  /// The next portion; `nil` after one that ends the file or the import.
  mutating func next() -> Portion<Rows.F>? {
    if hasEnded { return nil }
    var portion = Portion(Batch<Rows.F>(keepsRows: keepsRows, roomFor: lastSize))
    portion.end = read(into: &portion)
    lastSize = portion.batch.size
    portion.laterColumns = reader.laterColumns
    portion.strayMarks = reader.strayMarks
    portion.foldedTexts = rows.foldedTexts
    portion.isOfManyStatuses = rows.isOfManyStatuses
    portion.lastOrder = rows.lastOrder
    portion.bytesRead = reader.bytesRead
    switch portion.end {
    case .chunk: break
    case .file, .failure: hasEnded = true
    }
    return portion
  }

  private mutating func read(into portion: inout Portion<Rows.F>) -> Portion<Rows.F>.End {
    var rejectedBytes = 0
    while true {
      let row: TabularRow?
      do throws(TabularError) { row = try reader.next() } catch {
        return .failure(.unreadable(error))
      }
      guard let row else { return .file }
      // What has come is recorded, since nobody knows when more does.
      if row == .pause {
        portion.isPaused = true
        return .chunk
      }
      portion.tally.rows += 1
      let rejectionCount = portion.rejections.count
      switch row {
      case .malformed(let reason):
        if shapes != nil, case .skip(let name) = shapes?.verdict(ofMalformed: reader) {
          skip(name, &portion)
          break
        }
        reject(RowFault(reason: .malformed(reason)), &portion)
      case .record: readRecord(into: &portion)
      case .pause: break
      }
      if rows.isFull { return .failure(.tooManyOrders(line: reader.line)) }
      if portion.rejections.count > rejectionCount {
        portion.marks.append(
          .init(
            line: reader.line, tally: portion.tally, factCount: portion.batch.facts.count,
            rejectionCount: portion.rejections.count))
        rejectedBytes += reader.rawLength * (portion.rejections.count - rejectionCount)
      }
      // Rows of which nothing is recorded count too, so that there is an end to every chunk.
      if portion.tally.rows >= Int64(Rows.F.chunkSize)
        || portion.batch.facts.count >= Rows.F.chunkSize
        || portion.batch.isFull(beside: rejectedBytes)
        || portion.rejections.count >= rejectionLimit
      {
        return .chunk
      }
    }
  }

  private mutating func readRecord(into portion: inout Portion<Rows.F>) {
    if isBlank {
      shapes?.noteBlank()
      return skip("blank row", &portion)
    }
    if shapes != nil, case .skip(let name) = shapes?.verdict(reader, isShort: false) {
      return skip(name, &portion)
    }
    do throws(RowFault) {
      if case .skip(let name) = try rows.read(reader, into: &portion.batch) {
        skip(name, &portion)
      }
    } catch {
      portion.batch.dropRow()
      reject(error, &portion)
      return
    }
    portion.tally.noValue += portion.batch.noValues
    if tracksLines, portion.batch.noValues > 0 { portion.skippedLines.append(reader.line) }
    portion.batch.noValues = 0
    if !portion.batch.faults.isEmpty {
      for fault in portion.batch.faults { reject(fault, &portion) }
      portion.batch.faults.removeAll()
    }
    portion.batch.endRow(reader)
  }

  /// Whether nothing stands between its delimiters, as in rows that a spreadsheet leaves over.
  private var isBlank: Bool {
    for index in 0..<reader.fieldCount {
      let isEmpty = reader.withField(index) { $0.trimmedRange.isEmpty }
      if !isEmpty { return false }
    }
    return true
  }

  private func skip(_ name: String?, _ portion: inout Portion<Rows.F>) {
    portion.tally.skipped += 1
    if let name { portion.tally.skippedByName[name, default: 0] += 1 }
    if tracksLines { portion.skippedLines.append(reader.line) }
  }

  private func reject(_ fault: RowFault, _ portion: inout Portion<Rows.F>) {
    portion.rejections.append(
      Rejection(
        file: file, line: reader.line, column: fault.column, value: fault.value,
        reason: fault.reason, rawRecord: keepsRows ? reader.rawRecord : []))
  }
}
