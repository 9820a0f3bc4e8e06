import Digest
import LedgerCore
import Tabular

/// The SHA-256 of a file as it is, so that `sha256sum` says the same.
func sha256(ofFile path: String) throws -> String {
  let hash = try SHA256()
  do {
    let source = try ByteSource(path: path, inflatesGzip: false)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while case let count = try source.read(into: &buffer, at: 0), count > 0 {
      try hash.update(buffer[..<count])
    }
  } catch {
    throw CommandFailure("\(ByteSource.name(ofPath: path)): \(error)")
  }
  return hexadecimal(try hash.finish())
}
