import { expect, it, vi } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { inviteProblems } from './invite-problems'

vi.mock('@/lib/config/env', () => ({ env: () => ({ FORCE: 'hertfordshire' }) }))

const t = translator('en')
const right = { name: 'Ada', email: 'ada@example.test', role: 'triager', districts: '' }
const kept = (values: Partial<typeof right>) => ({ form: 'invite', values: { ...right, ...values } })

it.each([
  ['invalid', { name: ' ' }, ['name']],
  ['invalid', { email: 'nowhere' }, ['email']],
  ['invalid', { role: '' }, ['role']],
  ['invalid', { role: 'liaison-officer' }, ['districts']],
  ['invalid', { role: 'liaison-officer', districts: 'stevenage' }, []],
  ['exists', {}, ['email']],
  ['conflict', { name: '' }, []],
  [undefined, { name: '' }, []],
])('%s with %j marks %j', (problem, values, fields) => {
  const found = inviteProblems(problem, kept(values), t)
  expect(found.map(({ field }) => field)).toEqual(fields)
})

it('marks nothing in a form that was not kept, or is another', () => {
  expect(inviteProblems('invalid', null, t)).toEqual([])
  expect(inviteProblems('invalid', { ...kept({ name: '' }), form: 'role' }, t)).toEqual([])
})
