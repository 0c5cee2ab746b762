import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import { catalogues, flattened } from '@/lib/i18n/catalogues'
import { locales } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import { translator } from '@/lib/i18n/translate'
import { errorCodes } from '@/lib/journey/error-code'
import { present } from '@/lib/journey/present'
import { viewStep } from '@/lib/journey/view-step'
import { walk } from '@/lib/journey/walk'
import { everyJourney } from './find-journey'
import { peopleOf } from '@/e2e/factories/imagined-people'

const people = peopleOf(Object.values(forces), everyJourney)

/** The namespaces only journeys use; each key of them must be reached by somebody. */
const namespaces = [
  'contact',
  'equality',
  'form',
  'help',
  'liaison',
  'place',
  'report',
  'safe-contact',
] as const

/** Enough people that every branch, option and text is met; the seed keeps the walk the same each time. */
const crowd = fc.sample(people, { numRuns: 400, seed: 7 })

/** Keys asked for while everybody walks their journey in one language, every page and every answer in words. */
function keysMet(locale: (typeof locales)[number]): Set<string> {
  const met = new Set<string>()
  const t = translator(locale)
  const noting = Object.assign(
    (key: string, values?: Readonly<Record<string, string | number>>) => {
      met.add(key)
      const text = t(key, values)
      if (text.trim() === '' || /[{}]/.test(text)) throw new Error(`${key} says “${text}”`)
      return text
    },
    { has: (key: string) => t.has(key) },
  ) satisfies Translate
  for (const { journey, context, answers } of crowd) {
    for (const { step } of walk(journey, answers, context).visits) {
      viewStep({ journey, step, answers, context, t: noting, base: '/x' })
    }
    present(journey, answers, context, noting, 'public')
  }
  return met
}

const metIn = Object.fromEntries(locales.map((locale) => [locale, keysMet(locale)]))

// A key that is missing throws while the crowd walks, and so does a text that wants a value it is not given.
test.each(locales)('every text that is asked for in "%s" exists and can be said', (locale) => {
  expect(metIn[locale]?.size).toBeGreaterThan(200)
})

test('no text of the journeys is unused', () => {
  const unused = namespaces.flatMap((namespace) =>
    [...flattened(catalogues.en[namespace] ?? {}, `${namespace}.`).keys()].filter(
      (key) => !metIn.en?.has(key),
    ),
  )
  // The general sentences are there for every code, whether or not each question of today has its own.
  const general: string[] = errorCodes.map((code) => `form.error.${code}`)
  expect(unused.filter((key) => !general.includes(key))).toEqual([])
})

describe('Welsh', () => {
  const written = Object.keys(catalogues.cy)
  test.each(written)('of %s, once begun, is complete, and adds nothing', (namespace) => {
    const english = catalogues.en[namespace]
    const welsh = catalogues.cy[namespace]
    if (typeof english !== 'object' || typeof welsh !== 'object')
      throw new Error(`${namespace} is no catalogue`)
    const begun = Object.keys(welsh).length > 0
    expect([...flattened(welsh).keys()].sort()).toEqual(begun ? [...flattened(english).keys()].sort() : [])
  })
})

test('texts have typographic apostrophes and no markup, which the message format would read as its own', () => {
  const wrong = namespaces.flatMap((namespace) =>
    [...flattened(catalogues.en[namespace] ?? {}, `${namespace}.`)].filter(([, text]) => /['<>]/.test(text)),
  )
  expect(wrong).toEqual([])
})
