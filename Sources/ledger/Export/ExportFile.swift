import Digest
import LedgerCore

/// A file of an export that is being written: it is none that is there already.
final class ExportFile {
  let name: String
  private let path: String
  private let descriptor: Int32
  private let hash: SHA256

  init(_ name: String, inFolder folder: String) throws {
    self.name = name
    path = folder + "/" + name
    hash = try SHA256()
    do { descriptor = try System.make(path) } catch {
      throw CommandFailure("\(quoted(path)) cannot be made: \(error.reason)")
    }
  }

  deinit { System.close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    try hash.update(bytes[...])
    do { try System.write(bytes, to: descriptor) } catch {
      throw CommandFailure("\(quoted(path)) cannot be written: \(error.reason)")
    }
  }

  /// Waits until the file is on the disk, and returns its digest.
  func finish() throws -> String {
    guard System.sync(descriptor) else {
      throw CommandFailure("the disk did not confirm that \(quoted(path)) was written")
    }
    return hexadecimal(try hash.finish())
  }
}
