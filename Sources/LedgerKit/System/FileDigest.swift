import Digest
import LedgerCore
import Tabular

/// The SHA-256 of a file as it is, in hexadecimal, so that `sha256sum` says the same.
func sha256(ofFile path: String) throws(TabularError) -> String {
  let source = try ByteSource(path: path, inflatesGzip: false)
  do {
    let hash = try SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while case let count = try source.read(into: &buffer, at: 0), count > 0 {
      try hash.update(buffer[..<count])
    }
    return hexadecimal(try hash.finish())
  } catch let error as TabularError {
    throw error
  } catch {
    throw TabularError(.failed, reason: "\(error)")
  }
}
