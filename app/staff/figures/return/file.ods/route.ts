import { giveReturn } from '../_view/give-return'

/** The table of the return as a file. */
export function GET(request: Request): Promise<Response> {
  return giveReturn(request, 'ods')
}
