const MIB = 1024 * 1024

/** How many files come with one report, and how many may be added with a return code in one day. */
export const mostFiles = 10

/** How large a file may be, in bytes and as it is said. */
export const mostMegabytes = 25
export const mostBytes = mostMegabytes * MIB

/** A file is sealed and kept in pieces of this many bytes; the last one is what is left. */
export const pieceBytes = MIB

/** Room for what surrounds the files in a form. */
const besides = MIB

/** The most that one form with files may be. */
export const mostFormBytes = mostFiles * mostBytes + besides
