import ArgumentParser

@main
struct Ledger: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ledger")
}
