import CJournalVFS
import Foundation
import LedgerTesting

/// What was done to the files of a book, in order.
struct Journal: Sendable {
  enum Step: Sendable {
    case create(file: Int)
    case open(file: Int)
    case change(file: Int, FileChange)
    case sync(file: Int)
    case syncFolder
    case delete(file: Int)
    case acknowledge
  }

  /// What the files held before the first step, by name.
  let contents: [String: [UInt8]]
  let steps: [Step]
  /// The name of each file, in the order of their numbers.
  let names: [String]

  private static let lock = NSLock()

  /// Writes down what `body` does to a book and its log through the file system "journal".
  init(ofBookAt path: String, _ body: () throws -> Void) throws {
    // There is one journal in the process.
    Self.lock.lock()
    defer { Self.lock.unlock() }
    guard journal_vfs_register() == 0 else { throw CocoaError(.featureUnsupported) }
    var contents: [String: [UInt8]] = [:]
    for ending in ["", "-wal"] {
      let file = URL(filePath: path + ending)
      contents[file.lastPathComponent] = (try? Data(contentsOf: file)).map { [UInt8]($0) }
    }
    self.contents = contents
    journal_vfs_start()
    try body()
    steps = (0..<journal_vfs_count()).map(Self.step)
    var files = 0
    for case .create(let file) in steps { files = max(files, file + 1) }
    for case .open(let file) in steps { files = max(files, file + 1) }
    names = (0..<files).map { file in
      let path = unsafe String(cString: journal_vfs_path(Int32(file)))
      return URL(filePath: path).lastPathComponent
    }
  }

  private static func step(_ number: Int64) -> Step {
    let noted = unsafe journal_vfs_step(number).pointee
    let file = unsafe Int(noted.file)
    let offset = unsafe Int(noted.offset)
    switch unsafe noted.kind {
    case JOURNAL_CREATE: return .create(file: file)
    case JOURNAL_OPEN: return .open(file: file)
    case JOURNAL_WRITE:
      let bytes = unsafe [UInt8](
        UnsafeRawBufferPointer(start: noted.bytes, count: Int(noted.count)))
      return .change(file: file, .write(at: offset, bytes))
    case JOURNAL_TRUNCATE: return .change(file: file, .truncate(to: offset))
    case JOURNAL_SYNC: return .sync(file: file)
    case JOURNAL_SYNC_FOLDER: return .syncFolder
    case JOURNAL_DELETE: return .delete(file: file)
    default: return .acknowledge
    }
  }
}
