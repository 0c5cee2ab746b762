/** What is not safe: a line that nobody can miss, by its sign, its colour and its words; with forced colours by sign, frame and words. */
export function NotSafe({ words }: { readonly words: string }) {
  return (
    <p
      data-not-safe=""
      className="my-2 flex items-center gap-3 rounded-md border-2 border-danger bg-danger px-3 py-2 text-lg font-bold text-danger-ink"
    >
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-7 shrink-0"
        fill="none"
        stroke="currentColor"
      >
        <circle cx="12" cy="12" r="9.5" strokeWidth="3" />
        <path d="M5.5 5.5l13 13" strokeWidth="3" />
      </svg>
      {words}
    </p>
  )
}
