import type { BrowserContext, Page } from '@playwright/test'

/** What happened on the pages of a browser that must not. */
export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** Scripts that ran or that the policy had to stop, dialogs, requests to elsewhere and pages left. */
  readonly happened: string[]
}

declare global {
  interface Window {
    __blocked?: (what: string) => void
  }
}

/** Opens a page in a context and notes everything that a text made happen there. */
export async function watch(context: BrowserContext, origin: string): Promise<Watched> {
  const happened: string[] = []
  // Every text that is a script calls this, from whichever frame it ended up in.
  await context.exposeBinding('__pwned', ({ page: where }) => {
    happened.push(`a script ran on ${where.url()}`)
  })
  await context.exposeBinding('__blocked', (_source, what: string) => {
    happened.push(`the policy had to stop ${what}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.__blocked?.(`${event.violatedDirective} ${event.blockedURI} on ${location.pathname}`)
    })
  })
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    happened.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => happened.push(`an error: ${error.message.slice(0, 200)}`))
  page.on('popup', () => happened.push('another window'))
  page.on('download', () => happened.push('a download'))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:') happened.push(`a request to ${url.origin}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) happened.push(`a frame at ${frame.url()}`)
  })
  return { page, context, happened }
}

/**
 * What on the page as it lives now could only have come from a text: handlers, frames, foreign addresses, scripts that
 * do not carry this answer's nonce. Also that the browser is where it was sent.
 */
export async function strangersOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const foreign = /^(?:IFRAME|OBJECT|EMBED|BASE|META|FRAME|APPLET|PORTAL|MARQUEE|MATH|VIDEO|AUDIO)$/u
    const isAway = (given: string | null) => {
      if (given === null || /^(?:tel|sms|mailto):/u.test(given)) return false
      const url = URL.canParse(given, location.href) ? new URL(given, location.href) : null
      return url === null || url.protocol === 'javascript:' || url.hostname.endsWith('evil.example')
    }
    const isOdd = (element: Element) =>
      foreign.test(element.tagName) ||
      element.getAttributeNames().some((name) => /^on|^srcdoc$|^style$/u.test(name)) ||
      ['href', 'src', 'action', 'formaction'].some((name) => isAway(element.getAttribute(name)))
    const isOurs = ({ src, nonce }: HTMLScriptElement) =>
      src === '' ? nonce !== '' : new URL(src).pathname.startsWith('/_next/static/')
    // The framework's own announcer is the one element it styles by itself.
    const elements = [...document.querySelectorAll('body *:not(next-route-announcer)')].filter(isOdd)
    const scripts = [...document.scripts].filter((script) => !isOurs(script))
    return [...elements, ...scripts].map((element) => element.outerHTML.slice(0, 120))
  })
}

/**
 * The elements of a page's source and the names of their attributes, in order. Two pages that differ in nothing but
 * texts have the same. The marks that show hidden characters, and the words about them, are left out; so are the accounts that a form
 * names, which come and go with other tests, and what the worker's jobs add to a case whenever they run. Of people's words names of officers
 * are in that, and nothing else; `strangersOn` looks at it as at all of the page.
 */
export async function skeletonOf(page: Page, html: string): Promise<string> {
  return page.evaluate((source) => {
    const { body } = new DOMParser().parseFromString(source, 'text/html')
    for (const mark of body.querySelectorAll('bdi > code, p.notice, script, template, [data-by-jobs]'))
      mark.remove()
    const accounts = [...body.querySelectorAll('option')].filter(({ value }) =>
      /^[0-9a-f]{8}-[0-9a-f-]{27}$/u.test(value),
    )
    for (const account of accounts) account.remove()
    return [...body.querySelectorAll('*')]
      .map((element) => `${element.tagName} ${element.getAttributeNames().sort().join(' ')}`)
      .join('\n')
  }, html)
}
