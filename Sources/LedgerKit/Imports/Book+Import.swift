import LedgerCore
public import LedgerImport
import Tabular

extension Book {
  /// Imports a file, chunk by chunk, in memory that does not grow with the file.
  ///
  /// `path`: a file of CSV, JSON Lines or Excel, plain or compressed with gzip; `-` is standard
  /// input. Load the same again to continue what was stopped: nothing is recorded twice. Of a
  /// compressed file nothing is recorded before the checksums of all of it have been compared, or
  /// where a pipe is followed, those of the part that has come.
  ///
  /// - Returns: the outcome of its rows, and the receipt of the last entry.
  /// - Throws: ``ImportError``; what its summary counts as recorded is in the book all the same.
  ///   ``ProfileError`` or ``LedgerError`` if nothing could be begun.
  public func importFile(
    _ path: String, _ request: ImportRequest, observer: some ImportObserver = SilentObserver()
  ) throws -> ImportSummary {
    _ = try draft(request.command, note: request.note, author: request.author)
    if path != "-" { try OpenBooks.refuse(path) }
    let profiles = ImportProfiles(
      constants: request.constants, layout: request.layout, zone: request.zone,
      stop: request.following?.stop)
    let profile = try request.profile.map(profiles.chosen)
    let reference = try ledger.reference()
    let markets = request.zone == nil ? try marketZones(reference) : nil
    let importer = Importer(
      repository: ledger, reference: reference, zone: zones.zone, markets: markets)
    let source = try opened(path, request.following)
    var digest: String?
    observer.begin(source.name, size: source.size)
    let clock = clock
    defer { if let markets { use(markets) } }
    return try importer.run(
      source, as: request.records, profile: profile, adapting: profiles.adapted,
      acceptsChangedColumns: request.acceptsChangedColumns, layout: request.layout,
      continuing: request.continuing, allowsRepeats: request.following?.milliseconds != nil,
      onConflict: request.onConflict, rejectionLimit: request.rejectionLimit,
      beforeFirst: { () throws(TabularError) in
        guard path != "-" || source.isUnchecked else { return }
        let whole = try sha256(ofWhole: source)
        if path != "-" { digest = whole }
      },
      draft: { lines in
        let place =
          lines.count == 1
          ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
        return Entry.Draft(
          recordedAt: clock.now(), command: request.command, source: source.name,
          sourceDigest: digest, note: request.note.map { "\(place); \($0)" } ?? place,
          author: request.author)
      },
      onHeader: observer.read, onRejection: observer.reject, keepsRows: observer.needsRows,
      onRemark: { observer.remark($0, in: source.name) }, sumsUp: request.sumsUp,
      explains: request.explains, tracksLines: observer.needsLines, afterChunk: observer.afterChunk)
  }

  /// What messages call a file: its name, or `standard input`.
  package static func name(ofFile path: String) -> String {
    path == "-" ? ByteSource.standardInput().name : ByteSource.name(ofPath: path)
  }

  /// A file, which can be read twice if it is compressed and not followed.
  private func opened(
    _ path: String, _ following: ImportRequest.Following?
  ) throws(ImportError) -> ByteSource {
    do throws(TabularError) {
      let source = path == "-" ? ByteSource.standardInput() : try ByteSource(path: path)
      if let following {
        source.pauses(after: following.milliseconds, stoppedBy: following.stop)
      }
      return following?.milliseconds == nil ? try source.rereadable() : source
    } catch {
      throw ImportError(
        file: Self.name(ofFile: path), reason: .unreadable(error), summary: ImportSummary())
    }
  }
}
