import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { describedBy, messageFor, passwordProblem } from './field-problem'
import { NewPasswordFields, NewPasswordProblem } from './new-password-fields'

const t = translator('en')
const shown = (problem: unknown) =>
  renderToStaticMarkup(
    <>
      <NewPasswordProblem problem={problem} title="That was not done" t={t} />
      <NewPasswordFields problem={passwordProblem(problem, t)} t={t} />
    </>,
  )

describe('what is wrong with a new password', () => {
  it.each([
    ['too-short', 'password'],
    ['common', 'password'],
    ['different', 'again'],
    ['wrong-current', 'current'],
    ['code', 'code'],
  ])('%s is about the field %s', (problem, field) => {
    const found = passwordProblem(problem, t)
    expect(found?.field).toBe(field)
    expect(messageFor(field, found)).toBe(t(`signIn.newPassword.problem.${problem}`))
    expect(messageFor('another', found)).toBeUndefined()
  })

  it.each(['busy', 'foreign', 'title', 'constructor', '', undefined, ['code']])(
    '%j is about none',
    (problem) => {
      expect(passwordProblem(problem, t)).toBeNull()
    },
  )

  it('is in a summary that leads to the field, and at the field itself', () => {
    const page = shown('too-short')
    expect(page).toContain('href="#password"')
    expect(page).toMatch(/<input[^>]*id="password"[^>]*aria-describedby="password-hint password-error"/u)
    expect(page.match(/aria-invalid="true"/gu)).toHaveLength(1)
    expect(page).toContain('id="password-error"')
  })

  it('is said without a field where there is none to blame', () => {
    const page = shown('busy')
    expect(page).toContain('role="alert"')
    expect(page).not.toContain('aria-invalid')
    expect(shown(undefined)).not.toContain('role="alert"')
  })
})

it('the ids a field is described by are of what is there', () => {
  expect(describedBy('a', {})).toBeUndefined()
  expect(describedBy('a', { hint: true, error: true })).toBe('a-hint a-error')
})
