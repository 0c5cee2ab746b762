/** The name of a key, as it is printed on a keyboard. Hidden where there is likely none. */
export function Key({ children }: { readonly children: string }) {
  return (
    <kbd aria-hidden="true" className="key max-md:hidden">
      {children}
    </kbd>
  )
}
