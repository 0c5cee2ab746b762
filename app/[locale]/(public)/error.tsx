'use client'

/** What is shown when a page could not be made. The words are here because nothing else may be relied on. */
export default function PublicError() {
  return (
    <main className="mx-auto max-w-page px-5 py-10">
      <h1 className="text-xl">Something went wrong</h1>
      <p className="mt-3 max-w-measure">
        It is our fault, not yours. Please open the page again in a few minutes. If it cannot wait, telephone
        the police.
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
  )
}
