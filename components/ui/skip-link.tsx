/** Seen when reached by keyboard only: past the header, to where the page begins. */
export function SkipLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a
      href={href}
      className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-paper focus:px-5 focus:py-3"
    >
      {children}
    </a>
  )
}
