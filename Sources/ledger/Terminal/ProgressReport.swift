import LedgerRenderings
import Terminal

/// Shows the progress of an import on standard error: by a bar on a terminal, else by a line every
/// ten seconds.
final class ProgressReport {
  private let isSilent: Bool
  private let isBar: Bool
  private let now: () -> ContinuousClock.Instant
  private let remark: (String) -> ()
  private var name = ""
  private var size: Int?
  private var begun: ContinuousClock.Instant
  private var said: ContinuousClock.Instant

  /// `isTerminal`: whether standard error is one; `now`: the clock; `remark`: where lines go.
  init(
    isSilent: Bool, isTerminal: Bool = System.isScreen(2),
    now: @escaping () -> ContinuousClock.Instant = { .now },
    remark: @escaping (String) -> () = Messages.remark
  ) {
    self.isSilent = isSilent
    isBar = !isSilent && isTerminal
    self.now = now
    self.remark = remark
    begun = now()
    said = begun
  }

  /// Begins with a file; `size`: its bytes, if known.
  func begin(_ name: String, size: Int?) {
    self.name = name
    self.size = size
    begun = now()
    // What is done in a moment needs no bar.
    said = isBar ? begun.advanced(by: .milliseconds(100)) : begun
  }

  /// Shows the rows and bytes read so far, if it is time to.
  func tell(rows: Int64, bytes: Int) {
    let now = now()
    guard !isSilent, said.duration(to: now) >= (isBar ? .milliseconds(100) : .seconds(10)) else {
      return
    }
    said = now
    let text = ProgressText(
      name: name, rows: rows, bytes: bytes, size: size,
      seconds: begun.duration(to: now) / .seconds(1))
    if isBar {
      // A terminal goes on to the next line when the last column is written.
      Messages.show(bar: text.bar(columns: System.columns(of: 2) - 1))
    } else {
      remark(text.line)
    }
  }

  /// Removes the bar.
  func end() { if isBar { Messages.clearBar() } }
}
