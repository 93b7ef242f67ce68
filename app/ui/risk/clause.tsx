import { paths } from '#app/http/paths.ts'
import { RouteLink } from '../route-link.tsx'

/** A clause of the regulation, such as R7.3.1, linked to its words. */
export function Clause({ id }: { id: string }) {
  return (
    <RouteLink className="clause" to={paths.regulation(id)}>
      {id}
    </RouteLink>
  )
}
