import Glibc

/// A program that shows long output page by page, and reads it from a pipe.
@safe package final class Pager {
  /// The pipe to write to.
  package let descriptor: Int32
  private let process: ChildProcess

  /// Starts a command of the shell, such as `less`; `nil` where it cannot be started.
  package init?(_ command: String) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Long lines are cut, not wrapped; what fits the screen stays on it.
    unsafe setenv("LESS", "FRSX", 0)
    guard
      let started = ChildProcess("/bin/sh", ["/bin/sh", "-c", command], standardInput: ends[0])
    else {
      close(ends[1])
      return nil
    }
    process = started
    descriptor = ends[1]
  }

  /// Ends the input, and waits until the reader leaves.
  package func finish() {
    close(descriptor)
    _ = process.wait()
  }
}
