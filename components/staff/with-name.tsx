interface Props {
  readonly name: string
  /** The sentence, with a name in it. */
  readonly say: (name: string) => string
}

/** Stands in the sentence for the name: nothing of ours has it, and the name itself is not looked at. */
const place = '\uFFFC'

/** A sentence with somebody's name, set apart from it alone: one that is written from right to left turns nothing else around. */
export function WithName({ name, say }: Props) {
  const [before = '', ...after] = say(place).split(place)
  return (
    <>
      {before}
      <bdi>{name}</bdi>
      {after.join('')}
    </>
  )
}
