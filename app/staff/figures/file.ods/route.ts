import { giveFigures } from '../_view/give-file'

/** The cells of the page of figures as ODS. */
export function GET(request: Request): Promise<Response> {
  return giveFigures(request, 'ods')
}
