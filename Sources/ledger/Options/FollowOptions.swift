import ArgumentParser

/// How lines that are still being written are recorded.
struct FollowOptions: ParsableArguments {
  @Flag(help: "Record lines as they arrive, each within a second.")
  var follow = false
  @Flag(help: "With --follow: print the outcome of each line, once it is on the disk.")
  var ack = false

  /// For how long lines are collected and then recorded together.
  static let pauseMilliseconds: Int64 = 500

  func validate() throws {
    if ack, !follow { throw ValidationError("--ack needs --follow") }
  }
}
