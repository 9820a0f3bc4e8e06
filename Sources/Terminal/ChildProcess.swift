import Glibc

/// A program that this one starts and waits for.
@safe package struct ChildProcess {
  private let process: pid_t

  /// Starts a program, with the outputs of this one.
  ///
  /// `standardInput`: a descriptor to read from; else what this one reads from.
  ///
  /// - Returns: `nil` where it cannot be started; `errno` says why.
  package init?(_ path: String, _ words: [String], standardInput: Int32? = nil) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let standardInput {
      unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
    }
    // The child does not ignore what this process ignores.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGPIPE, SIGXFSZ] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = unsafe words.map { (word: String) in unsafe strdup(word) }
    unsafe arguments.append(nil)
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var started: pid_t = 0
    guard unsafe posix_spawn(&started, path, &actions, &attributes, arguments, environ) == 0 else {
      return nil
    }
    process = started
  }

  /// Waits until it has ended; returns the signal that ended it, if one did.
  package func wait() -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let signal = status & 0x7f
    return signal == 0 ? nil : signal
  }
}
