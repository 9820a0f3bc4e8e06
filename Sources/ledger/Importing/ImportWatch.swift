import LedgerImport
import LedgerKit
import Terminal

/// Watches an import: shows its progress, acknowledges lines, and stops it on a signal.
final class ImportWatch {
  private let follows: Bool
  private let progress: ProgressReport
  private let stopDescriptor: Int32
  private let acknowledgement: LineOutcomeWriter?
  private var failure: (any Error)?

  init(follows: Bool, acknowledges: Bool, isQuiet: Bool) throws {
    self.follows = follows
    progress = ProgressReport(isSilent: isQuiet)
    acknowledgement = acknowledges ? LineOutcomeWriter() : nil
    do { stopDescriptor = try StopSignals.catchThem() } catch {
      throw CommandFailure("signals cannot be caught: \(error.reason)")
    }
  }

  /// Whether the import has to stop.
  var isStopped: Bool { StopSignals.received != nil || failure != nil }

  var tracksLines: Bool { acknowledgement != nil }

  /// How a pipe is read.
  var following: ImportRequest.Following {
    ImportRequest.Following(
      milliseconds: follows ? FollowOptions.pauseMilliseconds : nil, stop: stopDescriptor)
  }

  func begin(_ file: String, size: Int?) { progress.begin(file, size: size) }

  func afterChunk(_ state: ImportProgress) -> ImportStep {
    do { try acknowledgement?.write(state.lines) } catch is Output.Closed {
      failure = CommandFailure(
        "the reader of the acknowledgements is gone: what was read so far is recorded, and the "
          + "rest was not read")
    } catch { failure = error }
    if isStopped { return .stop }
    progress.tell(rows: state.summary.rows, bytes: state.bytesRead)
    return .goOn
  }

  func end() { progress.end() }

  /// Throws what made the import stop early, if anything did.
  func checkStopped(isWhole: Bool) throws {
    if let failure { throw failure }
    guard let signal = StopSignals.received else { return }
    let advice =
      isWhole
      ? "nothing was recorded"
      : follows
        ? "all lines so far are recorded or rejected, and later ones can be followed again"
        : "load the same again to continue: nothing is recorded twice"
    throw CommandFailure(
      "stopped by \(StopSignals.name(of: signal)): \(advice)", status: 128 + signal)
  }
}
