import CEdit
import Glibc
import LedgerCore
import LedgerRenderings
import LedgerKit

/// Reads lines from a terminal, where a person may edit them, go back to earlier ones and have
/// words completed.
///
/// What libedit does with keys, <http://thrysoee.dk/editline/>; `~/.editrc` can say otherwise.
@safe final class LineEditor {
  /// Ctrl-C dropped what was typed.
  struct Cancelled: Error {}

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private var prompt: UnsafeMutablePointer<CChar>?
  private var isCancelled = false
  /// The completions of the last word of a text.
  private let complete: (String) -> SQLCompletion.Words

  /// How many lines are kept.
  private static let kept: Int32 = 1000

  /// `nil` where the terminal cannot be had.
  init?(completing complete: @escaping (String) -> SQLCompletion.Words) {
    // The encoding of characters.
    if unsafe setlocale(LC_CTYPE, "") == nil { unsafe setlocale(LC_CTYPE, "C.UTF-8") }
    guard let editor = unsafe cedit_init("ledger") else { return nil }
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
    unsafe cedit_add_function(editor, "ledger-cancel", "Drop what was typed") { editor, _ in
      unsafe LineEditor.of(editor)?.isCancelled = true
      return UInt8(CC_NEWLINE)
    }
    unsafe cedit_add_function(editor, "ledger-complete", "Complete a word") { editor, _ in
      unsafe LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
    }
    unsafe cedit_bind(editor, "^C", "ledger-cancel")
    unsafe cedit_bind(editor, "^I", "ledger-complete")
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
  func line(_ prompt: String) throws(Cancelled) -> String? {
    unsafe free(self.prompt)
    unsafe self.prompt = unsafe strdup(prompt)
    isCancelled = false
    unsafe cedit_begin_line(editor)
    var count: Int32 = 0
    let line = unsafe el_gets(editor, &count)
    guard !isCancelled else {
      try? Host.write(Array("^C\n".utf8), to: 1)
      throw Cancelled()
    }
    guard let line = unsafe line, count > 0 else { return nil }
    let text = unsafe String(cString: line)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Adds a text to the earlier lines.
  func remember(_ text: String) { unsafe cedit_history_enter(history, text) }

  /// Reads earlier lines from a file, if it is there.
  func readHistory(_ path: String) { unsafe cedit_history_load(history, path) }

  /// Writes the lines to a file; returns whether that went well.
  func writeHistory(_ path: String) -> Bool { unsafe cedit_history_save(history, path) >= 0 }

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
    let words = complete(before)
    guard !words.choices.isEmpty else { return UInt8(CC_REFRESH_BEEP) }
    if let longer = words.certain {
      unsafe el_deletestr(editor, Int32(words.typed.count))
      unsafe el_insertstr(editor, longer)
      return UInt8(CC_REFRESH)
    }
    let list = TextTable.columns(words.choices, width: System.columns(of: 1))
    try? Host.write(Array(("\n" + list).utf8), to: 1)
    return UInt8(CC_REDISPLAY)
  }
}
