import ArgumentParser

/// How lines that are still being written are recorded.
struct FollowOptions: ParsableArguments {
  @Flag(help: "Record lines as they come, each at most a second after it came.")
  var follow = false
  @Flag(help: "With --follow: say on standard output what became of each line, once it is safe.")
  var ack = false

  /// How long lines are collected that are recorded together.
  static let pauseMilliseconds: Int64 = 500

  func validate() throws {
    if ack, !follow { throw ValidationError("--ack is for lines as they come: add --follow") }
  }
}
