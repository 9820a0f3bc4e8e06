/// Reads the relations of a part to other parts.
final class RelationHandler: XMLHandler {
  /// By id: the last component of the type, and the target.
  private(set) var targets: [String: (type: String, target: String)] = [:]
  private(set) var fault: String?

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    guard name == "Relationship" else { return }
    var id = ""
    var relation = (type: "", target: "")
    for (name, value) in attributes {
      switch name {
      case "Id": id = value
      case "Type": relation.type = value.split(separator: "/").last.map(String.init) ?? ""
      case "Target": relation.target = value
      case "TargetMode" where value == "External": return
      default: break
      }
    }
    targets[id] = relation
    if targets.count > 10_000 { fault = "has more than 10,000 relations" }
  }

  func end(_ name: String) -> Bool { false }
  func text(_ bytes: Span<UInt8>) {}
}

/// Reads the names of the sheets, and the year from which days are counted.
final class WorkbookHandler: XMLHandler {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var is1904 = false
  private(set) var fault: String?

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    switch name {
    case "workbookPr":
      is1904 = attributes.contains {
        $0.name == "date1904" && ($0.value == "1" || $0.value == "true")
      }
    case "sheet":
      var sheet = (name: "", relation: "", isHidden: false)
      for (name, value) in attributes {
        switch name {
        case "name": sheet.name = value
        case "id": sheet.relation = value
        case "state": sheet.isHidden = value != "visible"
        default: break
        }
      }
      sheets.append(sheet)
      if sheets.count > 10_000 { fault = "has more than 10,000 sheets" }
    default: break
    }
  }

  func end(_ name: String) -> Bool { false }
  func text(_ bytes: Span<UInt8>) {}
}
