/** Something that can be gone to or done on the page as it is. */
export interface PaletteItem {
  readonly words: string
  readonly element: HTMLElement
}

/** What is on the page for this person: its sections and views, and what can be opened or pressed. Never anything that is not there. */
const offered =
  'header nav a[href]:not([href^="#"]), main summary, main [data-assign], main [data-find], main [data-command]'

/** Everything a palette can lead to, in the order of the page, each name once. */
export function itemsOf(page: ParentNode): readonly PaletteItem[] {
  const seen = new Set<string>()
  return [...page.querySelectorAll<HTMLElement>(offered)].flatMap((element) => {
    const words = wordsOf(element)
    if (words === '' || seen.has(words) || !isShown(element)) return []
    seen.add(words)
    return [{ words, element }]
  })
}

/** Those whose words hold every word that was typed, wherever; what begins so comes first. */
export function matching<T extends { readonly words: string }>(
  items: readonly T[],
  typed: string,
): readonly T[] {
  const asked = plain(typed).split(' ').filter(Boolean)
  const found = items.filter(({ words }) => asked.every((part) => plain(words).includes(part)))
  const [first = ''] = asked
  const begins = ({ words }: T) => plain(words).startsWith(first)
  return [...found.filter(begins), ...found.filter((item) => !begins(item))]
}

/** Goes there or does it: a link is followed, what is folded is opened, anything else gets the focus. Nothing is sent from here. */
export function lead({ element }: PaletteItem): void {
  if (element instanceof HTMLAnchorElement) {
    window.location.assign(element.href)
    return
  }
  const folded = element.closest('details')
  if (folded !== null) folded.open = true
  element.scrollIntoView({ block: 'center' })
  element.focus()
}

function wordsOf(element: HTMLElement): string {
  const named = element.getAttribute('aria-label') ?? element.dataset.command ?? ''
  const words = named === '' ? element.textContent : named
  return words.replace(/\s+/gu, ' ').trim()
}

/** The sections can be led to also where they are folded away, on a narrow screen or at 400 % zoom. */
function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 || element.closest('header nav') !== null
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}
