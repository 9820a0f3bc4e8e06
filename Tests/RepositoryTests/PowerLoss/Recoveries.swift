import Foundation
import TestSupport

/// Which state a book is in after SQLite has recovered it.
struct Recoveries {
  let states: [BookState]
  /// The pages of each book that was looked at, and its state if it was in one, the newest last.
  ///
  /// What a book says depends on its pages alone: it is read, and verified, once for the same ones.
  private var known: [(pages: Data, state: Int?)] = []

  init(states: [BookState]) { self.states = states }

  /// The number of the state that a book of these files is in, or nil if it is none of `states`.
  mutating func state(of files: [String: [UInt8]]) throws -> Int? {
    guard let pages = try Self.pages(of: files) else { return try read(files) }
    if let last = known.last(where: { $0.pages == pages }) { return last.state }
    let state = try read(files)
    known.append((pages, state))
    return state
  }

  private func read(_ files: [String: [UInt8]]) throws -> Int? {
    let path = try PowerCuts.write(files)
    defer { Scratch.remove(path) }
    return (try? BookState(ofBookAt: path)).flatMap { states.lastIndex(of: $0) }
  }

  /// What SQLite makes of the files, or nil where that is nothing.
  private static func pages(of files: [String: [UInt8]]) throws -> Data? {
    let path = try PowerCuts.write(files)
    defer { Scratch.remove(path) }
    return RecoveredPages.read(ofBookAt: path)
  }
}
