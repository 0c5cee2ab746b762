import { expect, test } from 'vitest'
import { exportPairs, readExportQuery } from './export-query'

const own = 'HC-7K2Q-M4TD'

test.each([
  ['', [], false, null],
  ['reason=court', [], false, 'court'],
  ['reason=because', [], false, null],
  [`also=LR-7K2Q-M4TD&also=lr7k2qm4td&also=${own}&also=`, ['LR-7K2Q-M4TD'], false, null],
  ['also=nothing&reason=court', [], true, 'court'],
])('%j asks for %j', (text, also, isTypo, reason) => {
  const query = readExportQuery(own, new URLSearchParams(text))
  expect(query).toEqual({ also, isTypo, reason })
  const again = new URLSearchParams(exportPairs(query).map(([name, value]) => [name, value]))
  expect(readExportQuery(own, again)).toEqual({ also, isTypo: false, reason })
})

test('no more cases than can be taken out together', () => {
  const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')
  const many = letters.map((letter) => `also=HC-0000-000${letter}`).join('&')
  expect(readExportQuery(own, new URLSearchParams(many)).also).toHaveLength(19)
})
