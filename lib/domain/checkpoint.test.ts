import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditChains } from './audit-chain'
import { checkpointText, readNote, writeNote } from './checkpoint'

const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const checkpoint = fc.record({
  force: fc.constantFrom('hertfordshire', 'bedfordshire'),
  chain: fc.constantFrom(...auditChains),
  position: fc.nat(),
  hash,
  linkedAt: fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 }),
})
const keyId = 'ab'.repeat(16)
const signature = Buffer.alloc(64, 7).toString('base64')

it('a note says what was written', () => {
  fc.assert(
    fc.property(checkpoint, (given) => {
      const text = checkpointText(given)
      expect(readNote(writeNote({ text, keyId, signature }))).toEqual({
        checkpoint: given,
        text,
        keyId,
        signature,
      })
    }),
  )
})

it('is in the form others can read', () => {
  const text = checkpointText({
    force: 'hertfordshire',
    chain: 'desk',
    position: 12,
    hash: '00'.repeat(32),
    linkedAt: Date.UTC(2026, 2, 2, 9),
  })
  expect(text).toBe(
    `alongside/hertfordshire/audit/desk\n12\n${Buffer.alloc(32).toString('base64')}\n2026-03-02T09:00:00.000Z\n`,
  )
})

it.each(['', 'x', 'alongside/x/audit/desk\n1\n'])('%j is no note', (file) => {
  expect(readNote(file)).toBeNull()
})
