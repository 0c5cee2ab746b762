import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { auditChains } from '@/lib/domain/audit-chain'
import { flagOutcomes } from '@/lib/domain/looking/resolution'
import { decoyRule, lookingRules } from '@/lib/domain/looking/rule'
import { sampleOutcomes } from '@/lib/domain/looking/sample'
import { translator } from '@/lib/i18n/translate'
import { ChainHealth, Verified } from './audit-health'
import { AuditNav, auditTabs } from './audit-nav'
import { DecoysForm, DecoysTable } from './decoys'
import { FlagCard } from './flag-card'
import { SampledLook } from './sampled-look'

const t = translator('en')
const at = new Date('2026-11-21T12:00:00Z')
const clock = { now: at, timeZone: 'Europe/London', t }

describe('a flag', () => {
  const flag = {
    ...{
      id: 'f',
      who: 'Ada <Obi>',
      role: 'triager',
      day: new Date('2026-11-20'),
      raisedAt: at,
      signs: ['closed-cases'],
    },
    resolved: null,
  }
  const shown = (more: object) =>
    renderToStaticMarkup(
      <FlagCard
        flag={{ ...flag, rule: 'closed-cases', ...more }}
        rows={null}
        count={1}
        answer={undefined}
        clock={clock}
      />,
    )

  it.each([...lookingRules, 'several-signs', decoyRule])(
    'of the rule %s says whose, when and what',
    (rule) => {
      expect(shown({ rule })).toMatch(
        /Ada &lt;Obi&gt;.*Triager, on 20 Nov\. Found today 12:00\..*The row behind it/u,
      )
    },
  )

  it('asks what came of it by every outcome and reason there is', () => {
    const pairs = Object.entries(flagOutcomes).flatMap(([outcome, reasons]) =>
      reasons.map((reason) => `${outcome} ${reason}`),
    )
    for (const pair of pairs) expect(shown({})).toContain(`value="${pair}"`)
    // What is chosen is read without the list around it.
    expect(shown({})).toContain('>Spoken to: curiosity</option>')
  })

  it.each(Object.entries(flagOutcomes))('that was settled as %s says by whom', (outcome, [reason]) => {
    const html = shown({ resolved: { by: 'Ben', at, outcome, reason } })
    expect(html).toMatch(/data-resolved="">[^<]+: [^<]+\. Ben, today 12:00\.</u)
    expect(html).not.toContain('<form')
  })
})

describe('a look of the sample', () => {
  const look = {
    id: 'l',
    who: 'Ada',
    role: 'triager',
    at,
    reference: 'HC-7K2Q-M4TD',
    reason: 'triage',
    seesCase: true,
  }
  const shown = (more: object, mayOpen = true) =>
    renderToStaticMarkup(<SampledLook look={{ ...look, ...more }} mayOpen={mayOpen} clock={clock} />)

  it('says who opened what when and why, and has a button for each outcome', () => {
    const html = shown({})
    expect(html).toContain('Opened HC-7K2Q-M4TD today 12:00. Why: triage.')
    for (const outcome of sampleOutcomes) expect(html).toContain(`value="${outcome}"`)
  })

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ seesCase: false }, true, false],
  ])('%j leads to the case of whoever may open it: %s', (more, mayOpen, leads) => {
    expect(shown(more, mayOpen).includes('/staff/audit/sample/open')).toBe(leads)
  })
})

it('decoys say how often each was opened, and how many can be made', () => {
  const decoys = [0, 1, 3].map((openings) => ({
    ...{ reference: `HC-7K2Q-000${String(openings)}`, madeAt: at, openings },
    lastAt: openings === 0 ? null : at,
  }))
  const html = renderToStaticMarkup(<DecoysTable decoys={decoys} clock={clock} />)
  for (const words of ['never', 'once, today 12:00', '3 times, last today 12:00'])
    expect(html).toContain(words)
  expect(html.match(/<th scope="row"/gu)).toHaveLength(decoys.length)
  expect(renderToStaticMarkup(<DecoysForm count="2" t={t} />)).toMatch(/max="20"[^>]*value="2"/u)
})

it.each(auditChains)('the chain %s says where it ends and how far it is kept outside', (chain) => {
  const health = { chain, rows: 12, hash: 'ab', linkedAt: at, checkpoint: { rows: 10, linkedAt: at } }
  const html = renderToStaticMarkup(<ChainHealth health={health} isKept clock={clock} />)
  expect(html).toContain('12 rows, the last today 12:00.')
  expect(html).toContain('2 rows have come since.')
})

it.each([
  [0, 0, 1, 'tone-good', 'Nothing was altered when it was checked last.'],
  [0, 0, 0, 'tone-warn', 'an end that was cut off, or all of it written anew, would not show'],
  [1, 0, 0, 'tone-danger', 'One fault in the rows'],
  [0, 2, 1, 'tone-danger', '2 checkpoints are not ours'],
])(
  'a check with %i faults, %i refused checkpoints and %i good ones is shown in %s',
  (faults, refused, checkpoints, tone, words) => {
    const verified = { at, rows: 5, faults, checkpoints, refused }
    const html = renderToStaticMarkup(<Verified verified={verified} clock={clock} />)
    expect(html).toContain(tone)
    expect(html).toContain(words)
  },
)

it('the way between the pages names each, and how much waits there', () => {
  const html = renderToStaticMarkup(
    <AuditNav here="flags" tabs={auditTabs} waiting={{ flags: 3, sample: 0 }} t={t} />,
  )
  expect(html.match(/<a /gu)).toHaveLength(auditTabs.length)
  expect(html.match(/aria-current="page"/gu)).toHaveLength(1)
  expect(html).toContain('3 wait')
})
