import Glibc

/// The lock beside a book: whoever writes or checkpoints holds it, so that a checkpoint never meets
/// a commit of another process (sqlite.org/wal.html, "the WAL-reset bug").
///
/// The only code of this target that calls the C library.
@safe final class LockFile {
  enum Failure: Error { case busy, readOnly, failed(Int32) }

  /// What there is at a path.
  enum PathKind { case nothing, file(bytes: Int64), other }

  private let descriptor: Int32

  /// Opens the lock file of a book, making it if it is not there.
  init(besideBookAt path: String) throws(Failure) {
    descriptor = unsafe open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw [EACCES, EROFS, EPERM].contains(errno) ? .readOnly : .failed(errno)
    }
  }

  deinit { close(descriptor) }

  /// Takes the lock, waiting for whoever holds it.
  func acquire(waitingSeconds: Double) throws(Failure) {
    let deadline = now() + waitingSeconds
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw .failed(errno) }
      guard now() < deadline else { throw .busy }
      usleep(2000)
    }
  }

  func release() { flock(descriptor, LOCK_UN) }

  /// Says what there is at a path.
  static func kind(of path: String) -> PathKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int64(status.st_size)) : .other
  }

  private func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
