import LedgerCore
import Synchronization

/// The files of the books that this process has open.
///
/// None of them may be read as something else. Closing any descriptor of a file takes away all
/// locks that the process has on it, also those of SQLite, and then another process may delete the
/// log in use:
/// <https://www.sqlite.org/howtocorrupt.html>, 2.2.
enum OpenBooks {
  private static let files = Mutex<[Host.FileIdentity: Int]>([:])

  /// Holds a place in the list for as long as it lives.
  final class Registration: Sendable {
    private let identities: [Host.FileIdentity]

    /// Adds the files of the book at a path, which is open.
    init(_ path: String) {
      // Readers lock the file of the shared memory.
      identities = [path, path + "-shm"].compactMap(Host.identity)
      files.withLock { open in for file in identities { open[file, default: 0] += 1 } }
    }

    deinit {
      files.withLock { open in
        for file in identities {
          open[file, default: 1] -= 1
          if open[file] == 0 { open[file] = nil }
        }
      }
    }
  }

  /// Refuses a path that leads to a file of a book that is open.
  ///
  /// - Throws: ``LedgerError/file(_:)``
  static func refuse(_ path: String) throws(LedgerError) {
    guard let identity = Host.identity(path), files.withLock({ $0[identity] != nil }) else {
      return
    }
    throw .file(.isBook(path: path))
  }
}
