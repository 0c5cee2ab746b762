'use client'

import { PhoneLink } from '@/components/ui/phone-link'

/** What is shown when a page could not be made. The words are here because nothing else may be relied on. */
export default function PublicError() {
  return (
    <>
      <title>Something went wrong – Alongside</title>
      <p className="border-b border-line bg-danger-wash px-5 py-2 text-sm">
        <strong className="text-danger">In danger now?</strong> Call{' '}
        <PhoneLink number="999" className="font-bold" />.
      </p>
      <main className="mx-auto max-w-page px-5 py-10">
        <h1 className="text-xl">Something went wrong</h1>
        <p className="mt-3 max-w-measure">
          It is our fault, not yours. Please open the page again in a few minutes. If it cannot wait,
          telephone the police.
        </p>
        <p className="mt-6 flex flex-wrap gap-4">
          <a href="/start" className="button">
            Go to the start page
          </a>
          <a href="/exit" rel="noreferrer nofollow" className="button button-danger">
            Exit this page
          </a>
        </p>
      </main>
    </>
  )
}
