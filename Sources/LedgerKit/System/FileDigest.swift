import Digest
import LedgerCore
import Tabular

/// The SHA-256 of a whole file as it is, in hexadecimal, so that `sha256sum` says the same.
///
/// `nil` if it can be read only once. What is compressed is checked on the way.
func sha256(ofWhole source: ByteSource) throws(TabularError) -> String? {
  guard source.size != nil else { return nil }
  do {
    let hash = try SHA256()
    try source.checkWhole { (bytes) throws(TabularError) in
      do { try hash.update(bytes) } catch { throw TabularError(.failed, reason: "\(error)") }
    }
    return hexadecimal(try hash.finish())
  } catch let error as TabularError {
    throw error
  } catch {
    throw TabularError(.failed, reason: "\(error)")
  }
}

/// The SHA-256 of the file at a path, as it is.
func sha256(ofFile path: String) throws(TabularError) -> String {
  let source = try ByteSource(path: path, inflatesGzip: false)
  guard let digest = try sha256(ofWhole: source) else {
    throw TabularError(.denied, reason: "is a pipe or a device, not a file")
  }
  return digest
}
