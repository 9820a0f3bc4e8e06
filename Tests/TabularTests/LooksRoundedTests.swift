import Tabular
import Testing

struct LooksRoundedTests {
  @Test(arguments: ["5.76E+17", "5E+17", "-5.76e+17", "5.76E17", "5,76E+17", "1.0e-5", "5e-7"])
  func `scientific notation looks rounded`(_ text: String) {
    #expect(looksRounded(text))
  }

  @Test(arguments: [
    "", "-", "E", "5", "5.76", "5.", "5E", "5E+", "12E5", "12.5E+3", "5E7", "5.E+1", "E+17",
    "5.76E+17x", "x5.76E+17", "576461234567890123", "5.76E+", "1.E5", "٥E+17",
  ])
  func `other text does not`(_ text: String) {
    #expect(!looksRounded(text))
  }
}
