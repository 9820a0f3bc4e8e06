import CJournalVFS
import Foundation
import LedgerTesting

/// The pages of a book as SQLite recovers them from its files: all that the book says.
enum RecoveredPages {
  /// The pages, or nil where there are none; the files may be changed.
  static func read(ofBookAt path: String) -> Data? {
    var size: Int64 = 0
    guard let image = unsafe journal_vfs_image(path, &size) else { return nil }
    return unsafe Data(bytesNoCopy: image, count: Int(size), deallocator: .free)
  }
}
