import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import { translator } from '@/lib/i18n/translate'
import type { Answers } from '@/lib/journey/definition'
import { present } from '@/lib/journey/present'
import { parseStep } from '@/lib/journey/read'
import { viewStep } from '@/lib/journey/view-step'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import { findJourney, journeys } from './find-journey'
import { peopleOf } from '@/e2e/factories/imagined-people'

const people = peopleOf(Object.values(forces))

const t = translator('en')
const runs = { numRuns: 300 }
const alphabetically = (texts: readonly string[]) => [...texts].sort()

describe('for whoever answers any of the journeys', () => {
  test('every path reaches the end, and meets the steps in order', () => {
    fc.assert(
      fc.property(people, ({ journey, context, answers, met }) => {
        const walked = walk(journey, answers, context)
        expect(walked.frontier).toBeNull()
        expect(met).toEqual(walked.steps.map(({ slug }) => slug))
      }),
      runs,
    )
  })

  test('walking again with the relevant answers changes nothing', () => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(), { maxLength: 6 }), ({ journey, context, answers }, gaps) => {
        const some = without(answers, gaps)
        const walked = walk(journey, some, context)
        const again = walk(journey, walked.relevant, context)
        expect(again.relevant).toEqual(walked.relevant)
        expect(again.steps).toEqual(walked.steps)
        expect(again.frontier).toBe(walked.frontier)
      }),
      runs,
    )
  })

  test('answers of steps that do not apply are never relevant', () => {
    fc.assert(
      fc.property(people, people, (person, other) => {
        const answers = { ...other.answers, ...person.answers }
        const { visits, relevant } = walk(person.journey, answers, person.context)
        const asked = visits.flatMap(({ questions }) => questions.map(({ id }) => id))
        expect(Object.keys(relevant).filter((id) => !asked.includes(id))).toEqual([])
        for (const { step, earlier } of visits)
          expect(step.when?.(earlier, person.context) ?? true).toBe(true)
      }),
      runs,
    )
  })

  test('the frontier is the first step with a gap, and nothing behind it may be visited', () => {
    fc.assert(
      fc.property(
        people,
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        ({ journey, context, answers }, gaps) => {
          const walked = walk(journey, without(answers, gaps), context)
          const open = walked.visits.findIndex(({ complete }) => !complete)
          expect(walked.frontier).toBe(walked.steps[open] ?? null)
          walked.steps.forEach((step, index) => {
            expect(mayVisit(walked, step.slug)).toBe(open < 0 || index <= open)
          })
        },
      ),
      runs,
    )
  })

  test('every answer is shown once, in the order it was asked', () => {
    fc.assert(
      fc.property(people, ({ journey, context, answers }) => {
        const { relevant, visits } = walk(journey, answers, context)
        const rows = present(journey, answers, context, t, 'public').flatMap((section) => section.rows)
        const shown = rows.map(({ questionId }) => questionId)
        expect(shown).toEqual(visits.flatMap(({ questions }) => questions.map(({ id }) => id)))
        expect(alphabetically(shown)).toEqual(alphabetically(Object.keys(relevant)))
        for (const row of rows) {
          expect(row.blank === true).toBe(relevant[row.questionId] === null)
          expect(row.value).not.toBe('')
        }
      }),
      runs,
    )
  })

  test('exports leave out what is hidden from them', () => {
    fc.assert(
      fc.property(people, ({ journey, context, answers }) => {
        const rows = present(journey, answers, context, t, 'export').flatMap((section) => section.rows)
        const shown = rows.map(({ questionId }) => questionId)
        for (const id of ['account', 'name', 'phone', 'email', 'address', 'excludeWho', 'identityWords'])
          expect(shown).not.toContain(id)
      }),
      runs,
    )
  })

  test('an answer shown again in its form gives the same answer, or leads elsewhere', () => {
    fc.assert(
      fc.property(people, ({ journey, context, answers }) => {
        for (const { step, questions } of walk(journey, answers, context).visits) {
          const view = viewStep({ journey, step, answers, context, t, base: '/x' })
          const parsed = parseStep(questions, view.values, '2026-03-10')
          const given = Object.fromEntries(questions.map(({ id }) => [id, answers[id]]))
          expect(parsed).toEqual({ ok: true, answers: given })
        }
      }),
      runs,
    )
  })

  test('back leads to the step before, and progress never runs backwards', () => {
    fc.assert(
      fc.property(people, ({ journey, context, answers, met }) => {
        let part = 1
        met.forEach((slug, index) => {
          const step = visitOf(walk(journey, answers, context), slug)?.step
          if (step === undefined) throw new Error(`${slug} was met and does not apply`)
          const view = viewStep({ journey, step, answers, context, t, base: '/cy/x', before: '/cy/start' })
          expect(view.backHref).toBe(index === 0 ? '/cy/start' : `/cy/x/${met[index - 1] ?? ''}`)
          expect(view.action).toBe(`/cy/x/${slug}/answer`)
          expect(view.section.part).toBeGreaterThanOrEqual(part)
          expect(view.section.part).toBeLessThanOrEqual(view.section.of)
          part = view.section.part
        })
      }),
      runs,
    )
  })

  test('no way through is longer than twenty steps', () => {
    const lengths = fc.sample(people, { numRuns: 2000, seed: 1 }).map(({ met }) => met.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20)
  })
})

function without(answers: Answers, gaps: readonly number[]): Answers {
  const ids = Object.keys(answers)
  const gone = new Set(gaps.map((gap) => ids[gap % ids.length]))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.has(id)))
}

describe('the definitions', () => {
  test('required are only the role, what happened or the reason, a place, and how to be in touch', () => {
    const required = journeys.flatMap(({ id, steps }) =>
      steps.flatMap(({ questions }) =>
        questions.filter(({ optional }) => optional !== true).map((question) => `${id}.${question.id}`),
      ),
    )
    const contact = [
      'contactChoice',
      'safeWays',
      'phone',
      'email',
      'postalAddress',
      'trustedPerson',
      'returnCode',
    ]
    expect(required).toEqual([
      ...['role', 'whatHappened', 'placeKind', 'district', 'outside', ...contact].map((id) => `report.${id}`),
      ...['reason', 'district', 'outside', ...contact].map((id) => `liaison.${id}`),
    ])
  })

  test.each(journeys.map((journey) => [journey.id, journey] as const))(
    'in %s no step, and no form field of two questions asked together, has the same name',
    (_id, { steps }) => {
      expect(new Set(steps.map(({ slug }) => slug)).size).toBe(steps.length)
      const inSteps = steps.map(({ questions }) => [...new Set(questions.map(({ id }) => id))])
      const all = inSteps.flat()
      expect(new Set(all).size).toBe(all.length)
    },
  )

  test.each(journeys.map((journey) => [journey.id, journey] as const))(
    '%s is found by its id',
    (id, journey) => {
      expect(findJourney(id)).toBe(journey)
    },
  )

  test('no other id finds one', () => {
    expect(findJourney('constructor')).toBeUndefined()
  })
})
