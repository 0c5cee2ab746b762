import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { KeptNotice } from './kept-notice'

vi.mock('@/lib/config/env', () => ({ env: () => ({ forceSignIn: null }) }))

const t = translator('en')
const keptOf = (form: string, values: Record<string, string>) => ({
  actorId: 'a',
  page: '/staff',
  form,
  values,
})
const said = (query: Record<string, string>, kept: ReturnType<typeof keptOf> | null) =>
  renderToStaticMarkup(<KeptNotice query={query} kept={kept} t={t} />)

describe('back from confirming', () => {
  it('says which button to press, and that what was chosen is there', () => {
    const page = said({ kept: 'confirmed', form: 'role' }, keptOf('role', { role: 'auditor' }))
    expect(page).toContain('You are confirmed. Press “Change the role” again.')
    expect(page).toContain('What you wrote is in the form below.')
  })

  it.each([
    ['open', 'Open the account'],
    ['export-open', 'Open and look through'],
    ['erase', 'Erase for good'],
    ['new-code', translator('en')('agreeing.newCode.submit')],
  ])('names the button of %s, which is no other form’s', (form, button) => {
    expect(said({ kept: 'confirmed', form }, null)).toContain(`Press “${button}” again.`)
  })

  it('does not call the words of another form those of this one', () => {
    const page = said({ kept: 'confirmed', form: 'reveal' }, keptOf('note', { text: 'Rang at ten' }))
    expect(page).toContain('Press “Show the address” again.')
    expect(page).not.toContain('What you wrote')
  })

  it.each(['export', 'export-looks', 'constructor', 'unknown', ''])(
    'of a form called %j says it without its name',
    (form) => {
      expect(said({ kept: 'confirmed', form }, null)).toContain(
        'You are confirmed. Press the same button again.',
      )
    },
  )
})

describe('back after the session ended', () => {
  it.each([
    ['there are words', keptOf('note', { text: 'a' }), 'What you wrote is in the form below.'],
    ['there are none', keptOf('take', {}), 'Do it again if you still want to.'],
  ])('says that it was not saved, and what is there: %s', (_what, kept, expected) => {
    expect(said({ kept: 'ended', form: kept.form }, kept)).toContain(expected)
  })

  it('says nothing to anybody else', () => {
    expect(said({ kept: 'ended', form: 'note' }, null)).toBe('')
    expect(said({}, keptOf('note', { text: 'a' }))).toBe('')
  })
})
