import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { locales } from '@/lib/i18n/locales'
import { AgreedServices } from './agreed-services'
import { AskService } from './ask-service'
import { NoWay } from './no-way'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const held = {
  ...{ service: 'galop', account: false, agreedOn: new Date('2026-11-20'), toldAt: null, endedAt: null },
}
const later = new Date('2026-11-24T20:00:00Z')

describe.each(locales)('support services, in %s', (locale) => {
  const shown = (one: Parameters<typeof AgreedServices>[0]['supports'][number]) =>
    renderToStaticMarkup(<AgreedServices supports={[one]} locale={locale} />)

  it('says when somebody said yes, what may be told, and that nobody was told yet', () => {
    const html = shown(held)
    expect(html).toContain('Galop')
    expect(html).toContain(
      locale === 'en' ? 'You said yes on 20 November 2026.' : 'Cytunoch ar 20 Tachwedd 2026.',
    )
    expect(html).toContain(locale === 'en' ? 'Nothing else.' : 'Dim byd arall.')
    expect(html).toContain(locale === 'en' ? 'not told them yet' : 'ddim wedi dweud wrthyn nhw eto')
    expect(html).toMatch(/action="(?:\/cy)?\/follow-up\/referral\/stop"/u)
    expect(html).not.toContain('service.')
  })

  it('says what became of one that was taken back, and has no button for it', () => {
    const before = shown({ ...held, endedAt: later })
    expect(before).toContain(locale === 'en' ? 'We did not tell them.' : 'Wnaethon ni ddim dweud wrthyn nhw.')
    const after = shown({ ...held, toldAt: later, endedAt: later })
    expect(after).toContain(locale === 'en' ? 'ask them to delete it' : 'ofyn iddyn nhw ei ddileu')
    expect(before + after).not.toContain('<button')
  })

  it('says when a service was told by the force’s own clocks', () => {
    const html = shown({ ...held, toldAt: new Date('2026-06-30T23:30:00Z') })
    expect(html).toContain(locale === 'en' ? '1 July' : '1 Gorffennaf')
  })

  it('says nothing of none', () => {
    expect(renderToStaticMarkup(<AgreedServices supports={[]} locale={locale} />)).toBe('')
  })

  it('asks for a yes to one service, with nothing ticked beforehand', () => {
    const services = hertfordshire.support.slice(0, 2)
    const asked = (service: string | undefined, who: string | undefined, mayTellAccount: boolean) =>
      renderToStaticMarkup(
        <AskService {...{ services, mayTellAccount, locale }} errors={{ service, who }} chosen="" />,
      )
    const none = asked(undefined, undefined, false)
    expect(none).not.toMatch(/checked|aria-invalid|whose-error|service\.[a-z]/u)
    expect(none.match(/<option/gu)).toHaveLength(3)
    expect(none.match(/type="radio"/gu)).toHaveLength(2)
    expect(asked('Choose', undefined, true)).toMatch(/aria-invalid="true"[\s\S]*checked/u)
    expect(asked(undefined, 'Say who', false)).toMatch(/aria-describedby="whose-error"[\s\S]*Say who/u)
  })

  it('offers nothing where no way of reaching them could be given', () => {
    const html = renderToStaticMarkup(<NoWay locale={locale} />)
    expect(html).not.toMatch(/<form|service\.[a-z]/u)
    expect(html).toMatch(/href="(?:\/cy)?\/follow-up\/contact"/u)
  })
})
