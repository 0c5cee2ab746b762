import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { locales } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { apartQuestions, labelToday, splitAnswers, splitSections } from '@/lib/journey/apart'
import type { Answers, Journey } from '@/lib/journey/definition'
import { present } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { peopleOf } from '@/e2e/factories/imagined-people'
import { sizeClass } from '@/lib/sealing/padding'
import { journeys } from './find-journey'
import { liaison } from './liaison'
import { apartText, hasWords, readApart, wishOf } from './kept-apart'
import { report } from './report'

const t = translator('en')
const context = { force: hertfordshire, channel: 'online' } as const
const people = peopleOf([hertfordshire])
const secret = 'NEEDLE'

/** Everything that is kept apart answered with a needle. */
function withNeedles(journey: Journey, answers: Answers): Answers {
  const asked = [...apartQuestions(journey)].filter((id) => id in answers)
  return { ...answers, ...Object.fromEntries(asked.map((id) => [id, `${secret} ${id}`])) }
}

describe('what is kept apart', () => {
  it('is who somebody is and what they were called, in both journeys, and nothing that is needed to speak to them', () => {
    for (const journey of [report, liaison])
      expect([...apartQuestions(journey)]).toEqual(['identityWords', 'previousName'])
  })

  it('is in no other answer, row, export or staff view, and the person sees it', () => {
    fc.assert(
      fc.property(people, ({ journey, answers }) => {
        const said = withNeedles(journey, answers)
        const { relevant } = walk(journey, said, context)
        const own = present(journey, relevant, context, t, 'public')
        const { shared, apart } = splitAnswers(journey, relevant)
        const sections = splitSections(journey, own)
        for (const open of [shared, sections.shared]) expect(JSON.stringify(open)).not.toContain(secret)
        for (const audience of ['staff', 'export'] as const)
          expect(JSON.stringify(present(journey, relevant, context, t, audience))).not.toContain(secret)
        expect({ ...shared, ...apart }).toEqual(relevant)
        expect(JSON.stringify(own).split(secret)).toHaveLength(Object.keys(apart).length + 1)
        expect(JSON.stringify(sections.apart).split(secret)).toHaveLength(Object.keys(apart).length + 1)
        expect(sections.apart.flatMap(({ rows }) => rows).length + rowsOf(sections.shared)).toBe(rowsOf(own))
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing about the way through a journey, or what else is asked', () => {
    fc.assert(
      fc.property(people, ({ journey, answers }) => {
        const ids = apartQuestions(journey)
        const slugs = (some: Answers) =>
          walk(journey, some, context).visits.map(({ step, questions }) => [step.slug, questions])
        expect(slugs(withNeedles(journey, answers))).toEqual(slugs(answers))
        expect(slugs(Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.has(id))))).toEqual(
          slugs(answers),
        )
      }),
    )
  })

  it('is asked of nobody who leaves no way back or speaks of somebody else', () => {
    fc.assert(
      fc.property(people, ({ journey, answers }) => {
        const asked = 'identityWords' in walk(journey, answers, context).relevant
        const own = answers.role === undefined || answers.role === 'victim'
        expect(asked).toBe(journey.id !== 'equality' && own && answers.contactChoice !== 'anonymous')
      }),
    )
  })

  it('may be left blank, all of it', () => {
    for (const { steps } of journeys)
      for (const { questions } of steps)
        for (const { apart, optional } of questions) if (apart === true) expect(optional).toBe(true)
  })
})

const words = fc.string({ unit: 'grapheme', maxLength: 500 })

describe('the sealed field', () => {
  it('has one size, whatever was said, and gives it back', () => {
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...locales),
        (told, name, locale) => {
          const answers = {
            identityWords: told.slice(0, 500) || null,
            previousName: name.slice(0, 200) || null,
          }
          const relevant = { role: 'victim', contactChoice: 'code-only', ...answers }
          const { apart: sections } = splitSections(report, [
            { id: 'identity', title: 't', rows: rowsFor(relevant, locale) },
          ])
          const text = apartText({ journey: 'report', answers, sections })
          expect(sizeClass(Buffer.byteLength(text))).toBe(8 * 1024)
          const found = readApart(text, (journey, id) => labelToday(journey, id, context, t))
          expect(found.map(({ value }) => value)).toEqual(
            Object.values(answers)
              .filter((value) => value !== null)
              .map((value) => value.toWellFormed()),
          )
          expect(found.every(({ english }) => english !== undefined && english !== '')).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
    expect(sizeClass(Buffer.byteLength(apartText({ journey: 'report', answers: {}, sections: [] })))).toBe(
      8 * 1024,
    )
    const longest = { identityWords: '無'.repeat(500), previousName: '無'.repeat(200) }
    const most = apartText({
      journey: 'report',
      answers: longest,
      sections: [{ id: 'i', title: 't', rows: rowsFor(longest, 'cy') }],
    })
    expect(sizeClass(Buffer.byteLength(most))).toBe(8 * 1024)
  })

  it('says whether there is anything in it', () => {
    expect(hasWords({ identityWords: null, previousName: null })).toBe(false)
    expect(hasWords({})).toBe(false)
    expect(hasWords({ identityWords: null, previousName: 'x' })).toBe(true)
  })
})

it('takes a wish for what it is', () => {
  expect(wishOf({ mayKnow: 'nobody-yet' })).toBe('nobody-yet')
  for (const mayKnow of [null, 'everybody', ['nobody-yet']]) expect(wishOf({ mayKnow })).toBeNull()
  expect(wishOf({})).toBeNull()
})

function rowsOf(sections: readonly { readonly rows: readonly unknown[] }[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0)
}

function rowsFor(answers: Answers, locale: (typeof locales)[number]) {
  return ['identityWords', 'previousName'].map((questionId) => {
    const value = answers[questionId]
    const shown = {
      questionId,
      stepSlug: 'about-you',
      label: translator(locale)(`contact.${questionId}.label`),
    }
    return typeof value === 'string'
      ? { ...shown, value: value.toWellFormed() }
      : { ...shown, value: 'blank', blank: true as const }
  })
}
