import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

export type Scheme = 'light' | 'dark'

/** One picture: a page at a width and in a scheme. `reach` brings a fresh visitor to what is to be seen. */
export interface Shot {
  readonly name: string
  readonly width: number
  readonly scheme: Scheme
  readonly reach: (page: Page) => Promise<void>
  /** Only what fits the window, for pages that would be endless. */
  readonly windowOnly?: true
}

/** Reaches what has an address. */
export const go = (path: string) => async (page: Page) => {
  await page.goto(path)
}

const heights: Readonly<Record<number, number>> = { 390: 844, 1280: 800, 1440: 900 }

/** Takes one picture and writes it as `name-width-scheme.png`. */
export async function take(
  browser: Browser,
  origin: string,
  folder: string,
  { name, width, scheme, reach, windowOnly }: Shot,
  options: BrowserContextOptions = {},
): Promise<void> {
  const viewport = { width, height: heights[width] ?? 800 }
  const context = await browser.newContext({
    ...options,
    baseURL: origin,
    viewport,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await reach(page)
  await page.screenshot({
    path: join(folder, `${name}-${String(width)}-${scheme}.png`),
    fullPage: windowOnly !== true,
  })
  await context.close()
}
