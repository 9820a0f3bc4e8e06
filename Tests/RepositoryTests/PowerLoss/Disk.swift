import LedgerTesting
import TestSupport

/// A disk, and what of it outlives a power cut.
///
/// What was synced is kept: the bytes of a file by a sync of the file, its name by one of the
/// folder. Of the rest a disk keeps what it likes.
struct Disk {
  /// What becomes of what was not synced.
  enum Unsynced {
    case lost
    case kept
    /// Some changes, in any order, and of some only some sectors.
    case torn
  }

  private(set) var acknowledged = 0
  private var synced: [[UInt8]]
  private var pending: [[FileChange]]
  private var names: [String: Int] = [:]
  private var syncedNames: [String: Int] = [:]
  private let nameOfFile: [String]
  /// Files that nobody has opened yet.
  private var contents: [String: [UInt8]]

  /// The disk before the first step of a journal.
  init(before journal: Journal) {
    contents = journal.contents
    nameOfFile = journal.names
    synced = Array(repeating: [], count: nameOfFile.count)
    pending = Array(repeating: [], count: nameOfFile.count)
  }

  mutating func run(_ step: Journal.Step) {
    switch step {
    case .create(let file): names[nameOfFile[file]] = file
    case .open(let file):
      synced[file] = contents.removeValue(forKey: nameOfFile[file]) ?? []
      names[nameOfFile[file]] = file
      syncedNames[nameOfFile[file]] = file
    case .change(let file, let change): pending[file].append(change)
    case .sync(let file):
      for change in pending[file] { change.apply(to: &synced[file]) }
      pending[file] = []
    case .syncFolder: syncedNames = names
    case .delete(let file): names[nameOfFile[file]] = nil
    case .acknowledge: acknowledged += 1
    }
  }

  /// The files after a power cut, by name.
  func afterPowerCut(
    _ unsynced: Unsynced, using generator: inout SeededGenerator
  ) -> [String: [UInt8]] {
    var left = contents
    let entries =
      switch unsynced {
      case .lost: syncedNames
      case .kept: names
      case .torn: generator.chance(50) ? names : syncedNames
      }
    for (name, file) in entries.sorted(by: { $0.key < $1.key }) {
      var bytes = synced[file]
      for change in pending[file] {
        switch unsynced {
        case .lost: break
        case .kept: change.apply(to: &bytes)
        case .torn: change.tear(&bytes, using: &generator)
        }
      }
      left[name] = bytes
    }
    return left
  }
}
