import { WeekMap } from './week-map'
import type { WeekMapProps } from './week-map'
import { YearMap } from './year-map'
import type { YearMapProps } from './year-map'

/** When things happen: times of the week in shades, or the days of a year in bands. */
export function HeatMap(props: WeekMapProps | YearMapProps) {
  return props.kind === 'week' ? <WeekMap {...props} /> : <YearMap {...props} />
}
