import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import PrivacyPage from './page'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))
// The frame asks a request for its cookies, of which there is none here.
vi.mock('../_shell/public-page', () => ({
  PublicPage: ({ children }: { children: React.ReactNode }) => children,
}))

it.each([
  ['en', 'About 90 days to 12 months after your case is closed'],
  ['cy', 'Tua 90 diwrnod i 12 mis ar ôl'],
])(
  'says in %s how long what was sent is kept, whatever it was and however it ended',
  async (locale, words) => {
    const page = renderToStaticMarkup(await PrivacyPage({ params: Promise.resolve({ locale }) }))
    expect(page).toContain(words)
  },
)
