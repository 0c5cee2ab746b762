interface Counts {
  readonly read: number
  readonly kept: number
  readonly before: number
}

const number = (count: number) => count.toLocaleString('en')
const stays = 'Nothing was changed: what was loaded before stays.'

/** Why a file is not taken, for whoever runs the command. */
export const directoryWords = {
  noFile: () => `The file is not there, or cannot be read. ${stays}`,
  columns: (header: readonly string[]) =>
    `The file has no column with the postcode (pcds, pcd, pcd7, pcd8) or none with the code of the district (oslaua, laua, lad23cd and the like). Its columns are: ${header.slice(0, 20).join(', ').slice(0, 400)}. Take the CSV of the ONS Postcode Directory or of the National Statistics Postcode Lookup, out of its folder Data. ${stays}`,
  cut: (line: number) =>
    `Line ${number(line)} does not have the columns of the first: the file is cut off, or is no CSV. Fetch it again. ${stays}`,
  empty: () => `The file has no rows. ${stays}`,
  unreadable: ({ read }: Counts) =>
    `More than one row in ten of ${number(read)} holds no postcode where postcodes should be. ${stays}`,
  'not-this-force': ({ read, kept }: Counts) =>
    `Of ${number(read)} rows, ${number(kept)} are near this force and none lies in a district of it. Is it the right file, and FORCE the right force? ${stays}`,
  fewer: ({ kept, before }: Counts) =>
    `It has ${number(kept)} postcodes for this force, and what is loaded has ${number(before)}. Postcodes that ended stay in the directory, so the file looks cut off. If it is right, say so: --fewer. ${stays}`,
} as const
