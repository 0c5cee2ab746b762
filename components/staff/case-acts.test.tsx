import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { CaseActs } from './case-acts'

const ending = (disposition: string) => ({
  ...{ disposition, label: disposition, hint: null, asksReason: true },
  ...{ isForSupervisor: false, subjectData: 'keep' as const },
})
const given = {
  shown: { reference: 'HC-7K2Q-M4TD', version: 1, actorId: 'a' },
  ...{ status: 'in-progress' as const, statuses: [], holders: [], contact: null, kept: null },
  ...{
    may: new Set(['close' as const]),
    withdrawal: null,
    callBack: null,
    approval: [],
    t: translator('en'),
  },
}
const shown = (passedOn: string | null, endings: readonly string[]) =>
  renderToStaticMarkup(<CaseActs {...given} passedOn={passedOn} endings={endings.map(ending)} />)

describe('closing a case that another force has', () => {
  it('is offered with the ending that says so, and with no other', () => {
    const html = shown('They have it', ['advice', 'other-force'])
    expect(html).toMatch(/<details[^>]* open=""/u)
    expect(html).toContain('They have it')
    expect(html).toMatch(/<option[^>]*value="other-force"[^>]* selected=""/u)
    expect(shown('They have it', ['advice'])).not.toMatch(/value="advice"[^>]* selected=""/u)
  })

  it('is not where none has it', () => {
    const html = shown(null, ['advice', 'other-force'])
    expect(html).not.toMatch(/<details[^>]* open=""/u)
    expect(html).not.toMatch(/value="other-force"[^>]* selected=""/u)
  })
})
