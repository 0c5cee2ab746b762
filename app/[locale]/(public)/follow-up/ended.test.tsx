import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { writeMessage } from '@/lib/commands/write-message'
import { POST } from './message/route'
import FollowUpPage from './page'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))
vi.mock('@/lib/commands/write-message', () => ({ writeMessage: vi.fn() }))
vi.mock('@/app/_form/draft-cookie', () => ({ draftKey: () => Promise.resolve(undefined) }))
vi.mock('@/app/_form/posted-form', () => ({ postedForm: () => Promise.resolve(new URLSearchParams()) }))
// The frame asks a request for its cookies, of which there is none here.
vi.mock('../_shell/public-page', () => ({
  PublicPage: ({ children }: { children: React.ReactNode }) => children,
}))

async function pageAfter(result: 'ended' | 'ended-help', locale: string): Promise<string> {
  vi.mocked(writeMessage).mockResolvedValueOnce(result)
  const params = Promise.resolve({ locale })
  const answer = await POST(new Request('https://report.example/', { method: 'POST' }), { params })
  const { searchParams } = new URL(answer.headers.get('location') ?? '', 'https://report.example')
  return renderToStaticMarkup(
    await FollowUpPage({ params, searchParams: Promise.resolve(Object.fromEntries(searchParams)) }),
  )
}

describe('a message into a visit that has ended', () => {
  it.each([
    ['en', 'not sent', 'This visit has ended'],
    ['cy', 'ei anfon', 'Mae’r ymweliad hwn wedi dod i ben'],
  ])(
    'shows help first where it says that there is danger, and that nobody has read it: %s',
    async (...of) => {
      const [locale, unsent, ended] = of
      const page = await pageAfter('ended-help', locale)
      expect(page).toContain('tel:999')
      expect(page.indexOf('tel:999')).toBeLessThan(page.indexOf(ended))
      expect(page).toContain(unsent)
    },
  )

  it('asks for the code alone where it does not', async () => {
    const page = await pageAfter('ended', 'en')
    expect(page).toContain('This visit has ended')
    expect(page).not.toContain('tel:999')
  })
})
