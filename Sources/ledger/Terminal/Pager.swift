import Glibc

/// A program that shows long output page by page, and reads it from a pipe.
@safe final class Pager {
  /// Where it is written to.
  let descriptor: Int32
  private let process: pid_t

  /// Starts `LEDGER_PAGER`, `PAGER` or `less`; `nil` where none of it is wanted or there.
  init?() {
    let command = System.environment("LEDGER_PAGER") ?? System.environment("PAGER") ?? "less"
    guard command != "cat" else { return nil }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Long lines are cut, not wrapped; what fits the screen stays on it.
    unsafe setenv("LESS", "FRSX", 0)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    var words = unsafe ["/bin/sh", "-c", command].map { (word: String) in unsafe strdup(word) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    var started: pid_t = 0
    guard unsafe posix_spawn(&started, "/bin/sh", &actions, nil, words, environ) == 0 else {
      close(ends[1])
      return nil
    }
    process = started
    descriptor = ends[1]
  }

  /// Tells it that there is no more, and waits until the reader has seen enough.
  func finish() {
    close(descriptor)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
