import answer from './en/answer.ts'
import common from './en/common.ts'
import errors from './en/errors.ts'
import form from './en/form.ts'
import nav from './en/nav.ts'
import portal from './en/portal.ts'
import status from './en/status.ts'
import ui from './en/ui.ts'

/** The words of the vendor's portal alone, so that its pages load little. Lint holds the portal's routes to these modules. */
export default {
  answer,
  common,
  errors,
  form,
  nav,
  portal,
  status,
  ui,
}
