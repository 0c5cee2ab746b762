'use client'

/** What the desk shows when a page could not be made. The words are here because nothing else may be relied on. */
export default function StaffError() {
  return (
    <main className="mx-auto max-w-measure px-4 py-16">
      <title>Something went wrong – Desk</title>
      <p className="mb-4 font-bold text-brand">Alongside</p>
      <h1 className="text-xl">Something went wrong</h1>
      <p className="mt-2 mb-5">
        It is a fault of the system, not yours, and nothing you had already sent is lost. Open the page again
        in a few minutes.
      </p>
      <a href="/staff" className="button">
        Go to the queue
      </a>
    </main>
  )
}
