import CEdit
import Glibc

/// Reads lines from a terminal, where a person may edit them, go back to earlier ones and have
/// words completed.
///
/// What libedit does with keys, <http://thrysoee.dk/editline/>; `~/.editrc` can say otherwise.
@safe package final class LineEditor {
  /// Ctrl-C dropped what was typed.
  package struct Cancelled: Error {}

  /// What becomes of the word before the cursor when a person presses Tab.
  package enum Completion: Equatable, Sendable {
    /// There is no such word.
    case unknown
    /// Its characters, this many, give way to a longer text.
    case replacement(of: Int, with: String)
    /// It may be several words, which a text lists.
    case choice(String)
  }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private var prompt: UnsafeMutablePointer<CChar>?
  private var isCancelled = false
  private let complete: (String) -> Completion

  /// How many lines are kept.
  private static let kept: Int32 = 1000

  /// Takes the terminal; `nil` where it cannot be had.
  ///
  /// `program`: its name, by which `~/.editrc` has lines for it; `complete`: what becomes of the
  /// last word of a text.
  package init?(for program: String, completing complete: @escaping (String) -> Completion) {
    // The encoding of characters.
    if unsafe setlocale(LC_CTYPE, "") == nil { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
    guard let editor = unsafe cedit_init(program) else { return nil }
    guard let history = unsafe history_init() else {
      unsafe el_end(editor)
      return nil
    }
    unsafe self.editor = editor
    unsafe self.history = history
    self.complete = complete
    unsafe cedit_history_begin(history, Self.kept)
    unsafe cedit_set_history(editor, history)
    unsafe cedit_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    unsafe cedit_set_prompt(editor) { editor in unsafe LineEditor.of(editor)?.prompt }
    unsafe cedit_handle_signals(editor)
    unsafe cedit_use_emacs_keys(editor)
    unsafe el_source(editor, nil)
    unsafe cedit_take_signal_keys(editor)
    unsafe cedit_add_function(editor, "cancel-line", "Drop what was typed") { editor, _ in
      unsafe LineEditor.of(editor)?.isCancelled = true
      return UInt8(CC_NEWLINE)
    }
    unsafe cedit_add_function(editor, "complete-word", "Complete a word") { editor, _ in
      unsafe LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    unsafe cedit_bind(editor, "^C", "cancel-line")
    unsafe cedit_bind(editor, "^I", "complete-word")
    unsafe cedit_bind(editor, "^R", "em-inc-search-prev")
  }

  deinit {
    unsafe el_end(editor)
    unsafe history_end(history)
    unsafe free(prompt)
  }

  /// The next line, without its end; `nil` after Ctrl-D, or where the terminal is gone.
  ///
  /// - Throws: ``Cancelled`` after Ctrl-C.
  package func line(_ prompt: String) throws(Cancelled) -> String? {
    unsafe free(self.prompt)
    unsafe self.prompt = unsafe strdup(prompt)
    isCancelled = false
    unsafe cedit_begin_line(editor)
    var count: Int32 = 0
    let line = unsafe el_gets(editor, &count)
    guard !isCancelled else {
      System.show("^C\n", on: 1)
      throw Cancelled()
    }
    guard let line = unsafe line, count > 0 else { return nil }
    let text = unsafe String(cString: line)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Adds a text to the earlier lines.
  package func remember(_ text: String) { unsafe cedit_history_enter(history, text) }

  /// Reads earlier lines from a file, if it is there.
  package func readHistory(_ path: String) { unsafe cedit_history_load(history, path) }

  /// Writes the lines to a file; returns whether that went well.
  package func writeHistory(_ path: String) -> Bool {
    unsafe cedit_history_save(history, path) >= 0
  }

  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    guard let client = unsafe cedit_client(editor) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(client).takeUnretainedValue()
  }

  /// Completes the word before the cursor as far as it is certain, and lists what it may be.
  private func completeWord() -> UInt8 {
    guard let line = unsafe el_line(editor)?.pointee, let start = unsafe line.buffer,
      let cursor = unsafe line.cursor
    else { return UInt8(CC_ERROR) }
    let before = unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: cursor - start), as: UTF8.self)
    switch complete(before) {
    case .unknown: return UInt8(CC_REFRESH_BEEP)
    case .replacement(let count, let text):
      unsafe el_deletestr(editor, Int32(count))
      unsafe el_insertstr(editor, text)
      return UInt8(CC_REFRESH)
    case .choice(let list):
      System.show("\n" + list, on: 1)
      return UInt8(CC_REDISPLAY)
    }
  }
}
