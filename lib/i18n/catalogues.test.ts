import { describe, expect, test } from 'vitest'
import { catalogues, flattened } from './catalogues'

const publicNamespaces = [
  'charts',
  'contact',
  'equality',
  'files',
  'form',
  'help',
  'liaison',
  'openData',
  'place',
  'public',
  'report',
  'returning',
  'safe-contact',
] as const

/** Texts that are rightly the same in both languages: names, a format, and words Welsh has borrowed whole. */
const sameInWelsh: ReadonlySet<string> = new Set([
  'form.day',
  'help.languages.option.hi',
  'liaison.reason.option.chemsex',
  'public.language.cy',
  'public.language.en',
  'public.route.bsl.name',
  'public.route.crimestoppers.name',
  'public.route.true-vision.name',
  'public.site.name',
  'public.site.title',
  'report.relation.option.partner',
])

const english = textsOf('en')
const welsh = textsOf('cy')

function textsOf(locale: 'en' | 'cy'): Map<string, string> {
  return new Map(
    publicNamespaces.flatMap((namespace) => [
      ...flattened(catalogues[locale][namespace] ?? {}, `${namespace}.`),
    ]),
  )
}

/** The parts of a text in braces, outermost only, without their braces. */
function blocksOf(text: string): string[] {
  const blocks: string[] = []
  let depth = 0
  let start = 0
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{' && depth === 0) start = index + 1
    depth += brace === '{' ? 1 : -1
    if (depth === 0) blocks.push(text.slice(start, index))
  }
  return blocks
}

/** What a text asks for: names with their formats, and the branches of a choice. Plural forms differ by language. */
function argumentsOf(text: string): string[] {
  const found = blocksOf(text).flatMap((block) => {
    const [, name = block, type, choices] =
      /^\s*([\w-]+)\s*,\s*(select|plural|selectordinal)\s*,(.*)$/s.exec(block) ?? []
    if (choices === undefined || type === undefined) return [name.replaceAll(/\s/g, '')]
    const branches = blocksOf(choices)
    const words = branches
      .reduce((rest, branch) => rest.replace(`{${branch}}`, ' '), choices)
      .trim()
      .split(/\s+/)
    const shape = type === 'select' ? words.sort().join('|') : 'forms'
    return [`${name},${type},${shape}`, ...branches.flatMap(argumentsOf)]
  })
  return [...new Set(found)].sort()
}

test.each([
  ['plain', []],
  ['{force} and {max, number}', ['force', 'max,number']],
  ['{who, select, you {I} other {They at {place}}} {force}', ['force', 'place', 'who,select,other|you']],
  ['{n, plural, one {# day} other {# days}}', ['n,plural,forms']],
])('%j asks for %j', (text, expected) => {
  expect(argumentsOf(text)).toEqual(expected)
})

test('the public pages have the same keys in both languages', () => {
  expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort())
})

test('a Welsh text asks for what the English asks for', () => {
  const asked = (texts: Map<string, string>) =>
    [...texts].map(([key, text]) => `${key}: ${argumentsOf(text).join(' ')}`).sort()
  expect(asked(welsh)).toEqual(asked(english))
})

test('a plural in Welsh has every form the language counts by', () => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other']
  const short = [...welsh].filter(
    ([, text]) =>
      text.includes(', plural,') && !forms.every((form) => new RegExp(`\\b${form} \\{`).test(text)),
  )
  expect(short).toEqual([])
})

test('no text is left in English', () => {
  const same = [...welsh].filter(([key, text]) => english.get(key) === text).map(([key]) => key)
  expect(same.filter((key) => !sameInWelsh.has(key))).toEqual([])
  expect([...sameInWelsh].filter((key) => !same.includes(key))).toEqual([])
})

test('Welsh has typographic apostrophes and no markup, which the message format would read as its own', () => {
  expect([...welsh].filter(([, text]) => /['<>]/.test(text))).toEqual([])
})

/** A title shows in the history of a browser and on its tabs, where others may see it. */
const tellTale =
  /hate|casineb|lgbt|lhdt|gay|hoyw|lesb|trans|\btraws|police|heddlu|crime|trosedd|victim|dioddef/i
const isPageTitle = (key: string) =>
  /^\w+\.steps\.[^.]+\.title$|^public\.\w+\.title$|^public\.problem\.\w+Title$/.test(key)

describe.each([
  ['en', english],
  ['cy', welsh],
])('a page title in "%s"', (_locale, texts) => {
  const titles = [...texts].filter(([key]) => isPageTitle(key))

  test('is there for every step and page', () => {
    expect(titles.length).toBeGreaterThan(30)
  })

  test.each(titles)('%s is short and gives nothing away: %j', (_key, title) => {
    expect(title.length).toBeLessThanOrEqual(40)
    expect(title).not.toMatch(tellTale)
  })
})
