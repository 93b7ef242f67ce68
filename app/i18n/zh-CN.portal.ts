import answer from './zh-CN/answer.ts'
import common from './zh-CN/common.ts'
import errors from './zh-CN/errors.ts'
import form from './zh-CN/form.ts'
import nav from './zh-CN/nav.ts'
import portal from './zh-CN/portal.ts'
import status from './zh-CN/status.ts'
import ui from './zh-CN/ui.ts'

/** Same modules as en.portal.ts. */
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
