import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8')
const looks = ['light', 'dark'] as const

/** The colour of a role in one look. */
function colour(role: string, look: (typeof looks)[number]): string {
  const [, light, dark] =
    new RegExp(`--color-${role}: light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`, 'u').exec(css) ?? []
  const found = look === 'light' ? light : dark
  if (found === undefined) throw new Error(`no colour ${role}`)
  return found
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(looks)('charts in a %s page', (look) => {
  const paper = colour('paper', look)

  it.each(['mark', 'line', 'before', 'hidden'])('show %s against the page', (role) => {
    expect(contrast(colour(`chart-${role}`, look), paper)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    [0, 'ink'],
    [1, 'ink'],
    [2, 'ink'],
    [3, 'brand-ink'],
    [4, 'brand-ink'],
  ])('can be read upon shade %i in %s', (step, role) => {
    expect(contrast(colour(`chart-shade-${step}`, look), colour(role, look))).toBeGreaterThanOrEqual(4.5)
  })

  it('have shades that differ without any hue, each further from the page than the last', () => {
    const away = [0, 1, 2, 3, 4].map((step) => contrast(colour(`chart-shade-${step}`, look), paper))
    for (const [index, far] of away.entries())
      if (index > 0) expect(far / (away[index - 1] ?? 0)).toBeGreaterThan(1.2)
  })

  it('show the small squares of a calendar upon what is empty', () => {
    for (const step of [3, 4])
      expect(
        contrast(colour(`chart-shade-${step}`, look), colour('chart-shade-0', look)),
      ).toBeGreaterThanOrEqual(3)
  })

  it('have the page behind them as it is', () => {
    expect([colour('chart-paper', look), colour('chart-line', look)]).toEqual([paper, colour('ink', look)])
  })
})

it('a reader’s own colours take the place of every colour of a chart', () => {
  const roles = [...css.matchAll(/--color-(chart-[\w-]+): light-dark/gu)].map(([, role]) => role)
  const own = /@media \(forced-colors: active\) \{\s*:root \{([^}]*)\}/u.exec(css)?.[1] ?? ''
  expect(roles.length).toBeGreaterThan(10)
  for (const role of roles)
    expect(own).toMatch(new RegExp(`--color-${role ?? ''}: .*(Canvas|CanvasText)`, 'u'))
})
