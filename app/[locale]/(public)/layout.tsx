import './public.css'
import { connection } from 'next/server'
import { directionOf } from '@/lib/i18n/locales'
import { localeOf } from './_shell/locale-of'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  icons: { icon: '/icon.svg' },
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = { colorScheme: 'light dark' }

interface Props {
  readonly children: ReactNode
  readonly params: Promise<{ locale: string }>
}

/** Every public page is made for its request: each has its own script nonce, and none is stored. */
export default async function PublicLayout({ children, params }: Props) {
  await connection()
  const locale = localeOf((await params).locale)
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body className="flex min-h-dvh flex-col">{children}</body>
    </html>
  )
}
