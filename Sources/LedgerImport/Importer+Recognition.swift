import LedgerCore
import Tabular

/// What the header of a file says that it is.
package enum RecognizedFile {
  /// It is read by this profile.
  case known(Profile)
  /// It cannot be read, or is not known.
  case unknown
  /// It can be read only once, and so is not looked at.
  case once

  /// How it is read, if that is known.
  package var profile: Profile? { if case .known(let profile) = self { profile } else { nil } }
  /// Whether it can be read only once.
  package var isReadOnce: Bool { if case .once = self { true } else { false } }
}

extension Importer {
  /// Looks at the header of a file, of which nothing is imported; of a file that has several
  /// tables, at that of the first one that is known.
  package func profile(
    ofFile path: String, adapting: @escaping (Profile) throws(ProfileError) -> Profile,
    _ layout: FileLayout
  ) -> RecognizedFile {
    guard path != "-" else { return .once }
    do {
      let source = try ByteSource(path: path)
      guard source.size != nil else { return .once }
      let choice = try ProfileChoice(records: nil, given: nil, adapting: adapting)
      let members = try source.members().filter { member in
        FileFormat.mayRead(String(member.name.split(separator: "/").last ?? ""))
      }
      guard !members.isEmpty else {
        return recognize(try source.unzipped(), choice, layout)
      }
      for member in members {
        let found = recognize(try member.extracted(), choice, layout)
        if found.profile != nil { return found }
      }
      return .unknown
    } catch {
      return .unknown
    }
  }

  private func recognize(
    _ source: ByteSource, _ choice: ProfileChoice, _ layout: FileLayout
  ) -> RecognizedFile {
    let file = OpenedFile(source: source, choice: choice, layout: layout, onRemark: { _ in })
    do throws(ImportError.Reason) {
      switch try file.format() {
      case .csv: return .known(try choice.profile(for: file.delimited().csv().header))
      case .jsonl: return .known(try choice.profile(for: file.jsonLines().header))
      case .xlsx:
        let workbook = try file.workbook()
        guard let sheet = try file.sheets(of: workbook).read.first else { return .unknown }
        return .known(try choice.profile(for: file.sheet(sheet, of: workbook).header))
      }
    } catch {
      return .unknown
    }
  }
}
