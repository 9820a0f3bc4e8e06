import Digest
import LedgerCore

/// A file of an export that is being written: it is none that is there already.
final class ExportFile {
  private let path: String
  private let descriptor: Int32
  private let hash: SHA256

  /// `book`: the file of the book, which may be read and written by the same people.
  init(_ name: String, inFolder folder: String, like book: String) throws {
    path = folder + "/" + name
    hash = try SHA256()
    do { descriptor = try Host.make(path, like: book) } catch {
      throw LedgerError.file(.cannotCreate(path: path, reason: error.reason))
    }
  }

  deinit { Host.close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    try hash.update(bytes[...])
    do { try Host.write(bytes[...], to: descriptor) } catch {
      throw LedgerError.file(.cannotWrite(path: path, reason: error.reason))
    }
  }

  /// Waits until the file is on the disk, and returns its digest.
  func finish() throws -> String {
    guard Host.sync(descriptor) else { throw LedgerError.file(.unconfirmed(path: path)) }
    return hexadecimal(try hash.finish())
  }
}
