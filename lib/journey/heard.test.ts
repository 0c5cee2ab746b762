import { describe, expect, it } from 'vitest'
import type { ResolvedQuestion } from './definition'
import { heard, soundsUrgent } from './heard'

const today = '2026-11-23'
const questions: readonly ResolvedQuestion[] = [
  { id: 'kind', kind: 'radios', options: ['now', 'past'], optional: true, urgent: true },
  { id: 'day', kind: 'date', notAfter: 'today', optional: true, urgent: true },
  { id: 'harm', kind: 'checkboxes', options: ['hurt', 'afraid', 'none'], exclusive: 'none', urgent: true },
  { id: 'words', kind: 'text', maxLength: 5, optional: true },
  {
    ...({ id: 'reason', kind: 'text', maxLength: 5, optional: true } as const),
    neededWith: { question: 'kind', answer: 'now' },
  },
]
const wrongDay = { 'day-day': '31', 'day-month': '2', 'day-year': '2026' }

describe('what is heard in a form of which something is wrong', () => {
  it('is each answer that is right by itself', () => {
    const said = heard(questions, { kind: 'now', ...wrongDay, harm: ['hurt'], words: 'too long' }, today)
    expect(said).toEqual({ kind: 'now', harm: ['hurt'], reason: null })
  })

  it('is each tick, where they do not go together, and nothing that is no option', () => {
    expect(heard(questions, { harm: ['none', 'hurt', 'horse'] }, today).harm).toEqual(['hurt', 'none'])
    expect(heard(questions, { harm: 'horse' }, today)).not.toHaveProperty('harm')
  })

  it('is no option of which two were posted', () => {
    expect(heard(questions, { kind: ['now', 'past'] }, today)).not.toHaveProperty('kind')
  })
})

describe('a form sounds urgent', () => {
  it.each([
    ['with an answer to an urgent question', { kind: 'now', ...wrongDay }, true],
    ['with ticks that do not go together', { harm: ['none', 'hurt'] }, true],
    ['not where such a question was answered wrongly', wrongDay, false],
    ['not where they were left blank', { kind: '', harm: [] }, false],
    ['not for what was answered beside', { words: 'help' }, false],
  ] as const)('%s', (_name, values, urgent) => {
    expect(soundsUrgent(questions, values, today)).toBe(urgent)
  })
})
