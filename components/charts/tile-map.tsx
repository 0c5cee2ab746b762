import { ChartFrame } from './chart-frame'
import { shadesOf } from './chart-scale'
import type { Shades } from './chart-scale'
import { saidCount } from './chart-words'
import type { ChartWords, Count, Speech } from './chart-words'
import { ShadeLegend, Shaded } from './shaded'

/** One district, or what lies in none. */
export interface TilePlace {
  readonly key: string
  readonly label: string
  readonly value: Count
  /** Column and row, from 1, the first in the north-west. Absent: it is listed below the map. */
  readonly tile?: readonly [number, number] | undefined
  /** Where the cases of it are. */
  readonly href?: string | undefined
}

interface Props extends ChartWords {
  readonly places: readonly TilePlace[]
  /** Headings: of the places, and of the values. */
  readonly names: { readonly row: string; readonly value: string }
}

// Spelt out, because the style sheet is made of the classes that stand in the code.
const widths = [
  '',
  'grid-cols-[repeat(1,minmax(0,9rem))]',
  'grid-cols-[repeat(2,minmax(0,9rem))]',
  'grid-cols-[repeat(3,minmax(0,9rem))]',
  'grid-cols-[repeat(4,minmax(0,9rem))]',
  'grid-cols-[repeat(5,minmax(0,9rem))]',
  'grid-cols-[repeat(6,minmax(0,9rem))]',
  'grid-cols-[repeat(7,minmax(0,9rem))]',
  'grid-cols-[repeat(8,minmax(0,9rem))]',
]
const columnsAt = [
  '',
  'col-start-1',
  'col-start-2',
  'col-start-3',
  'col-start-4',
  'col-start-5',
  'col-start-6',
  'col-start-7',
  'col-start-8',
]
const rowsAt = [
  '',
  'row-start-1',
  'row-start-2',
  'row-start-3',
  'row-start-4',
  'row-start-5',
  'row-start-6',
  'row-start-7',
  'row-start-8',
]

/** Districts as tiles of one size, each about where it lies: a map on which the large do not outshout the small. */
export function TileMap({ places, names, ...words }: Props) {
  const { id, speech } = words
  const shades = shadesOf(places.map(({ value }) => value))
  const onMap = places.filter(({ tile }) => tile !== undefined)
  const elsewhere = places.filter(({ tile }) => tile === undefined)
  const width = Math.max(0, ...onMap.map(({ tile }) => tile?.[0] ?? 0))
  return (
    <ChartFrame
      words={words}
      table={{
        columns: [names.row, names.value],
        rows: places.map(({ key, label, value, href }) => ({
          key,
          head: { text: label, href },
          cells: [{ text: saidCount(value, 'count', speech) }],
        })),
      }}
      isGroup={places.some(({ href }) => href !== undefined)}
      legend={<ShadeLegend values={places.map(({ value }) => value)} shades={shades} words={words} />}
    >
      {/* West stays left, whichever way the language runs. */}
      <ul dir="ltr" className={`grid gap-1 rtl:justify-end ${widths[width] ?? ''}`}>
        {onMap.map(({ tile: [column, row] = [1, 1], ...place }) => (
          <li
            key={place.key}
            className={`grid before:col-start-1 before:row-start-1 before:pb-[100%] before:content-[''] *:col-start-1 *:row-start-1 ${columnsAt[column] ?? ''} ${rowsAt[row] ?? ''}`}
          >
            <Tile id={id} place={place} shades={shades} speech={speech} />
          </li>
        ))}
      </ul>
      {elsewhere.length === 0 ? null : (
        <ul className="mt-1 flex flex-wrap gap-1">
          {elsewhere.map((place) => (
            <li key={place.key} className="grid min-w-36">
              <Tile id={id} place={place} shades={shades} speech={speech} />
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  )
}

interface TileProps {
  readonly id: string
  readonly place: TilePlace
  readonly shades: Shades
  readonly speech: Speech
}

function Tile({ id, place: { label, value, href }, shades, speech }: TileProps) {
  const said = saidCount(value, 'count', speech)
  // Words upon hatching have the page's colour behind them.
  const plate = value === null ? 'bg-paper px-0.5' : ''
  return (
    <Shaded
      id={id}
      value={value}
      shades={shades}
      title={`${label}: ${said}`}
      className="flex-col gap-0.5 px-px py-1"
      href={href}
    >
      <bdi
        className={`text-[0.75rem] leading-tight hyphens-auto wrap-anywhere @min-[30rem]:text-xs @min-[30rem]:font-semibold ${plate}`}
      >
        {label}
      </bdi>
      <span
        className={`${value === null ? 'text-[0.75rem]' : 'text-lg leading-none font-semibold'} ${plate}`}
      >
        {said}
      </span>
    </Shaded>
  )
}
