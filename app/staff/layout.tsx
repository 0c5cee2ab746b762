import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './staff.css'

export const metadata: Metadata = { robots: { index: false } }
export const viewport: Viewport = { colorScheme: 'light dark' }

/** The document of the staff side. */
export default function StaffLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-density="desk">
      <body>{children}</body>
    </html>
  )
}
