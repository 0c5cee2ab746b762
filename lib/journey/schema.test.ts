import { zodResolver } from '@hookform/resolvers/zod'
import { expect, test } from 'vitest'
import type { ResolvedQuestion } from './definition'
import { stepSchema } from './schema'
import type { FieldValues } from './view'

const questions: readonly ResolvedQuestion[] = [
  { id: 'pet', kind: 'checkboxes', options: ['cat', 'dog'] },
  { id: 'name', kind: 'text', maxLength: 5, optional: true },
  { id: 'born', kind: 'date', notAfter: 'today', optional: true },
]
const options = { fields: {}, shouldUseNativeValidation: false }

async function resolved(values: FieldValues) {
  return zodResolver(stepSchema(questions, '2026-03-10'))(values, undefined, options)
}

test('react-hook-form gets our codes by question', async () => {
  const { errors } = await resolved({
    pet: [],
    name: 'too long',
    'born-day': '11',
    'born-month': '3',
    'born-year': '2026',
  })
  expect(errors).toMatchObject({
    pet: { message: 'required' },
    name: { message: 'too-long' },
    born: { message: 'future' },
  })
})

test('react-hook-form gets the answers when there is nothing to refuse', async () => {
  const { values, errors } = await resolved({
    pet: 'dog',
    name: '',
    'born-day': '',
    'born-month': '',
    'born-year': '',
  })
  expect(errors).toEqual({})
  expect(values).toEqual({ pet: ['dog'], name: null, born: null })
})
