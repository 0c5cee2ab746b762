import { expect, test, vi } from 'vitest'
import { DomainError } from '@/lib/domain/errors'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { guarded } from './guarded'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))
vi.mock('@/lib/adapters/log', () => ({ log: () => undefined }))

test.each([
  ['en', 'answers are still there', 503],
  ['cy', 'atebion yn dal yno', 503],
  ['desk', 'nothing was opened and nothing was done', 503],
] as const)(
  'what cannot be written to the log is told calmly in the frame of %s',
  async (frame, words, status) => {
    const answer = await guarded(frame, () => Promise.reject(new DomainError('not-logged')))
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(words)
  },
)

test('what else fails is a fault of ours, and says nothing of it', async () => {
  const answer = await guarded('en', () => Promise.reject(new Error('Sam Ó Briain')))
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('Sam')
})
