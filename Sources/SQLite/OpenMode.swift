/// What a connection may do with its file.
package enum OpenMode: Sendable {
  /// Read an existing file.
  case readOnly
  /// Read an existing file that nobody writes while it is open, without its log and without locks.
  case immutable
  /// Read and write an existing file.
  case readWrite
  /// Read and write, creating the file if it does not exist.
  case create
}
