import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { caseHandOver } from './hand-over-document'
import type { CaseHandOver } from './hand-over-document'

const published: unknown = JSON.parse(readFileSync('docs/schemas/case-hand-over-1.schema.json', 'utf8'))
const at = '2026-06-10T11:00:00.000Z'
const made: CaseHandOver = {
  ...{ schema: 'case-hand-over/1', madeAt: at, force: { id: 'hertfordshire', name: 'Hertfordshire' } },
  ...{ madeFor: 'records-system', parts: ['account'] },
  case: {
    ...{ reference: 'HC-7K2Q-M4TD', kind: 'report', channel: 'online', status: 'new', language: 'en' },
    ...{ district: { id: 'stevenage', name: 'Stevenage' }, strands: [{ id: 'race', name: 'Race' }] },
    ...{ risk: 'low', riskDecided: false, receivedAt: at, closedAt: null, outcome: null },
  },
  account: [{ section: 'What', questionId: 'account', question: 'What happened?', answer: 'It' }],
  ...{ contact: [], messages: [], notes: [], history: [] },
  leftOut: ['contact', 'messages', 'notes', 'history', 'identity'],
}

describe('the published schema of a hand-over document', () => {
  // What is a date and time is in the pattern beside the format.
  const valid = new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(published as object)

  it('is the one the product makes documents by', () => {
    expect(published).toEqual(z.toJSONSchema(caseHandOver))
  })

  it('takes a document of the product', () => {
    expect(caseHandOver.parse(made)).toEqual(made)
    expect(valid(made), JSON.stringify(valid.errors)).toBe(true)
  })

  it.each([
    ['another version', { schema: 'case-hand-over/2' }],
    ['a part nobody knows', { parts: ['secrets'] }],
    ['a time that is none', { madeAt: 'yesterday' }],
    ['more than is said here', { identity: 'words' }],
  ])('refuses %s, as the product does', (_, over) => {
    expect(valid({ ...made, ...over })).toBe(false)
    expect(caseHandOver.safeParse({ ...made, ...over }).success).toBe(false)
  })
})
